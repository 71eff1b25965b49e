package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.threeten.extra.LocalDateRange;

/**
 * One rule of tariff law: what it does, to which goods, at which rate, on which part of the value,
 * when, and from where we know it.
 *
 * <p>Two clocks: {@link #inForce} is when the law applies, {@link #knownFrom} is when one could
 * have known it. A law with retroactive effect is known later than it is in force. The end of a law
 * may be known later than its beginning ({@link #endKnownFrom}): until then the law has no end.
 *
 * @param id the measure's name in messages, unique in a book
 * @param programme the layer it belongs to
 * @param rule what it does
 * @param targets the programmes that it replaces or exempts from; empty for other rules
 * @param products the goods it is for
 * @param origins the origins it is for
 * @param rate the duty rate; {@link DutyRate.Free} for exemptions and prohibitions
 * @param portion the part of the customs value it is charged on
 * @param inForce the days on which it applies, half-open
 * @param knownFrom the first day on which it was known, null for ever since
 * @param endKnownFrom the first day on which its end was known, null for ever since
 * @param conditions what must be declared for it to apply, all of them
 * @param source where it stands
 */
public record TariffMeasure(
    String id,
    String programme,
    Rule rule,
    List<String> targets,
    ProductScope products,
    OriginScope origins,
    DutyRate rate,
    Portion portion,
    LocalDateRange inForce,
    @Nullable LocalDate knownFrom,
    @Nullable LocalDate endKnownFrom,
    List<Condition> conditions,
    Source source) {

  private static final Source UNSOURCED = Source.user("user-supplied");

  /**
   * Creates a measure.
   *
   * @param id the measure's name in messages, unique in a book
   * @param programme the layer it belongs to
   * @param rule what it does
   * @param targets the programmes that it replaces or exempts from
   * @param products the goods it is for
   * @param origins the origins it is for
   * @param rate the duty rate
   * @param portion the part of the customs value it is charged on
   * @param inForce the days on which it applies, half-open
   * @param knownFrom the first day on which it was known, null for ever since
   * @param endKnownFrom the first day on which its end was known, null for ever since
   * @param conditions what must be declared for it to apply, all of them
   * @param source where it stands
   * @throws IllegalArgumentException when the id or programme is blank, or targets are missing
   *     where the rule needs them or given where it has none
   */
  public TariffMeasure {
    if (id.isBlank() || programme.isBlank()) {
      throw new IllegalArgumentException(
          "A measure needs an id and a programme, but had '" + id + "' and '" + programme + "'");
    }
    targets = List.copyOf(targets);
    conditions = List.copyOf(conditions);
    if (targets.isEmpty() == rule.namesTargets()) {
      throw new IllegalArgumentException(
          "Measure '" + id + "' of rule " + rule + " cannot have the targets " + targets);
    }
  }

  /**
   * A measure in force at all times and known ever since; the {@code with…}, {@link #from} and
   * {@link #until} methods narrow it.
   *
   * @param programme the layer, also used as the id
   * @param rule what it does; not one that names targets
   * @param products the goods, as {@link ProductScope#parse} reads them
   * @param origins the origins, as {@link OriginScope#parse} reads them
   * @param rate the rate, as {@link DutyRate#parse} reads it
   * @return the measure
   */
  public static TariffMeasure of(
      String programme, Rule rule, String products, String origins, String rate) {
    return new TariffMeasure(
        programme,
        programme,
        rule,
        List.of(),
        ProductScope.parse(products),
        OriginScope.parse(origins),
        DutyRate.parse(rate),
        Portion.FULL,
        LocalDateRange.ALL,
        null,
        null,
        List.of(),
        UNSOURCED);
  }

  /**
   * The ordinary duty of some goods from everywhere.
   *
   * @param products the goods
   * @param rate the rate
   * @return the measure, of the programme {@code MFN}
   */
  public static TariffMeasure base(String products, String rate) {
    return of("MFN", Rule.BASE, products, "*", rate);
  }

  /**
   * A preference, charged in place of the base duty when it is claimed by its name.
   *
   * @param programme the preference's name, e.g. {@code KORUS}
   * @param products the goods
   * @param origins the origins
   * @param rate the rate
   * @return the measure
   */
  public static TariffMeasure preference(
      String programme, String products, String origins, String rate) {
    return of(programme, Rule.PREFERENCE, products, origins, rate);
  }

  /**
   * A duty on top.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the rate
   * @return the measure
   */
  public static TariffMeasure adds(String programme, String products, String origins, String rate) {
    return of(programme, Rule.ADDS, products, origins, rate);
  }

  /**
   * An all-inclusive total.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the total
   * @return the measure
   */
  public static TariffMeasure topsUpTo(
      String programme, String products, String origins, String rate) {
    return of(programme, Rule.TOPS_UP_TO, products, origins, rate);
  }

  /**
   * An exemption from other programmes.
   *
   * @param programme the layer that the exemption belongs to
   * @param products the goods
   * @param origins the origins
   * @param exempted the programmes that are switched off
   * @return the measure
   */
  public static TariffMeasure exempts(
      String programme, String products, String origins, String... exempted) {
    return of(programme, Rule.ADDS, products, origins, "Free").as(Rule.EXEMPTS, List.of(exempted));
  }

  /**
   * A duty in place of other programmes.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the rate
   * @param replaced the programmes it takes the place of
   * @return the measure
   */
  public static TariffMeasure replaces(
      String programme, String products, String origins, String rate, String... replaced) {
    return of(programme, Rule.ADDS, products, origins, rate).as(Rule.REPLACES, List.of(replaced));
  }

  private TariffMeasure as(Rule other, List<String> programmes) {
    return new TariffMeasure(
        id,
        programme,
        other,
        programmes,
        products,
        origins,
        rate,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure under another name.
   *
   * @param name the new id
   * @return a new measure
   */
  public TariffMeasure named(String name) {
    return new TariffMeasure(
        name,
        programme,
        rule,
        targets,
        products,
        origins,
        rate,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure at another rate.
   *
   * @param other the rate
   * @return a new measure
   */
  public TariffMeasure at(DutyRate other) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        origins,
        other,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure at an ad valorem rate.
   *
   * @param other the rate
   * @return a new measure
   */
  public TariffMeasure at(Rate other) {
    return at(DutyRate.adValorem(other));
  }

  /**
   * The same measure for other origins.
   *
   * @param other the origins
   * @return a new measure
   */
  public TariffMeasure forOrigins(OriginScope other) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        other,
        rate,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure for other goods.
   *
   * @param other the goods
   * @return a new measure
   */
  public TariffMeasure forProducts(ProductScope other) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        other,
        origins,
        rate,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure charged on a part of the value.
   *
   * @param part the part
   * @return a new measure
   */
  public TariffMeasure onPortion(Portion part) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        origins,
        rate,
        part,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure in force during other days.
   *
   * @param days the days, half-open
   * @return a new measure
   */
  public TariffMeasure during(LocalDateRange days) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        origins,
        rate,
        portion,
        days,
        knownFrom,
        endKnownFrom,
        conditions,
        source);
  }

  /**
   * The same measure in force from a day on.
   *
   * @param firstDay the first day of force, ISO 8601
   * @return a new measure
   * @throws IllegalArgumentException when that is after its end
   */
  public TariffMeasure from(String firstDay) {
    return during(range(LocalDate.parse(firstDay), inForce.getEnd()));
  }

  /**
   * The same measure in force until a day.
   *
   * @param firstDayAfter the first day on which it is no longer in force, ISO 8601
   * @return a new measure
   * @throws IllegalArgumentException when that is before its beginning
   */
  public TariffMeasure until(String firstDayAfter) {
    return during(range(inForce.getStart(), LocalDate.parse(firstDayAfter)));
  }

  /**
   * The same measure in force through a day.
   *
   * @param lastDay the last day of force, ISO 8601
   * @return a new measure
   * @throws IllegalArgumentException when that is before its beginning
   */
  public TariffMeasure through(String lastDay) {
    return during(range(inForce.getStart(), LocalDate.parse(lastDay).plusDays(1)));
  }

  private LocalDateRange range(LocalDate start, LocalDate end) {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "The end of '" + id + "' must not be before its start, but was " + end + " < " + start);
    }
    return LocalDateRange.of(start, end);
  }

  /**
   * The same measure, known from a day on.
   *
   * @param day the first day on which it was known, ISO 8601
   * @return a new measure
   */
  public TariffMeasure knownFrom(String day) {
    return knownFrom(LocalDate.parse(day), endKnownFrom);
  }

  /**
   * The same measure with both days of knowledge.
   *
   * @param start the first day on which it was known, null for ever since
   * @param end the first day on which its end was known, null for ever since
   * @return a new measure
   */
  public TariffMeasure knownFrom(@Nullable LocalDate start, @Nullable LocalDate end) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        origins,
        rate,
        portion,
        inForce,
        start,
        end,
        conditions,
        source);
  }

  /**
   * The same measure with one more condition.
   *
   * @param condition the condition as text, see {@link Condition}
   * @return a new measure
   */
  public TariffMeasure when(String condition) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(Condition.parse(condition));
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        origins,
        rate,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        more,
        source);
  }

  /**
   * The same measure with its source.
   *
   * @param from where it stands
   * @return a new measure
   */
  public TariffMeasure sourced(Source from) {
    return new TariffMeasure(
        id,
        programme,
        rule,
        targets,
        products,
        origins,
        rate,
        portion,
        inForce,
        knownFrom,
        endKnownFrom,
        conditions,
        from);
  }

  /** Whether it is in force on a day, as one could know on another. */
  boolean isInForce(LocalDate day, Optional<LocalDate> knownOn) {
    return isKnown(knownOn) && inForceAsKnown(knownOn).contains(day);
  }

  /** Whether one could know it on a day. */
  boolean isKnown(Optional<LocalDate> knownOn) {
    return knownFrom == null || knownOn.map(k -> !knownFrom.isAfter(k)).orElse(true);
  }

  /** Its days of force as one could know them: an end not known yet is no end. */
  LocalDateRange inForceAsKnown(Optional<LocalDate> knownOn) {
    LocalDate known = knownOn.orElse(LocalDate.MAX);
    return endKnownFrom != null && endKnownFrom.isAfter(known)
        ? LocalDateRange.ofUnboundedEnd(inForce.getStart())
        : inForce;
  }

  /** For example {@code S232 autos: TOPS_UP_TO 15% on 8703 from JP, [2025-09-16, …)}. */
  @Override
  public String toString() {
    return id
        + ": "
        + rule
        + " "
        + (rule.namesTargets() ? String.join(", ", targets) + " " : "")
        + rate
        + " on "
        + products
        + " from "
        + origins
        + ", "
        + inForce;
  }
}
