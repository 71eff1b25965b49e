package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.io.trade.RateUnit;
import org.tariffeconomics.io.trade.TariffField;
import org.tariffeconomics.io.trade.TariffReader;
import org.tariffeconomics.io.trade.TariffRecord;
import org.tariffeconomics.io.trade.TradeReader;
import org.tariffeconomics.io.uk.StagedScheduleCsv;
import org.tariffeconomics.io.uk.UkScheduleCsv;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.Incoterm;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.StatedDuty;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.TaxBase.Part;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.RateReading;
import org.tariffeconomics.rate.ReadingMode;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Inputs in CSV: layouts, units, windows, roundings. Where a file has right values, its rows do.
 */
final class FieldFiles {

  private static final Pattern STEPS =
      Pattern.compile("(?:value down to (?<value>[0-9]+).*)?duty down to (?<duty>[0-9]+)");

  private static final Pattern YEAR = Pattern.compile("Y[0-9]{4}");
  private static final Pattern PADDED =
      Pattern.compile("(?<=^|,)(?:\\s*\"[^\"]*\"\\s*|[^,]*)(?=,|$)");

  private static final String UNDERSTOOD = "understood as ";

  private final CaseFolder cases;
  private final List<FieldCase> found = new ArrayList<>();

  private FieldFiles(CaseFolder cases) {
    this.cases = cases;
  }

  static List<FieldCase> in(CaseFolder cases) throws IOException {
    FieldFiles all = new FieldFiles(cases);
    all.shortSchedule();
    all.zeroDecimals();
    all.transit();
    all.undeclaredFact();
    all.india();
    all.fractions();
    all.comtrade();
    all.invisible();
    all.padded();
    all.refund();
    return all.found;
  }

  private static String path(String file) {
    return FieldSuite.HOME + "/" + file;
  }

  private List<NamedCsvRecord> rows(String file) throws IOException {
    return cases.expected(path(file));
  }

  private boolean lacks(String file) {
    return !cases.holds(path(file));
  }

  /** H: rates without a percent sign, as one column of a short schedule has them. */
  private void shortSchedule() throws IOException {
    String file = "short_mfn.csv";
    for (NamedCsvRecord row : rows(file)) {
      String code = row.getField("Commodity");
      String share = row.getField("Ad Valorem").strip();
      String rate = share.isEmpty() ? row.getField("Specific").strip() : share + "%";
      String least = row.getField("Min").strip();
      found.add(
          new FieldCase(
              "H " + code,
              least.isEmpty() ? rate : "the greater of " + rate + " and " + least,
              answer -> answer instanceof DutyRate read && isShort(read, rate, least),
              () -> shortRate(file, code)));
    }
  }

  private static boolean isShort(DutyRate read, String rate, String least) {
    DutyRate wanted = DutyRate.parse(rate);
    if (least.isEmpty()) {
      return read.equals(wanted) || (wanted.parts().isEmpty() && isFree(rate, read));
    }
    return read instanceof DutyRate.GreaterOf
        && read.parts().contains(wanted)
        && read.parts().contains(DutyRate.parse(least))
        && read.parts().size() == 2;
  }

  private static boolean isFree(String rate, DutyRate answer) {
    return rate.equals("0%") && DutyRate.parse("Free").equals(answer);
  }

  private DutyRate shortRate(String file, String code) {
    return UkScheduleCsv.read(cases.own(path(file))).measures().stream()
        .filter(m -> m.products().contains(HsCode.of(code)))
        .findFirst()
        .map(TariffMeasure::rate)
        .orElseThrow();
  }

  /** I: currencies without cents, and the steps that their laws round to. */
  private void zeroDecimals() throws IOException {
    for (NamedCsvRecord row : rows("zero_decimals.csv")) {
      String id = "I " + row.getField("currency") + " " + row.getField("rounding");
      String expected = row.getField("expected_duty");
      found.add(FieldCase.of(id, expected, () -> roundedDuty(row)));
    }
  }

  /** What a law rounds to, in the words of the file. */
  private static RoundingPolicy rounding(String currency, String words) {
    Matcher steps = STEPS.matcher(words);
    if (words.contains("smallest unit")) {
      return RoundingPolicy.EACH_DUTY_TO_CENT;
    }
    if (!steps.find()) {
      throw new UnsupportedCase("the words of the rounding are not known: " + words);
    }
    RoundingPolicy duty =
        RoundingPolicy.ofStep(currency + " " + steps.group("duty"), RoundingMode.DOWN);
    return steps.group("value") == null
        ? duty
        : duty.withBaseStep(currency + " " + steps.group("value"), RoundingMode.DOWN);
  }

  private static BigDecimal roundedDuty(NamedCsvRecord row) {
    CurrencyUnit currency = CurrencyUnit.of(row.getField("currency"));
    long value = Long.parseLong(row.getField("customs_value"));
    TariffBook book =
        TariffBook.of(
            "ZZ",
            currency,
            rounding(currency.getCode(), row.getField("rounding")),
            List.of(TariffMeasure.base("8703", row.getField("rate"))));
    DutyStack stack = book.on("2026-01-01").stack(HsCode.of("8703"), Country.of("DE"));
    var assessed = stack.assess(BigMoney.of(currency, BigDecimal.valueOf(value)));
    BigDecimal duty = assessed.duty().orElseThrow().getAmount();
    if (assessed.table().toText().isEmpty() || assessed.toString().isEmpty()) {
      throw new IllegalStateException("nothing is printed");
    }
    if (duty.longValueExact() != stack.payableMinor(value)) {
      throw new IllegalStateException("the kernel says " + stack.payableMinor(value));
    }
    return duty;
  }

  /** J: goods loaded before 5 April 2025 that entered in time were spared the first duty. */
  private void transit() throws IOException {
    for (NamedCsvRecord row : rows("transit.csv")) {
      String id = "J loaded " + row.getField("loaded") + " entered " + row.getField("entry_day");
      String origin = row.getField("origin") + " with loaded=" + row.getField("loaded");
      found.add(
          new FieldCase(
              id,
              row.getField("expected_rate"),
              answer -> Optional.of(Rate.parse(row.getField("expected_rate"))).equals(answer),
              () ->
                  stack(row.getField("line"), origin, row.getField("entry_day")).adValoremRate()));
    }
  }

  private static DutyStack stack(String line, String origin, String day) {
    DeclaredOrigin from = DeclaredOrigin.parse(origin);
    return UsTariffs.book().on(day).stack(HsCode.of(line), from.country(), from.facts());
  }

  private void undeclaredFact() {
    if (lacks("transit.csv")) {
      return;
    }
    found.add(
        new FieldCase(
            "J5",
            "a remark that nothing asks for the fact",
            answer -> String.valueOf(answer).contains("vintage"),
            () -> stack("6109.10.00", "VN with vintage=2019", "2025-05-10").remarks()));
  }

  /** K: a surcharge on the basic duty alone, beside another duty; the tax is on all of them. */
  private void india() throws IOException {
    for (NamedCsvRecord row : rows("india_entry.csv")) {
      String item = row.getField("item");
      if (item.contains("surcharge") || item.contains("IGST")) {
        String amount = row.getField("amount_inr");
        found.add(
            new FieldCase(
                "K1 " + (item.contains("IGST") ? "IGST" : "surcharge"),
                amount,
                answer -> isNumber(amount, answer),
                () -> indianLine(item)));
      }
    }
  }

  private static boolean isNumber(String expected, @Nullable Object answer) {
    return answer instanceof BigDecimal number && number.compareTo(new BigDecimal(expected)) == 0;
  }

  private String item(String words, String column) throws IOException {
    return rows("india_entry.csv").stream()
        .filter(r -> r.getField("item").contains(words))
        .findFirst()
        .orElseThrow()
        .getField(column);
  }

  private static String rateOf(String item) {
    return item.substring(item.lastIndexOf(' ') + 1);
  }

  private BigDecimal indianLine(String name) throws IOException {
    LandedCost cost =
        LandedCostCalculator.of("IN")
            .withTax(
                ImportTax.of("surcharge", rateOf(item("surcharge", "item")))
                    .withBase(TaxBase.of(Part.BASIC_DUTY)))
            .withTax(
                ImportTax.of("IGST", rateOf(item("IGST", "item")))
                    .withBase(TaxBase.dutyPaidValue().with(Part.EARLIER_TAXES))
                    .withCredit(ImportTax.Credit.CREDITABLE))
            .price(
                Shipment.of("8471", "CN", "INR " + item("customs value", "amount_inr"))
                    .withIncoterm(Incoterm.CIF),
                StatedDuty.of(rateOf(item("basic customs duty", "item")))
                    .withFixed("INR " + item("anti-dumping", "amount_inr")));
    return cost.lines().stream()
        .filter(l -> name.contains(l.name()))
        .findFirst()
        .orElseThrow()
        .amount()
        .orElseThrow()
        .getAmount();
  }

  /** L: a number without a unit must be asked about; a hundredth of the rate is a wrong answer. */
  private void fractions() throws IOException {
    String file = "fractions.csv";
    if (lacks(file)) {
      return;
    }
    List<Rate> rates =
        rows(file).stream().map(row -> Rate.fraction(row.getField("rate").strip())).toList();
    List<Rate> hundredths =
        rates.stream()
            .filter(r -> !r.equals(Rate.ZERO))
            .map(r -> Rate.percent(r.fraction().toPlainString()))
            .toList();
    found.add(
        new FieldCase(
            "L1 unit not stated",
            "refused, or no number",
            answer ->
                answer instanceof List<?> read && hundredths.stream().noneMatch(read::contains),
            () -> averages(cases.own(path(file)), Optional.empty())));
    found.add(
        FieldCase.of(
            "L1 unit stated",
            rates.toString(),
            () -> averages(cases.own(path(file)), Optional.of(RateUnit.FRACTION))));
  }

  private static List<Rate> averages(Path file, Optional<RateUnit> unit) {
    List<Rate> rates = new ArrayList<>();
    Map<TariffField, String> labels =
        Map.of(
            TariffField.REPORTER, "reporter",
            TariffField.YEAR, "year",
            TariffField.PRODUCT, "hs6",
            TariffField.PARTNER, "partner",
            TariffField.AVERAGE, "rate");
    try {
      TariffReader reader =
          unit.map(u -> TariffReader.mapped(file, labels, u))
              .orElseGet(() -> TariffReader.mapped(file, labels));
      reader.forEach((TariffRecord r) -> r.rate().ifPresent(rates::add));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    return rates;
  }

  /** M: the older layout of a statistical office, with a total and re-imports between the rows. */
  private void comtrade() throws IOException {
    String file = "comtrade_legacy.csv";
    if (lacks(file)) {
      return;
    }
    Map<String, Double> expected = new TreeMap<>();
    for (NamedCsvRecord row : rows(file)) {
      boolean isPartner = !row.getField("Partner Code").equals("0");
      if (row.getField("TradeFlow").equals("Import") && isPartner) {
        expected.merge(
            row.getField("Partner ISO"), CsvCases.required(row, "TradeValueUS"), Double::sum);
      }
    }
    found.add(
        FieldCase.of("M1", expected.toString(), () -> imports(path(file), expected.keySet())));
  }

  /** The total is left out where it is not that of the partners. */
  private String imports(String file, Set<String> partners) {
    TradeWeights weights =
        TradeReader.comtrade(cases.own(file)).importsOf(Country.of("US"), 2).allPeriods();
    Map<String, Double> found = new TreeMap<>();
    partners.forEach(code -> found.put(code, weights.total(Country.parse(code))));
    double sum = found.values().stream().mapToDouble(Double::doubleValue).sum();
    return weights.total() == sum ? found.toString() : "total " + weights.total();
  }

  /** N: characters that nobody sees; the repair must be said. */
  private void invisible() throws IOException {
    for (NamedCsvRecord row : rows("invisible.csv")) {
      String text = row.getField("text");
      String expected = UNDERSTOOD + DutyRate.parse(row.getField("expected"));
      found.add(
          FieldCase.of(
              "N "
                  + text.codePoints()
                      .mapToObj(
                          c -> c < 127 ? Character.toString(c) : "U+" + Integer.toHexString(c))
                      .collect(Collectors.joining()),
              expected,
              () -> {
                RateReading reading = DutyRate.read(text, ReadingMode.LENIENT);
                return (reading.repairs().isEmpty() ? "without repair " : UNDERSTOOD)
                    + reading.rate();
              }));
    }
  }

  /** O: a staged schedule whose cells are padded with blanks. */
  private void padded() throws IOException {
    String file = "fta_padded.csv";
    if (lacks(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(cases.own(path(file)));
    List<String> names = cells(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      for (String name : names) {
        if (YEAR.matcher(name).matches()) {
          int year = Integer.parseInt(name.substring(1));
          String share = cells.get(names.indexOf(name));
          String rate = share.isEmpty() ? cells.get(names.indexOf("Alt_" + year)) : share + "%";
          staged(file, cells.get(names.indexOf("TL")), year, rate);
        }
      }
    }
  }

  /** Cells with blanks around their quotes, which no strict reader of CSV takes. */
  private static List<String> cells(String line) {
    return PADDED.matcher(line).results().map(m -> m.group().strip().replace("\"", "")).toList();
  }

  private void staged(String file, String code, int year, String rate) {
    found.add(
        new FieldCase(
            "O " + code + " " + year,
            rate,
            answer -> Optional.of(DutyRate.parse(rate)).equals(answer),
            () ->
                StagedScheduleCsv.read(cases.own(path(file)))
                    .value()
                    .schedule()
                    .line(HsCode.of(code))
                    .orElseThrow()
                    .rate(year)));
  }

  /** P: what was paid under a void authority comes back, with interest. */
  private void refund() throws IOException {
    for (NamedCsvRecord row : rows("refund.csv")) {
      String id = "P " + row.getField("entry");
      found.add(
          new FieldCase(
              id + " refund",
              row.getField("expected_refund"),
              answer -> isSame(row.getField("expected_refund"), answer),
              () -> refundOf(row)));
      found.add(
          new FieldCase(
              id + " interest",
              row.getField("expected_interest"),
              answer -> isSame(row.getField("expected_interest"), answer),
              () -> interestOn(row)));
    }
  }

  private static boolean isSame(String expected, Object answer) {
    return answer instanceof BigMoney money && money.isEqual(BigMoney.parse(expected));
  }

  /** Interest at the one rate that the row states, compounded daily in years of 365 days. */
  private static BigMoney interestOn(NamedCsvRecord row) {
    LocalDate paid = LocalDate.parse(row.getField("day_deposited"));
    return InterestRates.constant(row.getField("overpayment_rate"))
        .interest(refundOf(row).toMoney(), paid, LocalDate.parse(row.getField("day_reliquidated")))
        .orElseThrow()
        .toBigMoney();
  }

  private static BigMoney refundOf(NamedCsvRecord row) {
    PastEntry entry =
        PastEntry.of(
            row.getField("entry"),
            row.getField("day_deposited"),
            row.getField("line"),
            row.getField("origin"),
            row.getField("value"));
    BigMoney sum = BigMoney.zero(entry.customsValue().getCurrencyUnit());
    for (Programme each : UsTariffs.book().programmes()) {
      if (each.name().startsWith("IEEPA")) {
        sum =
            sum.plus(
                Refunds.ofVoidProgramme(UsTariffs.book(), each.name(), List.of(entry)).total());
      }
    }
    return sum;
  }
}
