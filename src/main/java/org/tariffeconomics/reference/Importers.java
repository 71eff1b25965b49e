package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.border.BorderRegime;
import org.tariffeconomics.border.BorderRule;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.border.PartnerTerm;
import org.tariffeconomics.border.Retaliation;
import org.tariffeconomics.border.RetaliationRound;
import org.tariffeconomics.border.RetaliationRound.State;
import org.tariffeconomics.border.RetaliationRound.Terms;
import org.tariffeconomics.border.TurningHour;
import org.tariffeconomics.io.BorderRuleCsv;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

/**
 * The bundled importers: the United States, the European Union and its members, the United Kingdom,
 * Japan, Korea, China, Canada, Mexico, Australia, India, Brazil, Switzerland and Norway, each with
 * its tariff ({@link PartnerTariffs}, {@link UsTariffs}), its border regime, its quotas and
 * safeguards, its retaliation, and what importers usually declare.
 *
 * <p>How good evidence must be is asked for with the importer. Unless it is, tariffs rest on
 * official texts and on what two reports agree on, which the stamp names, and border regimes on
 * official texts alone: most import taxes are then left out and listed.
 *
 * @since 0.1.0
 */
public final class Importers {

  private static final String UNION = "EU";
  private static final String US = "US";
  private static final String FOLDER = "partners/";
  private static final LocalDate SEARCHED = LocalDate.of(2026, 11, 28);
  private static final Pattern FORM = Pattern.compile("(.+?)(?: (?:with|on) ([^ ]+) evidence)?");

  private Importers() {}

  /** The rows that all importers share, read when first asked for. */
  private static final class Rows {
    private static final List<BorderRule> RULES =
        BorderRuleCsv.read(FOLDER + "regimes.csv", Bundled.open(FOLDER + "regimes.csv")).orThrow();
    private static final List<RetaliationRound> ROUNDS =
        records("retaliation.csv", Importers::round);
    private static final List<PartnerTerm> TERMS = read("terms.csv", "partner", Importers::term);
    private static final List<TurningHour> HOURS = records("hours.csv", Importers::hour);
    private static final List<BundledQuota> QUOTAS = records("quotas.csv", Importers::quota);
  }

  /** A quota of a territory with its volume of each year. */
  private record BundledQuota(
      String territory,
      String name,
      Quantity volume,
      boolean calendarYear,
      LocalDateRange days,
      Source source) {

    /** Calendar years, the first from the opening on, or years from the opening. */
    List<QuotaTerms> periods(LocalDate through) {
      List<QuotaTerms> periods = new ArrayList<>();
      LocalDate start = days.getStart();
      while (start.isBefore(days.getEnd()) && !start.isAfter(through)) {
        LocalDate next = calendarYear ? start.withDayOfYear(1).plusYears(1) : start.plusYears(1);
        LocalDate last = next.isAfter(days.getEnd()) ? days.getEnd() : next;
        QuotaTerms terms =
            QuotaTerms.of(name, volume, start.toString(), last.minusDays(1).toString());
        periods.add(territory.equals(UNION) ? terms.withCriticalAsInTheEu() : terms);
        start = next;
      }
      return periods;
    }
  }

  private static <T> List<T> records(String file, Function<Row, @Nullable T> parser) {
    return read(file, "territory", parser);
  }

  private static <T> List<T> read(String file, String first, Function<Row, @Nullable T> parser) {
    return CsvFile.read(FOLDER + file, Bundled.open(FOLDER + file), Set.of(first), Set.of())
        .records(parser)
        .orThrow();
  }

  private static @Nullable PartnerTerm term(Row row) {
    LocalDateRange days = row.days();
    LocalDate known = row.day("known_from");
    Source source = row.source();
    return row.isGood()
        ? new PartnerTerm(
            row.required("partner"),
            row.cell("deal"),
            row.cell("topic"),
            new PartnerTerm.Goods(row.cell("goods"), row.cell("codes")),
            new PartnerTerm.Rates(row.cell("before"), row.cell("after")),
            row.cell("quota"),
            days,
            known,
            row.cell("status"),
            source,
            row.cell("note"))
        : null;
  }

  private static @Nullable RetaliationRound round(Row row) {
    State state = row.word("state", State.class);
    LocalDateRange days = row.days();
    LocalDate announced = row.day("announced");
    Integer lines = row.parsedIfPresent("lines", Integer::valueOf);
    Source source = row.source();
    if (state == null || !row.isGood()) {
      return null;
    }
    return new RetaliationRound(
        row.required("territory"),
        row.required("round"),
        state,
        days,
        announced,
        new Terms(
            row.cell("rate"), row.cell("goods"), Optional.ofNullable(lines), row.cell("authority")),
        row.cell("programme"),
        source,
        row.cell("note"));
  }

  private static @Nullable TurningHour hour(Row row) {
    LocalDate day = row.requiredDay("day");
    LocalTime hour = row.parsed("hour", LocalTime::parse);
    ZoneId zone = row.parsed("zone", ZoneId::of);
    return day == null || hour == null || zone == null
        ? null
        : new TurningHour(row.required("territory"), day, hour, zone, row.source());
  }

  private static @Nullable BundledQuota quota(Row row) {
    Quantity volume = row.parsed("volume", Quantity::parse);
    LocalDateRange days = row.days();
    return volume == null
        ? null
        : new BundledQuota(
            row.required("territory"),
            row.required("quota"),
            volume,
            row.cell("unit_period").equals("calendar year"),
            days,
            row.source());
  }

  /** {@return the codes of the bundled importers, members of the European Union among them} */
  public static List<String> names() {
    Set<String> names = new TreeSet<>(PartnerTariffs.territories());
    names.add(US);
    names.addAll(members());
    return List.copyOf(names);
  }

  private static List<String> members() {
    return CountryGroup.standard(UNION).memberships().stream()
        .filter(m -> m.isOn(SEARCHED))
        .map(m -> m.member().alpha2())
        .toList();
  }

  /**
   * An importer by its name.
   *
   * @param text a code or a name, {@code EU}, {@code DE}, {@code Japan}; with the evidence that is
   *     asked for where it is not the usual, {@code DE with any evidence}
   * @return the importer
   * @throws IllegalArgumentException when no facts of the territory are bundled; the message lists
   *     those of which there are
   */
  public static Importer of(String text) {
    Objects.requireNonNull(text, "text");
    Matcher form = FORM.matcher(Texts.plainSigns(Texts.readable("An importer", text)).strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("An importer must be a territory such as 'EU' or 'JP'");
    }
    String word = form.group(2);
    return word == null
        ? make(code(form.group(1)), Evidence.REPORTED, Evidence.OFFICIAL)
        : of(form.group(1), EnumText.parse("evidence", Evidence.class, word));
  }

  /**
   * An importer whose tariff and border rest on evidence of one quality.
   *
   * @param name a code or a name
   * @param evidence how good the evidence must be
   * @return the importer
   * @throws IllegalArgumentException when no facts of the territory are bundled
   */
  public static Importer of(String name, Evidence evidence) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(evidence, "evidence");
    return make(code(name), evidence, evidence);
  }

  /** The code of a territory of which facts are bundled. */
  private static String code(String name) {
    String code = territory(name);
    if (!code.equals(UNION) && !names().contains(code)) {
      throw new IllegalArgumentException(
          "No facts of "
              + Texts.quoted(name.strip())
              + " as an importer are bundled; there are "
              + String.join(", ", names())
              + ": make one with Importer.of and a book of your own");
    }
    return code;
  }

  /** {@code EU}, or the code of a country; the United Kingdom is GB. */
  private static String territory(String name) {
    String text = name.strip();
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals(UNION) || upper.equals("EUROPEAN UNION")) {
      return UNION;
    }
    return upper.equals("UK") ? "GB" : DeclaredOrigin.countryNamed(text).alpha2();
  }

  private static Importer make(String code, Evidence ofTariff, Evidence ofBorder) {
    String law = members().contains(code) ? UNION : code;
    TariffBook book = law.equals(US) ? UsTariffs.book() : PartnerTariffs.book(law, ofTariff);
    UsualFacts usual = law.equals(US) ? UsualFacts.us() : UsualFacts.partner(law);
    List<TurningHour> hours = Rows.HOURS.stream().filter(h -> h.territory().equals(law)).toList();
    return Importer.of(code, told(book, hours), BorderRegime.of(code, law, Rows.RULES), ofBorder)
        .withUsual(usual::of)
        .withUsualParcels(UsualFacts.parcels(code)::of)
        .withTurningHours(hours)
        .withQuotas(
            Rows.QUOTAS.stream()
                .filter(q -> q.territory().equals(law))
                .flatMap(q -> q.periods(SEARCHED.plusYears(4)).stream())
                .toList())
        .withSafeguards(PartnerSafeguards.of(law, ofTariff));
  }

  /** A book whose description tells the convention of its turning hours. */
  private static TariffBook told(TariffBook book, List<TurningHour> hours) {
    if (hours.isEmpty()) {
      return book;
    }
    String days =
        hours.stream().map(h -> h.day() + " " + h.hour()).collect(Collectors.joining(", "));
    return book.describedAs(
        book.facts() + "; law turned at an hour, which an entry without one is after: " + days,
        PartnerTariffs.FACTS_THROUGH);
  }

  /**
   * What a territory charges, suspends or announced in answer to duties of the United States.
   *
   * @param territory its code or name
   * @param day the day
   * @return the rounds as they stand on the day; “none known” with the day of the search where the
   *     search found nothing
   * @throws IllegalArgumentException when nothing was looked up for the territory
   */
  public static Retaliation retaliation(String territory, LocalDate day) {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(day, "day");
    String code = territory(territory);
    String law = members().contains(code) ? UNION : code;
    return Retaliation.of(law, day, SEARCHED, Rows.ROUNDS);
  }

  /**
   * What a partner conceded to goods of the United States, or changed for them, in words.
   *
   * @param partner its code, {@code EU} for the European Union
   * @return the terms in the order of the file; none where nothing was looked up
   */
  public static List<PartnerTerm> terms(String partner) {
    Objects.requireNonNull(partner, "partner");
    return Rows.TERMS.stream().filter(t -> t.partner().equals(partner)).toList();
  }

  /** {@return the terms of all partners, in the order of the file} */
  public static List<PartnerTerm> terms() {
    return Rows.TERMS;
  }

  /** {@return every round of retaliation with its states, in the order of the file} */
  public static List<RetaliationRound> rounds() {
    return Rows.ROUNDS;
  }
}
