package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * A pledge to invest, as it was published: a headline, what is known of its forms, sectors, time
 * and terms, and the tranches that have come of it.
 *
 * <p>What was not published stays open: instruments and sectors without amounts are legal, and no
 * split is ever inferred. A cap under which the deadline cannot be met is a fact to be asked about
 * ({@link #feasibility}), not an error; tranches beyond the headline are one.
 *
 * @param name whose commitment it is, for example {@code Japan}
 * @param headline the amount promised, positive
 * @param firmness whether anybody is bound
 * @param instruments the forms named
 * @param sectors the sectors named
 * @param schedule start, deadline and yearly cap, as far as said
 * @param terms cash flows, funding notice and consequence of default, as far as said
 * @param tranches what has come of it, in any order
 * @param sources where the facts come from
 * @param knownFrom the first day on which one could know of it, null for ever since
 * @since 0.1.0
 */
public record InvestmentCommitment(
    String name,
    BigMoney headline,
    Firmness firmness,
    Allocation<Instrument> instruments,
    Allocation<String> sectors,
    Schedule schedule,
    CommitmentTerms terms,
    List<Tranche> tranches,
    List<Source> sources,
    @Nullable LocalDate knownFrom) {

  /**
   * Creates a commitment.
   *
   * @param name whose commitment it is, for example {@code Japan}
   * @param headline the amount promised, positive
   * @param firmness whether anybody is bound
   * @param instruments the forms named
   * @param sectors the sectors named
   * @param schedule start, deadline and yearly cap, as far as said
   * @param terms cash flows, funding notice and consequence of default, as far as said
   * @param tranches what has come of it, in any order
   * @param sources where the facts come from
   * @param knownFrom the first day on which one could know of it, null for ever since
   * @throws IllegalArgumentException when the headline is not positive, currencies differ, or
   *     tranches or published parts add up to more than the headline; the message names the culprit
   */
  public InvestmentCommitment {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(firmness, "firmness");
    Objects.requireNonNull(instruments, "instruments");
    Objects.requireNonNull(sectors, "sectors");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(tranches, "tranches");
    Objects.requireNonNull(sources, "sources");
    Require.positive("headline of " + name, headline);
    tranches = List.copyOf(tranches);
    sources = List.copyOf(sources);
    CurrencyUnit currency = headline.getCurrencyUnit();
    instruments.within(headline, "Instruments of '" + name + "'");
    sectors.within(headline, "Sectors of '" + name + "'");
    schedule.cap().ifPresent(cap -> Require.currency("yearlyCap of " + name, cap, currency));
    BigMoney sum = BigMoney.zero(currency);
    for (Tranche tranche : tranches) {
      Require.currency("tranche '" + tranche.name() + "'", tranche.amount(), currency);
      sum = sum.plus(tranche.amount());
      if (sum.isGreaterThan(headline)) {
        throw new IllegalArgumentException(
            "Tranches of '"
                + name
                + "' must not exceed the headline "
                + headline
                + ", but with '"
                + tranche.name()
                + "' they are "
                + sum);
      }
    }
    headline = PlainNumber.plain(headline);
  }

  /**
   * A commitment of which nothing but the headline is known.
   *
   * @param name whose commitment it is
   * @param headline the amount promised, positive
   * @param firmness whether anybody is bound
   * @return the commitment
   */
  public static InvestmentCommitment of(String name, BigMoney headline, Firmness firmness) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(firmness, "firmness");
    return new InvestmentCommitment(
        name,
        headline,
        firmness,
        Allocation.none(),
        Allocation.none(),
        Schedule.OPEN,
        CommitmentTerms.OPEN,
        List.of(),
        List.of(),
        null);
  }

  /**
   * The same commitment with these forms in place of its own.
   *
   * @param forms the forms, with or without amounts
   * @return a new commitment
   */
  public InvestmentCommitment withInstruments(Allocation<Instrument> forms) {
    Objects.requireNonNull(forms, "forms");
    return new InvestmentCommitment(
        name, headline, firmness, forms, sectors, schedule, terms, tranches, sources, knownFrom);
  }

  /**
   * The same commitment with these forms, named without amounts.
   *
   * @param forms the forms
   * @return a new commitment
   */
  public InvestmentCommitment withInstruments(Instrument... forms) {
    Objects.requireNonNull(forms, "forms");
    return withInstruments(Allocation.named(forms));
  }

  /**
   * The same commitment with these sectors in place of its own.
   *
   * @param parts the sectors, with or without amounts
   * @return a new commitment
   */
  public InvestmentCommitment withSectors(Allocation<String> parts) {
    Objects.requireNonNull(parts, "parts");
    return new InvestmentCommitment(
        name,
        headline,
        firmness,
        instruments,
        parts,
        schedule,
        terms,
        tranches,
        sources,
        knownFrom);
  }

  /**
   * The same commitment with these sectors, named without amounts.
   *
   * @param names the sectors
   * @return a new commitment
   */
  public InvestmentCommitment withSectors(String... names) {
    Objects.requireNonNull(names, "names");
    return withSectors(Allocation.named(names));
  }

  /**
   * The same commitment with this time in place of its own.
   *
   * @param time start, deadline and cap, as far as said
   * @return a new commitment
   */
  public InvestmentCommitment withSchedule(Schedule time) {
    Objects.requireNonNull(time, "time");
    return new InvestmentCommitment(
        name, headline, firmness, instruments, sectors, time, terms, tranches, sources, knownFrom);
  }

  /**
   * The same commitment with a start and a deadline; its cap stays.
   *
   * @param start the day from which it runs
   * @param deadline the last day, included, after the start
   * @return a new commitment
   */
  public InvestmentCommitment withDays(LocalDate start, LocalDate deadline) {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(deadline, "deadline");
    return withSchedule(schedule.withDays(start, deadline));
  }

  /**
   * The same commitment with a yearly cap; start and deadline stay.
   *
   * @param cap the most that is to be paid in a year, positive
   * @return a new commitment
   */
  public InvestmentCommitment withYearlyCap(BigMoney cap) {
    Objects.requireNonNull(cap, "cap");
    return withSchedule(schedule.withCap(cap));
  }

  /**
   * The same commitment with these terms in place of its own.
   *
   * @param stated cash flows, funding notice and consequence of default, as far as said
   * @return a new commitment
   */
  public InvestmentCommitment withTerms(CommitmentTerms stated) {
    Objects.requireNonNull(stated, "stated");
    return new InvestmentCommitment(
        name,
        headline,
        firmness,
        instruments,
        sectors,
        schedule,
        stated,
        tranches,
        sources,
        knownFrom);
  }

  /**
   * The same commitment with one more tranche.
   *
   * @param tranche the tranche
   * @return a new commitment
   * @throws IllegalArgumentException when the tranches would exceed the headline
   */
  public InvestmentCommitment with(Tranche tranche) {
    Objects.requireNonNull(tranche, "tranche");
    List<Tranche> more = new ArrayList<>(tranches);
    more.add(tranche);
    return new InvestmentCommitment(
        name, headline, firmness, instruments, sectors, schedule, terms, more, sources, knownFrom);
  }

  /**
   * The same commitment with one more source.
   *
   * @param source where facts of it come from
   * @return a new commitment
   */
  public InvestmentCommitment with(Source source) {
    Objects.requireNonNull(source, "source");
    List<Source> more = new ArrayList<>(sources);
    more.add(source);
    return new InvestmentCommitment(
        name, headline, firmness, instruments, sectors, schedule, terms, tranches, more, knownFrom);
  }

  /**
   * The same commitment, known from a day on: of days before there is no progress to tell.
   *
   * @param day the first day on which one could know of it
   * @return a new commitment
   */
  public InvestmentCommitment withKnownFrom(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new InvestmentCommitment(
        name, headline, firmness, instruments, sectors, schedule, terms, tranches, sources, day);
  }

  /**
   * How much had reached a stage, or one after it, on a day, by all that is recorded here.
   *
   * @param stage the stage asked about; {@link Stage#PLEDGED} counts tranches named, not the
   *     headline
   * @param on the day asked about, included
   * @return the amount over all tranches
   */
  public BigMoney reached(Stage stage, LocalDate on) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(on, "on");
    return reached(stage, on, LocalDate.MAX);
  }

  /**
   * How much had reached a stage, or one after it, on a day, as could be known on another.
   *
   * @param stage the stage asked about; {@link Stage#PLEDGED} counts tranches named, not the
   *     headline
   * @param on the day asked about, included
   * @param knownOn the day whose knowledge is used, included
   * @return the amount over all tranches
   */
  public BigMoney reached(Stage stage, LocalDate on, LocalDate knownOn) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(knownOn, "knownOn");
    return MoneyMath.sum(
        headline.getCurrencyUnit(),
        tranches.stream().map(t -> t.reached(stage, on, knownOn)).toList());
  }

  /**
   * How far the commitment had come on a day, by all that is recorded here.
   *
   * @param stage the stage asked about
   * @param on the day asked about, included
   * @return the progress, which is {@link Progress#isKnown not known} on a day before anybody could
   *     know of the commitment
   */
  public Progress progress(Stage stage, LocalDate on) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(on, "on");
    return progress(stage, on, null, reached(stage, on));
  }

  /**
   * How far the commitment had come on a day, as could be known on another.
   *
   * @param stage the stage asked about
   * @param on the day asked about, included
   * @param knownOn the day whose knowledge is used, included
   * @return the progress, which is {@link Progress#isKnown not known} where the commitment was not
   *     known on the day of knowledge or the day asked about
   */
  public Progress progress(Stage stage, LocalDate on, LocalDate knownOn) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(knownOn, "knownOn");
    return progress(stage, on, knownOn, reached(stage, on, knownOn));
  }

  private Progress progress(
      Stage stage, LocalDate on, @Nullable LocalDate knownOn, BigMoney reached) {
    boolean known =
        knownFrom == null
            || !on.isBefore(knownFrom) && (knownOn == null || !knownOn.isBefore(knownFrom));
    return new Progress(
        name, stage, on, knownOn, headline, reached, schedule, known ? null : knownFrom);
  }

  /**
   * How far the commitment had come on a day, stage by stage.
   *
   * @param on the day asked about, included
   * @return the table, one row per stage; a stage counts what has gone further, so that one without
   *     a record of its own shows what later ones imply
   */
  public Table byStage(LocalDate on) {
    Objects.requireNonNull(on, "on");
    return CommitmentTables.byStage(this, on);
  }

  /**
   * Whether what is not yet paid can be paid by the deadline under the yearly cap.
   *
   * @param from the first day on which more can be paid
   * @param rule how the cap is read where years are not whole
   * @return the answer; empty where there is no cap
   */
  public Optional<CapFeasibility> feasibility(LocalDate from, CapRule rule) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(rule, "rule");
    BigMoney open = headline.minus(reached(Stage.DISBURSED, from));
    return schedule
        .cap()
        .map(cap -> new CapFeasibility(open, cap, from, schedule.lastDay().orElse(null), rule));
  }

  /**
   * What had reached a stage by the end of a day against a plan.
   *
   * @param plan the plan, in the currency of the headline
   * @param stage the stage that the plan is for
   * @param on the day asked about, included
   * @return the comparison
   */
  public PlanCheck check(DisbursementPlan plan, Stage stage, LocalDate on) {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(stage, "stage");
    Require.day("on", on);
    return new PlanCheck(progress(stage, on), plan.plannedBefore(on.plusDays(1)));
  }

  /**
   * The commitment curve: what had reached each stage on given days, beside the pace that the
   * deadline requires from the start and the most that the cap allows.
   *
   * @param days the days, at least one, shown in the order given
   * @return the table, one row per day
   */
  public Table curve(List<LocalDate> days) {
    Objects.requireNonNull(days, "days");
    return CommitmentTables.curve(this, days);
  }

  /**
   * The commitment over time as a picture: what had reached each stage up to a day, the pace that
   * the rest requires until the deadline, an even pace from the start, and what the cap allows.
   *
   * @param on the day asked about
   * @return the picture
   */
  public Chart chart(LocalDate on) {
    Require.day("on", on);
    return CommitmentChart.of(this, on);
  }

  /** {@return what was published, with what was not marked as unknown} */
  public Table table() {
    return CommitmentTables.facts(this);
  }

  /** Name, headline, firmness and deadline. */
  @Override
  public String toString() {
    return name
        + " "
        + MoneyScale.show(headline)
        + " "
        + firmness
        + schedule.lastDay().map(d -> ", by " + d).orElse(", no deadline")
        + ", "
        + tranches.size()
        + " tranches";
  }
}
