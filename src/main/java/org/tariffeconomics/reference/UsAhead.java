package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.deal.Deadline;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What lies ahead of a day, as one could know it on that day: steps of the law that are laid down
 * already, suspensions that end, and deadlines after which something else is said to apply.
 *
 * <p>Steps of the law are found by asking the law of each later day, with the knowledge of the day,
 * for the duty of each partner on some lines: those that stand for the sectors, and one of each
 * measure that begins or ends on the step. Deadlines are those of the register. What happened later
 * is not looked at. A duty that is not one number, because something is not declared, has bounds on
 * both sides of a step.
 *
 * @since 0.1.0
 */
public final class UsAhead {

  /** One line of most of the programmes, for measures whose scope is a list by name. */
  private static final List<HsCode> SAMPLES =
      Stream.of(
              "9401.61.40.11",
              "9403.40.90.60",
              "4407.11.00",
              "7208.10.15",
              "7601.10.30",
              "7408.11.60",
              "8544.42.90",
              "8429.52.10",
              "8457.10.00",
              "8703.23.01",
              "8704.21.01",
              "8708.29.51",
              "8541.42.00",
              "8541.43.00",
              "8542.31.00",
              "3004.90.92",
              "8806.22.00",
              "2804.61.00",
              "8426.19.00",
              "8716.39.00",
              "0406.90.95",
              "2203.00.00",
              "6109.10.00")
          .map(HsCode::of)
          .toList();

  private final LocalDate day;
  private final List<Step> steps;
  private final List<Due> deadlines;
  private final Set<String> notes;

  private UsAhead(LocalDate day, List<Step> steps, List<Due> deadlines, Set<String> notes) {
    this.day = day;
    this.steps = List.copyOf(steps);
    this.deadlines = List.copyOf(deadlines);
    this.notes = notes;
  }

  /**
   * A change of duty that is laid down.
   *
   * @param day the first day of the new duty
   * @param line the tariff line
   * @param origin the partner: a country's code with what it claims, {@code KR (KORUS)}, all that
   *     is declared where two of one country would read alike, or a group's name
   * @param before the rate on the day before, or what it lies within
   * @param after the rate on the day, or what it lies within
   * @param change by how much the duty changes, positive where it rises
   */
  public record Step(
      LocalDate day,
      HsCode line,
      String origin,
      RateRange before,
      RateRange after,
      GapRange change) {

    /**
     * Refuses nulls.
     *
     * @param day the first day of the new duty
     * @param line the tariff line
     * @param origin the partner: a country's code with what it claims, or a group's name
     * @param before the rate on the day before, or what it lies within
     * @param after the rate on the day, or what it lies within
     * @param change by how much the duty changes, positive where it rises
     */
    public Step {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(change, "change");
    }

    /** The day, the line, the origin and both rates. */
    @Override
    public String toString() {
      return day
          + " "
          + line
          + " from "
          + origin
          + ": "
          + before.toText(1)
          + " → "
          + after.toText(1);
    }
  }

  /**
   * A deadline of a deal.
   *
   * @param deal the deal
   * @param deadline the deadline
   */
  public record Due(Deal deal, Deadline deadline) {

    /**
     * Refuses nulls.
     *
     * @param deal the deal
     * @param deadline the deadline
     */
    public Due {
      Objects.requireNonNull(deal, "deal");
      Objects.requireNonNull(deadline, "deadline");
    }

    /** The partner and the deadline. */
    @Override
    public String toString() {
      return deal.partner() + " " + deadline + ", otherwise " + deadline.otherwise();
    }
  }

  /**
   * What lies ahead for all partners of the register, and for a country that a step is for alone.
   *
   * @param day the day
   * @return the steps and the deadlines, by day; a duty that moves and is not known in full on a
   *     side is among the notes
   * @throws IllegalArgumentException when the day is before the first of which law is held
   */
  public static UsAhead of(LocalDate day) {
    Objects.requireNonNull(day, "day");
    UsTariffs.requireHeld(day);
    DealRegister register = UsDeals.register();
    List<Step> steps = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    List<String> partners = register.deals().stream().map(Deal::partner).distinct().toList();
    for (LocalDate each : later(UsTariffs.book(), day)) {
      Turn turn = Turn.of(UsTariffs.book(), each, day);
      Set<String> all = new LinkedHashSet<>(partners);
      all.addAll(turn.countriesAlone(partners));
      for (HsCode line : turn.lines()) {
        turn.note(line, turn.steps(line, all, steps)).ifPresent(notes::add);
      }
    }
    List<Due> dues = new ArrayList<>();
    for (Deal deal : register.deals()) {
      dues.addAll(dues(deal, day));
    }
    dues.sort(Comparator.comparing((Due d) -> d.deadline().day()));
    return new UsAhead(day, steps, dues, notes);
  }

  /**
   * What lies ahead for some goods of some origins.
   *
   * @param day the day
   * @param line the tariff line
   * @param origins the origins, each as {@link DeclaredOrigin#parse} reads it
   * @return the steps of their duties, and the deadlines of the deals that bind them
   * @throws IllegalArgumentException when the day is before the first of which law is held, or no
   *     line of the tariff has the code
   */
  public static UsAhead of(LocalDate day, HsCode line, Collection<DeclaredOrigin> origins) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origins, "origins");
    UsTariffs.requireHeld(day);
    requireGoods(line, day);
    TariffBook book = UsTariffs.book();
    List<Step> steps = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    schedule().remark(line, day).ifPresent(notes::add);
    Map<String, Deal> deals = new LinkedHashMap<>();
    for (DeclaredOrigin origin : origins) {
      for (LocalDate each : later(book, day)) {
        List<DutyStack> before = List.of(stack(book, each.minusDays(1), day, line, origin));
        List<DutyStack> after = List.of(stack(book, each, day, line, origin));
        step(each, line, origin.labelAmong(origins), before, after)
            .ifPresentOrElse(
                steps::add, () -> notTold(each, origin, before, after).ifPresent(notes::add));
      }
      UsDeals.register().dealOf(origin.country(), day).ifPresent(d -> deals.putIfAbsent(d.id(), d));
    }
    steps.sort(Comparator.comparing(Step::day));
    List<Due> dues = deals.values().stream().flatMap(d -> dues(d, day).stream()).toList();
    return new UsAhead(day, steps, dues, notes);
  }

  private static List<Due> dues(Deal deal, LocalDate day) {
    return deal.deadlines().stream()
        .filter(d -> !d.knownFrom().isAfter(day) && d.day().isAfter(day))
        .map(d -> new Due(deal, d))
        .toList();
  }

  private static DatedSchedule schedule() {
    return UsTariffs.schedule(Facts.VERIFIED_ONLY);
  }

  /** Of a code that no schedule has, nothing lies ahead, which is not to be read as no change. */
  private static void requireGoods(HsCode line, LocalDate day) {
    boolean isAbove = !schedule().linesBelow(line, day, Knowledge.now()).isEmpty();
    if (!isAbove && schedule().history(line).isEmpty()) {
      throw new IllegalArgumentException(
          "line must be of the tariff, but "
              + schedule().remark(line, day).orElse(line + " is no line of it"));
    }
  }

  /** That a duty moves of which one side is not known. */
  private static Optional<String> notTold(
      LocalDate day, DeclaredOrigin origin, List<DutyStack> before, List<DutyStack> after) {
    return isToldOrSame(before, after)
        ? Optional.empty()
        : Optional.of(
            "the duty of " + origin + " changes on " + day + ", but is not known in full");
  }

  private static boolean isToldOrSame(List<DutyStack> before, List<DutyStack> after) {
    boolean isKnown = SectorRates.range(before).isPresent() && SectorRates.range(after).isPresent();
    return isKnown || isSame(before, after);
  }

  /** A day on which the law changes, as it is known on another: what moves on it, and for whom. */
  private record Turn(LocalDate day, TariffLaw eve, TariffLaw law, List<TariffMeasure> moving) {

    private static final int NAMED = 5;

    static Turn of(TariffBook book, LocalDate day, LocalDate known) {
      Knowledge knowledge = Knowledge.of(known);
      return new Turn(
          day,
          book.on(day.minusDays(1), knowledge),
          book.on(day, knowledge),
          book.measures().stream()
              .filter(each -> each.validity().isKnown(day, knowledge))
              .filter(
                  each ->
                      day.equals(each.inForce().getStart()) || day.equals(each.inForce().getEnd()))
              .toList());
    }

    /** The lines of the sectors where the step is for all goods, else one line of each measure. */
    Set<HsCode> lines() {
      Set<HsCode> lines = new LinkedHashSet<>();
      for (TariffMeasure each : moving) {
        if (each.products().includedDigits().isEmpty()) {
          Stream.of(Sector.values()).map(s -> HsCode.of(s.line())).forEach(lines::add);
        } else {
          line(each).ifPresent(lines::add);
        }
      }
      return lines;
    }

    /** The countries that a measure is for alone and that are no partners. */
    Set<String> countriesAlone(List<String> partners) {
      Set<String> alone = new LinkedHashSet<>();
      for (TariffMeasure each : moving) {
        each.origins()
            .soleCountry()
            .map(Object::toString)
            .filter(code -> !partners.contains(code))
            .ifPresent(alone::add);
      }
      return alone;
    }

    /** Adds the steps of a line. Those whose duty moves and is not known are given back. */
    List<String> steps(HsCode line, Set<String> partners, List<Step> steps) {
      List<String> untold = new ArrayList<>();
      for (String partner : partners) {
        List<DutyStack> before = SectorRates.stacks(eve, line, partner);
        List<DutyStack> after = SectorRates.stacks(law, line, partner);
        step(day, line, partner, before, after)
            .ifPresentOrElse(
                steps::add,
                () -> {
                  if (!isToldOrSame(before, after)) {
                    untold.add(partner);
                  }
                });
      }
      return untold;
    }

    Optional<String> note(HsCode line, List<String> untold) {
      if (untold.isEmpty()) {
        return Optional.empty();
      }
      String who =
          untold.size() > NAMED
              ? untold.size() + " partners"
              : String.join(", ", new TreeSet<>(untold));
      return Optional.of(
          "the duty on "
              + line
              + " from "
              + who
              + " changes on "
              + day
              + ", but is not known in full");
    }
  }

  private static NavigableSet<LocalDate> later(TariffBook book, LocalDate day) {
    return book.changeDays().tailSet(day, false);
  }

  private static DutyStack stack(
      TariffBook book, LocalDate entry, LocalDate known, HsCode line, DeclaredOrigin origin) {
    return book.on(entry, Knowledge.of(known)).stack(line, origin.country(), origin.facts());
  }

  /** A step where the duty of some member is another one; none where a side has no bounds. */
  private static Optional<Step> step(
      LocalDate day, HsCode line, String partner, List<DutyStack> before, List<DutyStack> after) {
    if (before.size() == after.size() && isSame(before, after)) {
      return Optional.empty();
    }
    Optional<RateRange> then = SectorRates.range(before);
    Optional<RateRange> now = SectorRates.range(after);
    Optional<GapRange> change = SectorRates.gap(after, before);
    return change
        .filter(c -> !c.isPoint() || c.lowest().points().signum() != 0)
        .flatMap(c -> then.flatMap(t -> now.map(n -> new Step(day, line, partner, t, n, c))));
  }

  private static boolean isSame(List<DutyStack> before, List<DutyStack> after) {
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).isSameDutyAs(after.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A line of the measure: the first that its scope names, or a sample that it contains. */
  private static Optional<HsCode> line(TariffMeasure measure) {
    return measure.products().included().stream()
        .findFirst()
        .or(() -> SAMPLES.stream().filter(measure.products()::contains).findFirst());
  }

  /** {@return the day that is looked ahead from} */
  public LocalDate day() {
    return day;
  }

  /**
   * The same with something to be said of the choice of the origins.
   *
   * @param assumption what was assumed, one line
   * @return new; it stands in the stamp
   */
  public UsAhead withAssumption(String assumption) {
    Objects.requireNonNull(assumption, "assumption");
    Set<String> more = new LinkedHashSet<>(notes);
    more.add(assumption);
    return new UsAhead(day, steps, deadlines, more);
  }

  /** {@return the changes of duty that are laid down, by day} */
  public List<Step> steps() {
    return steps;
  }

  /** {@return the deadlines, by day} */
  public List<Due> deadlines() {
    return deadlines;
  }

  /**
   * {@return what is to be said of the code, and of days on which a duty is not known, in words}
   */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** {@return steps and deadlines by day; partners of one line that change alike share a row} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    stepsAlike().forEach(group -> rows.add(row(group)));
    deadlines.forEach(each -> rows.add(row(each)));
    return new Table(
            "What lies ahead of " + day,
            List.of("day", "kind", "partner", "goods", "before", "after"),
            rows,
            stamp().lines())
        .sortedBy("day");
  }

  /** The steps of partners of one line that change alike, by day and line. */
  private Collection<List<Step>> stepsAlike() {
    Map<String, List<Step>> alike = new TreeMap<>();
    for (Step each : steps) {
      alike
          .computeIfAbsent(
              each.day() + "|" + each.line() + "|" + each.before() + "|" + each.after(),
              k -> new ArrayList<>())
          .add(each);
    }
    return alike.values();
  }

  private static List<Cell> row(List<Step> alike) {
    Step first = alike.get(0);
    return List.of(
        Cell.date(first.day()),
        Cell.text("law"),
        Cell.text(String.join(", ", alike.stream().map(Step::origin).toList())),
        Cell.text(first.line().toString()),
        Cell.text(first.before().toText(1)),
        Cell.text(first.after().toText(1)));
  }

  private List<Cell> row(Due due) {
    return List.of(
        Cell.date(due.deadline().day()),
        Cell.text("deadline"),
        Cell.text(due.deal().partner()),
        Cell.text(due.deadline().what()),
        Cell.text(due.deal().asKnownOn(day).headline().toString()),
        Cell.text("otherwise " + due.deadline().otherwise()));
  }

  private Stamp stamp() {
    return UsTariffs.assuming(
            Stamp.statutory(day, UsTariffs.book().facts())
                .withKnownOn(day)
                .withNewestFact(UsTariffs.FACTS_THROUGH)
                .withAssumption("what is known to be laid down; duties with the usual claims"))
        .withAssumptions(notes);
  }

  /** Steps and deadlines as {@link #table()}, of which a shell shows the first rows. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsAhead that
        && day.equals(that.day)
        && steps.equals(that.steps)
        && deadlines.equals(that.deadlines)
        && notes.equals(that.notes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(day, steps, deadlines, notes);
  }
}
