package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;

/**
 * A part of a commitment, usually a project, and how far which amount of it has come by when.
 *
 * <p>Not every stage is published. An amount that has reached a stage has passed those before it:
 * what is disbursed was approved at the latest then. Where an earlier stage is recorded as well, it
 * must not lag behind a later one.
 *
 * @param name what it is for
 * @param amount its full amount, positive
 * @param events what reached which stage when; kept by day, then by stage
 * @since 0.1.0
 */
public record Tranche(String name, BigMoney amount, List<StageEvent> events) {

  private static final Comparator<StageEvent> IN_TIME =
      Comparator.comparing(StageEvent::day).thenComparing(StageEvent::stage);

  /**
   * Creates a tranche.
   *
   * @param name what it is for
   * @param amount its full amount, positive
   * @param events what reached which stage when; kept by day, then by stage
   * @throws IllegalArgumentException when an amount is out of bounds or in another currency, more
   *     than the tranche reaches a stage, or stages are out of order; the message names the
   *     tranche, the stages and the days
   */
  public Tranche {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(events, "events");
    Require.positive("amount of tranche '" + name + "'", amount);
    events = events.stream().sorted(IN_TIME).toList();
    for (StageEvent event : events) {
      Require.currency("tranche '" + name + "'", event.amount(), amount.getCurrencyUnit());
    }
    for (StageEvent event : events) {
      check(name, amount, events, event);
    }
    amount = PlainNumber.plain(amount);
  }

  private static void check(
      String name, BigMoney amount, List<StageEvent> events, StageEvent event) {
    BigMoney reached = atStage(amount, events, event.stage(), e -> !e.day().isAfter(event.day()));
    if (reached.isGreaterThan(amount)) {
      throw new IllegalArgumentException(
          "Tranche '"
              + name
              + "' is of "
              + amount
              + ", but "
              + reached
              + " of it is "
              + event.stage()
              + " by "
              + event.day());
    }
    for (StageEvent earlier : events) {
      if (earlier.stage().compareTo(event.stage()) < 0) {
        BigMoney passed =
            atStage(amount, events, earlier.stage(), e -> !e.day().isAfter(event.day()));
        if (passed.isLessThan(reached)) {
          throw new IllegalArgumentException(
              "Stages out of order in tranche '"
                  + name
                  + "': by "
                  + event.day()
                  + " "
                  + reached
                  + " is "
                  + event.stage()
                  + ", but only "
                  + passed
                  + " is "
                  + earlier.stage());
        }
      }
    }
  }

  private static BigMoney atStage(
      BigMoney amount, List<StageEvent> events, Stage stage, Predicate<StageEvent> counted) {
    return MoneyMath.sum(
        amount.getCurrencyUnit(),
        events.stream()
            .filter(e -> e.stage() == stage && counted.test(e))
            .map(StageEvent::amount)
            .toList());
  }

  /**
   * A tranche that reached a stage in full on a day, known from that day.
   *
   * @param name what it is for
   * @param amount its amount, positive
   * @param stage the stage reached
   * @param day the day
   * @param source who says so
   * @return the tranche
   */
  public static Tranche of(
      String name, BigMoney amount, Stage stage, LocalDate day, Source source) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(source, "source");
    return new Tranche(name, amount, List.of()).withReached(stage, amount, day, source);
  }

  /**
   * The same tranche with an amount reaching a stage, known from that day.
   *
   * @param stage the stage reached
   * @param part how much reaches it, positive
   * @param day the day
   * @param source who says so
   * @return a new tranche
   * @throws IllegalArgumentException when stages would be out of order, or the part too large
   */
  public Tranche withReached(Stage stage, BigMoney part, LocalDate day, Source source) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(source, "source");
    return with(new StageEvent(stage, part, day, day, source));
  }

  /**
   * The same tranche with one more event.
   *
   * @param event what reached which stage when
   * @return a new tranche
   * @throws IllegalArgumentException when stages would be out of order, or the part too large
   */
  public Tranche with(StageEvent event) {
    Objects.requireNonNull(event, "event");
    List<StageEvent> more = new ArrayList<>(events);
    more.add(event);
    return new Tranche(name, amount, more);
  }

  /**
   * How much had reached a stage, or one after it, on a day.
   *
   * @param stage the stage asked about
   * @param on the day asked about, included
   * @param knownOn the day whose knowledge is used, included
   * @return the amount, zero where nothing had
   */
  public BigMoney reached(Stage stage, LocalDate on, LocalDate knownOn) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(knownOn, "knownOn");
    BigMoney most = BigMoney.zero(amount.getCurrencyUnit());
    for (Stage later : Stage.values()) {
      if (later.compareTo(stage) >= 0) {
        most = MoneyMath.max(most, atStage(amount, events, later, e -> e.happened(on, knownOn)));
      }
    }
    return most;
  }

  /** The name and the latest event. */
  @Override
  public String toString() {
    String latest = events.isEmpty() ? "no stage yet" : events.get(events.size() - 1).toString();
    return name + " (" + MoneyScale.show(amount) + "): " + latest;
  }
}
