package org.tariffeconomics.border;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.quota.QuotaDuty;
import org.tariffeconomics.quota.QuotaPosition;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.quota.YearlySafeguard;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateTimeline;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.threeten.extra.LocalDateRange;

/**
 * A territory as an importer: its tariff book, its border regime, what its importers usually
 * declare, its quotas and the hours at which its law turned.
 *
 * <p>An importer speaks of its own book alone: no fact of another territory moves its answers. A
 * member of a customs union, such as Germany, has the union's book and its own taxes.
 *
 * <p>Bad input is refused with an {@link IllegalArgumentException}: an importer's own goods, a
 * quota or a preference that its book does not have, an hour on a day on which its law did not
 * turn.
 *
 * @since 0.1.0
 */
public final class Importer {

  private static final UsualDeclaration NOTHING = (line, origin, day) -> DeclaredFacts.none();

  private final String name;
  private final TariffBook book;
  private final BorderRegime regime;
  private final Evidence evidence;
  private final Extras extras;

  /** What an importer may have besides. */
  private record Extras(
      UsualDeclaration usual,
      UsualDeclaration parcels,
      List<TurningHour> hours,
      List<QuotaTerms> quotas,
      List<YearlySafeguard> safeguards) {}

  private Importer(
      String name, TariffBook book, BorderRegime regime, Evidence evidence, Extras extras) {
    this.name = name;
    this.book = book;
    this.regime = regime;
    this.evidence = evidence;
    this.extras = extras;
  }

  /**
   * An importer.
   *
   * @param name the territory that imports: a country's code, or {@code EU}
   * @param book its tariff, or that of its customs union
   * @param regime its border besides the tariff
   * @param evidence how good the evidence of the regime's rules must be
   * @return the importer, for which nothing is usually declared
   */
  public static Importer of(String name, TariffBook book, BorderRegime regime, Evidence evidence) {
    return new Importer(
        Objects.requireNonNull(name, "name"),
        Objects.requireNonNull(book, "book"),
        Objects.requireNonNull(regime, "regime"),
        Objects.requireNonNull(evidence, "evidence"),
        new Extras(NOTHING, NOTHING, List.of(), List.of(), List.of()));
  }

  /**
   * The same importer with another tariff: a schedule that was loaded, or an amended book.
   *
   * @param other a book of the same territory
   * @return a new importer
   * @throws IllegalArgumentException when the book is of another territory
   */
  public Importer withBook(TariffBook other) {
    Objects.requireNonNull(other, "other");
    if (!other.territory().equals(book.territory())) {
      throw new IllegalArgumentException(
          "The book of "
              + name
              + " must be of the territory "
              + book.territory()
              + ", but was of "
              + other.territory());
    }
    return new Importer(name, other, regime, evidence, extras);
  }

  /**
   * The same importer with what is usually declared.
   *
   * @param usual the assumptions; a claim to a preference that the goods do not have is not made
   * @return a new importer
   */
  public Importer withUsual(UsualDeclaration usual) {
    Objects.requireNonNull(usual, "usual");
    return with(
        new Extras(usual, extras.parcels(), extras.hours(), extras.quotas(), extras.safeguards()));
  }

  /**
   * The same importer with what is usually declared with consignments of low value: it settles
   * {@link #landed} alone, where a rule for them asks for what is not declared, and then stands in
   * the stamp.
   *
   * @param usual the assumptions
   * @return a new importer
   */
  public Importer withUsualParcels(UsualDeclaration usual) {
    Objects.requireNonNull(usual, "usual");
    return with(
        new Extras(extras.usual(), usual, extras.hours(), extras.quotas(), extras.safeguards()));
  }

  /**
   * The same importer with the hours at which its law turned.
   *
   * @param hours the hours
   * @return a new importer
   */
  public Importer withTurningHours(List<TurningHour> hours) {
    Objects.requireNonNull(hours, "hours");
    return with(
        new Extras(
            extras.usual(),
            extras.parcels(),
            List.copyOf(hours),
            extras.quotas(),
            extras.safeguards()));
  }

  /**
   * The same importer with its quotas.
   *
   * @param quotas the terms, each with its order number or name
   * @return a new importer
   */
  public Importer withQuotas(List<QuotaTerms> quotas) {
    Objects.requireNonNull(quotas, "quotas");
    return with(
        new Extras(
            extras.usual(),
            extras.parcels(),
            extras.hours(),
            List.copyOf(quotas),
            extras.safeguards()));
  }

  /**
   * The same importer with its safeguards. Where imports of the year to date are declared with
   * goods, {@code US with imports:US beef=272000 t}, they settle whether the safeguard counts; what
   * is usual is then not assumed.
   *
   * @param safeguards the safeguards of each fiscal year
   * @return a new importer
   */
  public Importer withSafeguards(List<YearlySafeguard> safeguards) {
    Objects.requireNonNull(safeguards, "safeguards");
    return with(
        new Extras(
            extras.usual(),
            extras.parcels(),
            extras.hours(),
            extras.quotas(),
            List.copyOf(safeguards)));
  }

  private Importer with(Extras other) {
    return new Importer(name, book, regime, evidence, other);
  }

  /**
   * The law that an entry falls under.
   *
   * @param when the day of entry, ISO 8601; on a day on which the law turned at an hour it may be
   *     followed by the local time, {@code 2025-11-10 13:01}
   * @return the law; before the hour that of the day before
   * @throws IllegalArgumentException when an hour is stated for a day on which no hour counts
   */
  public TariffLaw on(String when) {
    Objects.requireNonNull(when, "when");
    return on(EntryTime.parse(when));
  }

  /**
   * The law that an entry falls under.
   *
   * @param when the day of entry; where the law turned at an hour also that of entry
   * @return the law; before the hour that of the day before
   * @throws IllegalArgumentException when an hour is stated for a day on which no hour counts
   */
  public TariffLaw on(EntryTime when) {
    Objects.requireNonNull(when, "when");
    if (when.hour().isEmpty()) {
      return book.on(when.day());
    }
    TurningHour turn =
        turningHour(when.day())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No hour counts at the border of "
                            + name
                            + " on "
                            + when.day()
                            + ": state the day alone, but was '"
                            + when
                            + "'"));
    boolean before = when.hour().orElseThrow().isBefore(turn.hour());
    return book.on(before ? when.day().minusDays(1) : when.day());
  }

  /**
   * The hour at which the law turned on a day.
   *
   * @param day the day
   * @return the hour with its convention, empty where the law of the whole day is one
   */
  public Optional<TurningHour> turningHour(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return extras.hours().stream().filter(h -> h.day().equals(day)).findFirst();
  }

  /**
   * The layers of the duty on goods of an origin. Rules for low values depend on the value and
   * count in {@link #landed} alone.
   *
   * @param line the tariff line, heading or chapter
   * @param origin the origin, which may claim and declare: {@code US claiming CUSMA}
   * @param when the day of entry, where it counts with its hour
   * @return the stack; it assesses any value
   */
  public DutyStack duty(String line, String origin, String when) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(when, "when");
    return duty(line, origin, EntryTime.parse(when));
  }

  /**
   * The layers of the duty on goods of an origin, as {@link #duty(String, String, String)} has
   * them.
   *
   * @param line the tariff line, heading or chapter
   * @param origin the origin, which may claim and declare
   * @param when the day of entry, where it counts with its hour
   * @return the stack; it assesses any value
   */
  public DutyStack duty(String line, String origin, EntryTime when) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    TariffLaw law = on(when);
    return law.stack(code(line), origin(law, line, origin));
  }

  /**
   * The duties of several origins, lowest first.
   *
   * @param line the tariff line
   * @param when the day of entry
   * @param origins the origins
   * @return the comparison
   */
  public DutyComparison compare(String line, String when, String... origins) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(origins, "origins");
    return compare(line, EntryTime.parse(when), origins);
  }

  /**
   * The duties of several origins, lowest first.
   *
   * @param line the tariff line
   * @param when the day of entry, where it counts with its hour
   * @param origins the origins
   * @return the comparison
   */
  public DutyComparison compare(String line, EntryTime when, String... origins) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    TariffLaw law = on(when);
    return DutyComparison.of(
        law, code(line), Arrays.stream(origins).map(o -> origin(law, line, o)).toList());
  }

  /**
   * The duties of some origins over time; of two origins also the gap.
   *
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins; what is usual is taken as on the last day
   * @return the timeline
   * @throws IllegalArgumentException when the last day is before the first
   */
  public RateTimeline timeline(String line, String firstDay, String lastDay, String... origins) {
    Objects.requireNonNull(firstDay, "firstDay");
    Objects.requireNonNull(lastDay, "lastDay");
    return timeline(
        line,
        DayText.parse("firstDay", Texts.plainSigns(firstDay)),
        DayText.parse("lastDay", Texts.plainSigns(lastDay)),
        origins);
  }

  /**
   * The duties of some origins over time; of two origins also the gap.
   *
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins; what is usual is taken as on the last day
   * @return the timeline
   * @throws IllegalArgumentException when the last day is before the first
   */
  public RateTimeline timeline(
      String line, LocalDate firstDay, LocalDate lastDay, String... origins) {
    Objects.requireNonNull(firstDay, "firstDay");
    Objects.requireNonNull(lastDay, "lastDay");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "lastDay must not be before firstDay, but was " + lastDay + " < " + firstDay);
    }
    TariffLaw law = book.on(lastDay);
    return RateTimeline.of(
        book,
        code(line),
        Arrays.stream(origins).map(o -> origin(law, line, o)).toList(),
        LocalDateRange.ofClosed(firstDay, lastDay));
  }

  /**
   * The landed cost of goods, with the fees and taxes whose evidence is good enough; what is left
   * out stands in its stamp.
   *
   * <p>A rule for low values counts where the goods are within its threshold and what it asks for
   * is declared, {@code sent to a consumer=yes}, or usual; while that is open, the cost is bounded.
   *
   * @param shipment the goods
   * @param when the day of entry
   * @return the cost as a waterfall, in the importer's currency
   * @throws IllegalArgumentException when amounts are in several currencies and no exchange rate is
   *     stated
   */
  public LandedCost landed(Shipment shipment, String when) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(when, "when");
    return landed(shipment, EntryTime.parse(when));
  }

  /**
   * The landed cost of goods, as {@link #landed(Shipment, String)} has it.
   *
   * @param shipment the goods
   * @param when the day of entry, where it counts with its hour
   * @return the cost as a waterfall, in the importer's currency
   * @throws IllegalArgumentException when amounts are in several currencies and no exchange rate is
   *     stated
   */
  public LandedCost landed(Shipment shipment, EntryTime when) {
    Objects.requireNonNull(shipment, "shipment");
    TariffLaw law = on(when);
    DeclaredOrigin origin =
        usual(law, shipment.line(), new DeclaredOrigin(shipment.origin(), shipment.facts()));
    return costs().price(shipment.withFacts(origin.facts()), law, when.day());
  }

  private EntryCosts costs() {
    return new EntryCosts(name, regime, evidence, extras.parcels());
  }

  /**
   * The calculator of landed costs: basis of valuation, fees and taxes of a day.
   *
   * @param line the tariff line, since taxes differ by goods
   * @param day the day of entry
   * @return the calculator, which says what it leaves out
   */
  public LandedCostCalculator calculator(HsCode line, LocalDate day) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(day, "day");
    return costs().calculator(line, day);
  }

  /**
   * What is known of the border on a day and is left out: for want of evidence, or because it is
   * known in words only.
   *
   * @param day the day of entry
   * @return the rules, with their sources
   */
  public List<BorderRule> missing(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return regime.missing(day, evidence);
  }

  /** The origin with what is usual; own goods and quotas that do not exist are refused. */
  private DeclaredOrigin origin(TariffLaw law, String line, String text) {
    return usual(law, code(line), DeclaredOrigin.parse(Texts.plainSigns(text)));
  }

  private static HsCode code(String line) {
    return HsCode.of(Texts.plainSigns(line));
  }

  private Declarations declarations() {
    return new Declarations(name, book, extras.quotas(), extras.safeguards());
  }

  /**
   * An origin with what is usually declared unless it says otherwise.
   *
   * @param law the law of the entry
   * @param line the tariff line
   * @param stated the origin with its declaration
   * @return the origin with more declared
   */
  DeclaredOrigin usual(TariffLaw law, HsCode line, DeclaredOrigin stated) {
    declarations().check(stated, law.day());
    DeclaredFacts usual = extras.usual().of(line, stated.country(), law.day());
    DeclaredFacts settled = settled(line, law.day(), stated.facts(), usual);
    return stated.withDefaults(Declarations.claimable(law, line, stated.country(), settled));
  }

  /** What is usual, with what declared imports say of safeguards in place of assumptions. */
  private DeclaredFacts settled(
      HsCode line, LocalDate day, DeclaredFacts stated, DeclaredFacts usual) {
    DeclaredFacts settled = usual;
    for (YearlySafeguard each : extras.safeguards()) {
      boolean asked = stated.factNames().stream().anyMatch(each.asksFor()::contains);
      if (asked && each.year().contains(day) && each.products().contains(line)) {
        DeclaredFacts open = settled.without(each.fact());
        settled =
            each.isTriggered(stated)
                .map(yes -> open.withFact(each.fact(), yes ? "yes" : "no"))
                .orElse(open);
      }
    }
    return settled;
  }

  /**
   * The duty on an entry that a quota may split in two: the part within its balance, and the rest.
   *
   * @param line the tariff line
   * @param origin the origin and what else is declared, without the quota's state
   * @param day the day of entry
   * @param value the customs value of the whole entry, in the importer's currency
   * @param quantities its quantities; the first in the dimension of the quota is the one it counts
   * @param position where the entry stands to the quota, from its balance or a ledger
   * @return the duty of both parts
   * @throws IllegalArgumentException when no quantity is in the dimension of the quota, or the
   *     importer has no quota of that number
   */
  public QuotaDuty duty(
      String line,
      String origin,
      String day,
      BigMoney value,
      List<Quantity> quantities,
      QuotaPosition position) {
    Objects.requireNonNull(day, "day");
    return duty(line, origin, EntryTime.parse(day), value, quantities, position);
  }

  /**
   * The duty on an entry that a quota may split in two: the part within its balance, and the rest.
   *
   * @param line the tariff line
   * @param origin the origin and what else is declared, without the quota's state
   * @param when the day of entry, where it counts with its hour
   * @param value the customs value of the whole entry, in the importer's currency
   * @param quantities its quantities; the first in the dimension of the quota is the one it counts
   * @param position where the entry stands to the quota, from its balance or a ledger
   * @return the duty of both parts
   * @throws IllegalArgumentException when no quantity is in the dimension of the quota, or the
   *     importer has no quota of that number
   */
  public QuotaDuty duty(
      String line,
      String origin,
      EntryTime when,
      BigMoney value,
      List<Quantity> quantities,
      QuotaPosition position) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(position, "position");
    TariffLaw law = on(when);
    declarations().requireQuota(position.quota());
    return QuotaDuty.of(law, code(line), origin(law, line, origin), value, quantities, position);
  }

  /**
   * Where an entry stands to a quota of which it is known how much is left.
   *
   * @param number the order number of the quota, or its name
   * @param day the day of entry
   * @param left what is left of the period's volume before the entry, as the authorities publish it
   * @param entry the quantity of the entry
   * @return the position, for {@link #duty(String, String, String, BigMoney, List, QuotaPosition)}
   * @throws IllegalArgumentException when there is no such quota on the day, more is left than its
   *     volume or less than nothing, or the quantities are of another dimension
   */
  public QuotaPosition position(String number, LocalDate day, Quantity left, Quantity entry) {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(entry, "entry");
    QuotaTerms terms = quota(number, day);
    Quantity volume = terms.volume();
    BigDecimal rest = left.in(volume.unit()).amount();
    if (rest.signum() < 0 || rest.compareTo(volume.amount()) > 0) {
      throw new IllegalArgumentException(
          "What is left of quota "
              + number
              + " must be within 0 and its volume of "
              + volume
              + ", but was "
              + left);
    }
    Quantity used = new Quantity(volume.amount().subtract(rest), volume.unit());
    return QuotaPosition.of(new TariffQuota(terms.name(), volume, used), entry);
  }

  /** {@return the territory that imports: a country's code, or {@code EU}} */
  public String name() {
    return name;
  }

  /** {@return the tariff: that of the territory, or of its customs union} */
  public TariffBook book() {
    return book;
  }

  /** {@return the border besides the tariff} */
  public BorderRegime regime() {
    return regime;
  }

  /** {@return how good the evidence of the regime's rules must be} */
  public Evidence evidence() {
    return evidence;
  }

  /** {@return the currency of customs values} */
  public CurrencyUnit currency() {
    return book.currency();
  }

  /**
   * The basis of valuation.
   *
   * @param day the day of entry
   * @return the basis, empty where none is known
   */
  public Optional<ValuationBasis> basis(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return regime.basis(day);
  }

  /** {@return the tariff quotas that are known, for ledgers and positions} */
  public List<QuotaTerms> quotas() {
    return extras.quotas();
  }

  /**
   * The terms of one quota.
   *
   * @param number its order number, or its name
   * @param day a day of its period
   * @return the terms of the period
   * @throws IllegalArgumentException when there is no such quota on the day; the message lists
   *     those there are
   */
  public QuotaTerms quota(String number, LocalDate day) {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(day, "day");
    List<QuotaTerms> inForce =
        extras.quotas().stream().filter(q -> q.period().contains(day)).toList();
    return inForce.stream()
        .filter(q -> q.name().equals(number))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names = new ArrayList<>();
              inForce.forEach(q -> names.add(q.name()));
              return new IllegalArgumentException(
                  "No quota "
                      + Texts.quoted(number)
                      + " at the border of "
                      + name
                      + " on "
                      + day
                      + ": there are "
                      + (names.isEmpty() ? "none" : String.join(", ", names)));
            });
  }

  /** {@return the safeguards that are known, each with its triggers of a fiscal year} */
  public List<YearlySafeguard> safeguards() {
    return extras.safeguards();
  }

  /**
   * The safeguard on some goods.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @return its triggers of the fiscal year, empty where none is known
   */
  public Optional<YearlySafeguard> safeguard(String line, LocalDate day) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(day, "day");
    HsCode code = code(line);
    return extras.safeguards().stream()
        .filter(s -> s.year().contains(day) && s.products().contains(code))
        .findFirst();
  }

  /** The territory and its book. */
  @Override
  public String toString() {
    return name.equals(book.territory()) ? name + " importing" : name + " importing under " + book;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Importer that
        && name.equals(that.name)
        && book.equals(that.book)
        && regime.equals(that.regime)
        && evidence.equals(that.evidence)
        && extras.equals(that.extras);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, book, regime, evidence, extras);
  }
}
