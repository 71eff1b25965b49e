package org.tariffeconomics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.landedcost.Parity;
import org.tariffeconomics.landedcost.ParityAnswer;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsProvisions;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.tariff.DutyChange;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyGap;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateTimeline;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.threeten.extra.LocalDateRange;

/**
 * The verbs of {@link Tariffs} on who pays what duty in the United States: on a day, over time, and
 * by how much more than a rival.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class DutyVerbs extends RateVerbs permits CostVerbs {

  DutyVerbs() {}

  /**
   * The bundled tariff law of the United States.
   *
   * @return the book of the verified facts
   */
  public static TariffBook us() {
    return UsTariffs.book();
  }

  /**
   * What importers of goods into the United States are taken to declare where nothing is said: the
   * verbs name it in the stamp of every result that it moved.
   *
   * @return the assumptions; {@code usual().withUsmca()} also takes goods of Mexico and Canada to
   *     claim the USMCA, {@code withUsContent("40%")} their cars to have that approved content
   */
  public static UsualFacts usual() {
    return UsualFacts.us();
  }

  /**
   * Job 1: the duties of several origins on a day, lowest first.
   *
   * <p>A group of origins, and {@code "*"} for all, stands for foreign ones: the United States,
   * Puerto Rico and the possessions (American Samoa, Guam, the Northern Marianas, the Virgin
   * Islands, the outlying islands) are left out, which the result says, since they are no rivals of
   * importers; one that is named is compared.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins
   * @return the comparison, by the law as finally published
   */
  public static DutyComparison compare(String line, String day, String... origins) {
    return compare(line, day(day), origins);
  }

  /**
   * Job 1: the duties of several origins on a day, lowest first.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins; all where none is named
   * @return the comparison, by the law as finally published
   */
  public static DutyComparison compare(String line, LocalDate day, String... origins) {
    return compare(us().on(day), line, origins);
  }

  /**
   * Job 1: the duties of several origins on a day, as one could know them on that day.
   *
   * @param line the tariff line
   * @param day the day of entry and of knowledge
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compareAsKnown(String line, String day, String... origins) {
    return compareAsKnown(line, day(day), origins);
  }

  /**
   * Job 1: the duties of several origins on a day, as one could know them on that day.
   *
   * @param line the tariff line
   * @param day the day of entry and of knowledge
   * @param origins the origins; all where none is named
   * @return the comparison
   */
  public static DutyComparison compareAsKnown(String line, LocalDate day, String... origins) {
    return compare(us().on(day).asKnownOn(day), line, origins);
  }

  /**
   * Job 1: the duties of several origins under any law.
   *
   * @param law the law
   * @param line the tariff line
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compare(TariffLaw law, String line, String... origins) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    Origins asked = origins(law.book(), line, law.day(), origins);
    return asked.noted(
        DutyComparison.of(law, HsCode.of(line), asked.declared()), DutyComparison::withAssumption);
  }

  /**
   * The layers of one origin's duty on a day.
   *
   * @param line the tariff line
   * @param origin the origin
   * @param day the day of entry
   * @return the stack; it assesses any value
   */
  public static DutyStack duty(String line, String origin, String day) {
    return duty(line, origin, day(day));
  }

  /**
   * The layers of one origin's duty on a day.
   *
   * @param line the tariff line
   * @param origin the origin
   * @param day the day of entry
   * @return the stack; it assesses any value
   */
  public static DutyStack duty(String line, String origin, LocalDate day) {
    HsCode code = HsCode.of(line);
    return us().on(day).stack(code, origin(origin, code, day));
  }

  /** One origin with what is usual for its goods. */
  static DeclaredOrigin origin(String origin, HsCode code, LocalDate day) {
    return us().requireClaimable(usual().origin(origin, code, day));
  }

  /**
   * Holds a claim against a duty: {@code check("15%", duty("8703.23.01", "JP", "2025-09-16"))}.
   *
   * @param claim a rate as somebody claims it; it is as exact as it is written
   * @param duty the duty
   * @return whether the claim holds; neither right nor wrong where the duty is not one known rate
   */
  public static ClaimCheck check(String claim, DutyStack duty) {
    Objects.requireNonNull(duty, "duty");
    return duty.check(claim);
  }

  /**
   * Job 2: the duties of some origins over time; of two origins also the gap.
   *
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline, by the law as finally published
   * @throws IllegalArgumentException when the last day is before the first
   */
  public static RateTimeline timeline(
      String line, String firstDay, String lastDay, String... origins) {
    return timeline(line, day(firstDay), day(lastDay), origins);
  }

  /**
   * Job 2: the duties of some origins over time; of two origins also the gap.
   *
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline, by the law as finally published
   * @throws IllegalArgumentException when the last day is before the first
   */
  public static RateTimeline timeline(
      String line, LocalDate firstDay, LocalDate lastDay, String... origins) {
    Require.day("firstDay", firstDay);
    Require.day("lastDay", lastDay);
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "lastDay must not be before firstDay, but was " + lastDay + " < " + firstDay);
    }
    Objects.requireNonNull(origins, "origins");
    LocalDateRange days = LocalDateRange.ofClosed(firstDay, lastDay);
    Origins asked = origins.length == 0 ? Origins.NONE : origins(us(), line, lastDay, origins);
    return asked.noted(
        RateTimeline.of(us(), HsCode.of(line), asked.declared(), days),
        RateTimeline::withAssumption);
  }

  /**
   * Job 6: what changes between two days, for whom.
   *
   * @param line the tariff line
   * @param before the day before
   * @param after the day after
   * @param origins the origins looked at
   * @return the duties that differ
   */
  public static DutyChange beforeAfter(
      String line, String before, String after, String... origins) {
    return beforeAfter(line, day(before), day(after), origins);
  }

  /**
   * Job 6: what changes between two days, for whom.
   *
   * @param line the tariff line
   * @param before the day before
   * @param after the day after
   * @param origins the origins looked at; all where none is named
   * @return the duties that differ
   */
  public static DutyChange beforeAfter(
      String line, LocalDate before, LocalDate after, String... origins) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    requireOrder(before, after);
    Origins asked = origins(us(), line, after, origins);
    return asked.noted(
        DutyChange.between(
            us().on(before), us().on(after), List.of(HsCode.of(line)), asked.declared()),
        DutyChange::withAssumption);
  }

  /**
   * Job 2: how far one origin's duty lies above a rival's on a day.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origin the origin, or a group: then the difference is that of any of its members
   * @param rival the rival, or a group
   * @return the difference on the same goods, positive where the origin pays more; a range where
   *     the line or a fact that is not declared decides: from the least to the most of the lines,
   *     each compared with itself, with the facts of the goods alike on both sides ({@link
   *     DutyGap})
   * @throws IllegalStateException when either duty is not known, with the reasons
   */
  public static GapRange gap(String line, String day, String origin, String rival) {
    return gap(line, day(day), origin, rival);
  }

  /**
   * Job 2: how far one origin's duty lies above a rival's on a day.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param origin the origin
   * @param rival the rival
   * @return the difference, positive where the origin pays more
   */
  public static GapRange gap(String line, LocalDate day, String origin, String rival) {
    List<DutyStack> ours = known(line, day, origin);
    List<DutyStack> theirs = known(line, day, rival);
    return ours.stream()
        .flatMap(one -> theirs.stream().flatMap(other -> DutyGap.between(one, other).stream()))
        .reduce(GapRange::union)
        .orElseThrow(() -> new IllegalStateException(withoutGoods(ours.get(0), theirs.get(0))));
  }

  /**
   * Job 3: the all-in rate with which one origin draws level with a rival's duty.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param rival the rival
   * @return the rival's rate; a range where the line or a fact that is not declared decides
   * @throws IllegalStateException when the rival's duty is not known, with the reasons
   */
  public static RateRange levelRate(String line, String day, String rival) {
    return levelRate(line, day(day), rival);
  }

  /**
   * Job 3: the all-in rate with which one origin draws level with a rival's duty.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param rival the rival
   * @return the rival's rate
   */
  public static RateRange levelRate(String line, LocalDate day, String rival) {
    return known(line, day, rival).stream()
        .map(each -> each.range().orElseThrow())
        .reduce(RateRange::union)
        .orElseThrow();
  }

  /**
   * Job 3: the all-in rate that gives an origin back the lead that it had over a rival.
   *
   * @param line the tariff line
   * @param dayThen the day on which it had the lead
   * @param dayNow the day on which it wants it back
   * @param origin the origin
   * @param rival the rival
   * @return the rate, or that none is low enough; the two that it lies between where the line or a
   *     fact that is not declared decides
   * @throws IllegalArgumentException when the days are not in order, or an origin is several that
   *     pay different rates
   */
  public static ParityAnswer<Rate> rateRestoringLead(
      String line, String dayThen, String dayNow, String origin, String rival) {
    return rateRestoringLead(line, day(dayThen), day(dayNow), origin, rival);
  }

  /**
   * Job 3: the all-in rate that gives an origin back the lead that it had over a rival.
   *
   * @param line the tariff line
   * @param dayThen the day on which it had the lead
   * @param dayNow the day on which it wants it back
   * @param origin the origin
   * @param rival the rival
   * @return the rate, or that none is low enough
   * @throws IllegalArgumentException when the days are not in order, or an origin is several that
   *     pay different rates
   */
  public static ParityAnswer<Rate> rateRestoringLead(
      String line, LocalDate dayThen, LocalDate dayNow, String origin, String rival) {
    Objects.requireNonNull(dayThen, "dayThen");
    Objects.requireNonNull(dayNow, "dayNow");
    requireOrder(dayThen, dayNow);
    return Parity.rateRestoringLead(
        ofOne(line, dayThen, origin), ofOne(line, dayThen, rival), ofOne(line, dayNow, rival));
  }

  /**
   * What chapter 99 says under some headings, in force or not, with its documents: {@code
   * provisions("9903.01").on(day).table()}.
   *
   * @param prefix the digits that they begin with, e.g. {@code 9903.01} or {@code 9903.88.03}
   * @return the headings in order
   * @throws IllegalArgumentException when no heading begins so
   * @see UsTariffs#provisions
   */
  public static UsProvisions provisions(String prefix) {
    return UsTariffs.provisions(prefix);
  }

  /**
   * What a line's row in the schedule says on a day: rates and units of quantity as published.
   *
   * @param line a code of eight digits or more
   * @param day the day
   * @return the legal line; empty where the schedule has none
   * @throws IllegalArgumentException when the day lies before the first edition held
   */
  public static Optional<DatedLine> scheduleLine(String line, String day) {
    return scheduleLine(line, day(day));
  }

  /**
   * What a line's row in the schedule says on a day: rates and units of quantity as published.
   *
   * @param line a code of eight digits or more
   * @param day the day
   * @return the legal line; empty where the schedule has none
   * @throws IllegalArgumentException when the day lies before the first edition held
   */
  public static Optional<DatedLine> scheduleLine(String line, LocalDate day) {
    Objects.requireNonNull(day, "day");
    DatedSchedule schedule = UsTariffs.schedule(Facts.VERIFIED_ONLY);
    LocalDate first = schedule.outline().editions().firstKey();
    if (day.isBefore(first)) {
      throw new IllegalArgumentException(
          "day must not be before " + first + ", the first edition held, but was " + day);
    }
    return schedule.line(HsCode.of(line), day);
  }

  /** The duty of an origin, or that of each member of a group, where all of them have bounds. */
  private static List<DutyStack> known(String line, LocalDate day, String origin) {
    HsCode code = HsCode.of(line);
    boolean isGroup = DeclaredOrigin.parseAll(origin, day).size() > 1;
    List<DutyStack> stacks =
        isGroup
            ? origins(us(), line, day, origin).declared().stream()
                .map(each -> us().on(day).stack(code, each))
                .toList()
            : List.of(duty(line, origin, day));
    for (DutyStack each : stacks) {
      if (each.range().isEmpty()) {
        throw new IllegalStateException(withoutRate(each));
      }
    }
    return stacks;
  }

  /** The duty of an origin, or the one that all members of a group pay. */
  private static DutyStack ofOne(String line, LocalDate day, String origin) {
    List<DutyStack> stacks = known(line, day, origin);
    DutyStack first = stacks.get(0);
    for (DutyStack each : stacks) {
      if (!each.isSameDutyAs(first)) {
        throw new IllegalArgumentException(
            "The members of '"
                + origin
                + "' pay different duties, such as "
                + first
                + " and "
                + each
                + ": name one of them");
      }
    }
    return first;
  }

  private static String withoutGoods(DutyStack one, DutyStack other) {
    return "No goods of "
        + one.line()
        + " may be imported from both "
        + one.origin()
        + " and "
        + other.origin()
        + " on "
        + one.law().day();
  }

  private static String withoutRate(DutyStack stack) {
    String of = stack.line() + " from " + stack.origin() + " on " + stack.law().day();
    String why = String.join("; ", stack.reasons());
    return switch (stack.outcome()) {
      case PROHIBITED -> "The import of " + of + " is not allowed: " + why;
      case UNDETERMINED -> "The duty on " + of + " is not known: " + why;
      case ASSESSED, BOUNDED ->
          "The duty on "
              + of
              + " is no share of the value alone: "
              + (why.isEmpty() ? stack.summary() : why)
              + ". What it comes to at a price by quantity: duty(…).atUnitValue(\"USD 5.50/kg\")";
    };
  }

  /**
   * The origins that a question is about.
   *
   * @param declared the origins, each once
   * @param leftOut those that a group or all of them would have and that are no foreign ones
   */
  record Origins(List<DeclaredOrigin> declared, NavigableSet<String> leftOut) {

    static final Origins NONE = new Origins(List.of(), Collections.emptyNavigableSet());

    /** An answer that says who was left out. */
    <T> T noted(T answer, BiFunction<T, String, T> note) {
      return leftOut.isEmpty()
          ? answer
          : note.apply(
              answer,
              "all origins but "
                  + String.join(", ", leftOut)
                  + ", whose goods are not foreign: name one to have it");
    }
  }

  /**
   * No origin named means all of them; of a group or of all, the importer itself, the parts of its
   * customs territory and its possessions are left out, since their goods are no rivals' goods.
   */
  static Origins origins(TariffBook book, String line, LocalDate day, String... origins) {
    Objects.requireNonNull(origins, "origins");
    HsCode code = HsCode.of(line);
    TariffLaw law = book.on(day);
    NavigableSet<String> leftOut = new TreeSet<>();
    Set<DeclaredOrigin> declared = new LinkedHashSet<>();
    for (String text : origins.length == 0 ? new String[] {"*"} : origins) {
      List<DeclaredOrigin> named = DeclaredOrigin.parseAll(text, day);
      for (DeclaredOrigin each : named) {
        if (named.size() > 1 && law.isHomeOrigin(each.country())) {
          leftOut.add(each.country().alpha2());
        } else {
          declared.add(book.requireClaimable(withUsual(book, each, code, day)));
        }
      }
    }
    declared.forEach(each -> leftOut.remove(each.country().alpha2()));
    return new Origins(List.copyOf(declared), leftOut);
  }

  /** The origin with what is usually declared for it in the United States. */
  static DeclaredOrigin withUsual(
      TariffBook book, DeclaredOrigin origin, HsCode code, LocalDate day) {
    return book.territory().equals("US")
        ? origin.withDefaults(usual().of(code, origin.country(), day))
        : origin;
  }
}
