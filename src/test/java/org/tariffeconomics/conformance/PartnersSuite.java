package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reference.Importers;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Rule;

/**
 * Sample lines of seven territories: the text of the ordinary duty, and of the duty on US goods, on
 * the same goods as what the bundled books charge. A text that is no rate (“0% to 3%”, a blank)
 * must have no answer.
 */
final class PartnersSuite implements Suite {

  /** A day on which the texts of a territory are law: before, and with, what it conceded. */
  private record Days(String ordinary, String conceded) {}

  private static final Map<String, Days> DAYS =
      Map.of(
          "JP", new Days("2026-07-09", "2026-07-09"),
          "CA", new Days("2026-01-01", "2026-01-01"),
          "EU", new Days("2026-06-30", "2026-07-01"),
          "GB", new Days("2025-06-01", "2025-07-01"),
          "KR", new Days("2026-01-01", "2026-01-01"),
          "CN", new Days("2026-01-01", "2026-01-01"),
          "CH", new Days("2026-01-01", "2026-01-01"));

  /** What is declared where the text says “in quota”, or names a claim. */
  private static final Map<String, String> CLAIMS = Map.of("CA", "CUSMA");

  /**
   * The samples are ordinary duties as read in January 2021: nothing is over a quota on steel, no
   * metal is of China, rice and maize pay what was printed then.
   */
  private static final Map<String, String> WITHIN =
      Map.of(
          "CA",
          "status:over a quota of SOR/2025-148=no;"
              + " status:steel or aluminium melted, poured, smelted or cast in China=no",
          "EU",
          "status:over a quota of Regulation (EU) 2019/159=no;"
              + " status:over a quota of Regulation (EU) 2026/1384=no;"
              + " status:milled rice imports above the reference quantity=yes;"
              + " status:maize duty of May 2020=yes",
          "GB",
          "status:over a quota of the UK steel safeguard=no;"
              + " status:over a quota of the Steel Tariff Quotas of 2026=no");

  private static final Pattern PROVISIONAL = Pattern.compile(".*\\(provisional ([0-9.]+%)\\)");
  private static final Pattern QUOTA = Pattern.compile("in quota 0 % \\((09\\.[0-9]{4})\\)");
  private static final Pattern UK_QUOTA = Pattern.compile("0% in quota (13,000 t|1\\.4bn l)");
  private static final BigDecimal VALUE = new BigDecimal("100000");

  private static final List<Quantity> QUANTITIES =
      List.of(Quantity.parse("20000 kg"), Quantity.parse("15000 l"), Quantity.parse("900 pair"));

  @Override
  public String name() {
    return "partners";
  }

  @Override
  public String home() {
    return "facts/partners/mfn-samples.csv";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    int row = 0;
    for (NamedCsvRecord each : cases.expected(home())) {
      row++;
      String id = row + " " + each.getField("territory") + " " + each.getField("code");
      results.add(CaseResult.of(id + " MFN", () -> ordinary(id + " MFN", each)));
      results.add(CaseResult.of(id + " US", () -> american(id + " US", each)));
    }
    return results;
  }

  private static CaseResult ordinary(String id, NamedCsvRecord row) {
    String territory = row.getField("territory");
    Days days = DAYS.get(territory);
    DutyStack stack = importer(row).duty(code(row), "BR" + with(territory, ""), days.ordinary());
    return compared(id, row.getField("mfn_rate_text"), stack, amount(stack, false));
  }

  private static CaseResult american(String id, NamedCsvRecord row) {
    String territory = row.getField("territory");
    String text = row.getField("us_origin_rate_text");
    Days days = DAYS.get(territory);
    String ordinary = row.getField("mfn_rate_text");
    if (text.isBlank() || text.equals("MFN") || text.endsWith("plus the layers of retaliation")) {
      DutyStack stack =
          importer(row)
              .duty(code(row), "US claiming nothing" + with(territory, ""), days.ordinary());
      return compared(id, ordinary, stack, amount(stack, !territory.equals("JP")));
    }
    String declared = declared(territory, text);
    DutyStack stack = importer(row).duty(code(row), "US" + declared, days.conceded());
    return compared(id, declared.contains("quota:") ? "Free" : text, stack, amount(stack, true));
  }

  private static String declared(String territory, String text) {
    Matcher quota = QUOTA.matcher(text);
    if (quota.matches()) {
      return with(territory, "quota:" + quota.group(1) + "=in");
    }
    Matcher british = UK_QUOTA.matcher(text);
    if (british.matches()) {
      return with(
          territory, "quota:UK-US " + (text.contains("13,000") ? "beef" : "ethanol") + "=in");
    }
    String claim = CLAIMS.get(territory);
    return (claim == null ? "" : " claiming " + claim) + with(territory, "");
  }

  private static String with(String territory, String facts) {
    String declared =
        Stream.of(facts, WITHIN.getOrDefault(territory, ""))
            .filter(f -> !f.isEmpty())
            .collect(Collectors.joining("; "));
    return declared.isEmpty() ? "" : " with " + declared;
  }

  private static Importer importer(NamedCsvRecord row) {
    return Importers.of(row.getField("territory"), Evidence.ANY);
  }

  private static String code(NamedCsvRecord row) {
    return row.getField("code");
  }

  /**
   * All that is charged, or the ordinary duty or preference alone; empty where it is not known. In
   * China the layers of retaliation ask for an exclusion, which the text leaves open.
   */
  private static Optional<BigDecimal> amount(DutyStack stack, boolean baseAlone) {
    Assessment assessment =
        stack.assess(
            BigMoney.of(stack.law().book().currency(), VALUE), QUANTITIES, ExchangeRates.none());
    List<DutyLine> lines =
        assessment.lines().stream().filter(l -> !baseAlone || isBase(l.measure().rule())).toList();
    boolean answered = stack.law().book().territory().equals("CN") && baseAlone;
    boolean known = assessment.duty().isPresent() || (answered && !lines.isEmpty());
    return known
        ? Optional.of(
            lines.stream()
                .map(l -> l.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }

  private static boolean isBase(Rule rule) {
    return rule == Rule.BASE || rule == Rule.PREFERENCE;
  }

  private static CaseResult compared(
      String id, String text, DutyStack stack, Optional<BigDecimal> actual) {
    Optional<BigDecimal> expected = amount(text, stack.law().book().currency());
    boolean same =
        expected.isPresent() == actual.isPresent()
            && expected.map(PartnersSuite::rounded).equals(actual.map(PartnersSuite::rounded));
    return same
        ? CaseResult.passed(id)
        : CaseResult.failed(
            id,
            "expected "
                + expected
                + " of '"
                + text
                + "' but was "
                + actual
                + ", "
                + stack.summary());
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(6, RoundingMode.HALF_UP);
  }

  /** What a text charges on the same goods; empty for a text that is no rate. */
  private static Optional<BigDecimal> amount(String text, CurrencyUnit currency) {
    Matcher provisional = PROVISIONAL.matcher(text);
    String rate = provisional.matches() ? provisional.group(1) : text.replace(" (KORUS 2016)", "");
    DutyRate read = text.isBlank() ? new DutyRate.Unsupported("", "blank") : DutyRate.parse(rate);
    return read.on(DutyBasis.of(BigMoney.of(currency, VALUE), QUANTITIES.toArray(Quantity[]::new)))
        .amount()
        .map(BigMoney::getAmount);
  }
}
