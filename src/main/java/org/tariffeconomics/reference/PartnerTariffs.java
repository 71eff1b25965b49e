package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.io.ProgrammeCsv;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The bundled tariffs of territories other than the United States: the ordinary duties of telling
 * lines, what they concede to US goods, and what they charge them in answer to US duties.
 *
 * <p>What a territory charges goods of one origin for other reasons, or metals over quotas, is in
 * the books too, mostly open: the lists and the quotas are not held, and a fact such as {@code
 * status:over a quota of Regulation (EU) 2026/1384=no} settles it.
 *
 * <p>The rows lie beside this class in {@code partners/*.csv}, with licences and citations in the
 * first lines of each file. A row whose evidence does not suffice is not left out: its goods are
 * undetermined, and the reason names the rate and the source, so that no answer is too low for want
 * of evidence.
 *
 * @since 0.1.0
 */
public final class PartnerTariffs {

  /** The day through which the facts were looked up. */
  public static final LocalDate FACTS_THROUGH = LocalDate.of(2026, 11, 28);

  /** The first day for which the facts are held. */
  public static final LocalDate FACTS_FROM = LocalDate.of(2025, 1, 1);

  private static final String FOLDER = "partners/";

  /** The territories with a file, their currencies. */
  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("EU", "EUR"),
          Map.entry("GB", "GBP"),
          Map.entry("JP", "JPY"),
          Map.entry("KR", "KRW"),
          Map.entry("CN", "CNY"),
          Map.entry("CA", "CAD"),
          Map.entry("CH", "CHF"),
          Map.entry("MX", "MXN"),
          Map.entry("AU", "AUD"),
          Map.entry("IN", "INR"),
          Map.entry("BR", "BRL"),
          Map.entry("NO", "NOK"));

  /** Territories whose border is known and whose tariff is not: a schedule must be loaded. */
  private static final Set<String> WITHOUT_LINES = Set.of("MX", "AU", "IN", "BR", "NO");

  private static final Map<String, Map<Evidence, TariffBook>> BOOKS = new ConcurrentHashMap<>();

  private PartnerTariffs() {}

  /** {@return the codes of the territories that have a book here, in order} */
  public static List<String> territories() {
    return List.copyOf(new TreeSet<>(CURRENCIES.keySet()));
  }

  /**
   * The tariff of a territory, from official texts and from what two reports agree on; the latter
   * programmes are named in the stamp of results.
   *
   * @param territory its code, {@code EU} for the European Union
   * @return the book, in the territory's currency
   * @throws IllegalArgumentException when no facts of the territory are bundled; the message lists
   *     those of which there are
   */
  public static TariffBook book(String territory) {
    Objects.requireNonNull(territory, "territory");
    return book(territory, Evidence.REPORTED);
  }

  /**
   * The tariff of a territory.
   *
   * @param territory its code
   * @param evidence how good the evidence must be; goods whose duty rests on less are undetermined
   * @return the book, in the territory's currency; the ordinary duty of a line that it does not
   *     hold is not known until a schedule is added ({@link TariffBook#with(MeasureSource)})
   * @throws IllegalArgumentException when no facts of the territory are bundled
   */
  public static TariffBook book(String territory, Evidence evidence) {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(evidence, "evidence");
    String currency = CURRENCIES.get(territory);
    if (currency == null) {
      throw new IllegalArgumentException(
          "No tariff of '" + territory + "' is bundled; there are " + territories());
    }
    Map<Evidence, TariffBook> books =
        BOOKS.computeIfAbsent(territory, t -> read(t, CurrencyUnit.of(currency)));
    return Objects.requireNonNull(books.get(evidence), territory);
  }

  private static Map<Evidence, TariffBook> read(String territory, CurrencyUnit currency) {
    List<TariffMeasure> rows = WITHOUT_LINES.contains(territory) ? List.of() : rows(territory);
    Map<Evidence, TariffBook> books = new EnumMap<>(Evidence.class);
    for (Evidence each : Evidence.values()) {
      books.put(each, book(territory, currency, rows, each));
    }
    return books;
  }

  private static List<TariffMeasure> rows(String territory) {
    String file = FOLDER + territory.toLowerCase(Locale.ROOT) + ".csv";
    return MeasureCsv.read(file, Bundled.open(file), Facts.INCLUDING_UNVERIFIED).orThrow();
  }

  private static TariffBook book(
      String territory, CurrencyUnit currency, List<TariffMeasure> rows, Evidence evidence) {
    List<TariffMeasure> measures = rows.stream().map(m -> admitted(m, evidence)).toList();
    Set<String> used = measures.stream().map(TariffMeasure::programme).collect(Collectors.toSet());
    TariffBook book =
        TariffBook.of(territory, currency, rounding(currency), List.of())
            .withProgrammes(
                programmes().stream()
                    .filter(p -> used.contains(p.name()))
                    .toArray(Programme[]::new))
            .withAll(measures)
            .assuming(UsualFacts.ordinaryGoods(territory));
    return (territory.equals("JP") ? book.with(new HeldLines(JapanLines.withUsRates())) : book)
        .with(new OrdinaryDutyElsewhere(territory))
        .describedAs(description(territory, rows, evidence), FACTS_THROUGH)
        .withFactsFrom(FACTS_FROM);
  }

  private static RoundingPolicy rounding(CurrencyUnit currency) {
    return new RoundingPolicy(
        currency.getDecimalPlaces(),
        RoundingPolicy.EACH_DUTY_TO_CENT.mode(),
        RoundingPolicy.Level.EACH_DUTY);
  }

  private static List<Programme> programmes() {
    String described = FOLDER + "programmes.csv";
    String yields = FOLDER + "yields.csv";
    return ProgrammeCsv.read(described, Bundled.open(described), yields, Bundled.open(yields))
        .orThrow();
  }

  /** A measure without enough evidence charges an unknown rate: it is neither law nor nothing. */
  private static TariffMeasure admitted(TariffMeasure measure, Evidence evidence) {
    boolean unknownAnyway = measure.rate() instanceof DutyRate.ByReference;
    if (evidence.admits(measure.source()) || unknownAnyway || measure.rule() == Rule.EXEMPTS) {
      return measure;
    }
    return measure.withRate(
        new DutyRate.Unsupported(
            measure.rate().toString(),
            "the evidence does not suffice ("
                + measure.source()
                + "): ask for "
                + (measure.source().verification() == Verification.PARTLY
                    ? Evidence.REPORTED
                    : Evidence.ANY)
                + " evidence"));
  }

  private static String description(String territory, List<TariffMeasure> rows, Evidence evidence) {
    String bundled = "bundled " + territory + " facts";
    if (rows.isEmpty()) {
      return bundled + ": no lines";
    }
    String all = bundled + editions(rows) + ", without anti-dumping and countervailing duties";
    List<String> weaker = new ArrayList<>();
    addWeaker(weaker, "by reports", rows, evidence, Verification.PARTLY);
    addWeaker(weaker, "by one source or from memory", rows, evidence, Verification.UNVERIFIED);
    return weaker.isEmpty() ? all : all + " (" + String.join("; ", weaker) + ")";
  }

  /** The days of the editions in which the ordinary duties were read; they stand for all days. */
  private static String editions(List<TariffMeasure> rows) {
    Set<String> days =
        rows.stream()
            .filter(m -> m.rule() == Rule.BASE)
            .flatMap(m -> m.source().day().stream())
            .map(LocalDate::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    return days.isEmpty() ? "" : ", ordinary duties as read of " + String.join(" and ", days);
  }

  private static void addWeaker(
      List<String> weaker,
      String words,
      List<TariffMeasure> rows,
      Evidence evidence,
      Verification verification) {
    Set<String> programmes =
        rows.stream()
            .filter(m -> m.source().verification() == verification)
            .filter(m -> evidence.admits(m.source()))
            .map(TariffMeasure::programme)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!programmes.isEmpty()) {
      weaker.add(words + ": " + String.join(", ", programmes));
    }
  }
}
