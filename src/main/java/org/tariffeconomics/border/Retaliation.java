package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.border.RetaliationRound.State;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a territory charged, suspended or announced in answer to another's duties, as it stood on a
 * day. “None known” is an answer with the day of the search, and never the same as none.
 *
 * @since 0.1.0
 */
public final class Retaliation {

  private final String territory;
  private final LocalDate day;
  private final LocalDate searched;
  private final List<RetaliationRound> rounds;

  private Retaliation(
      String territory, LocalDate day, LocalDate searched, List<RetaliationRound> rounds) {
    this.territory = territory;
    this.day = day;
    this.searched = searched;
    this.rounds = rounds;
  }

  /**
   * The rounds of a territory on a day.
   *
   * @param territory the territory's code
   * @param day the day
   * @param searched the day of the search behind the rows
   * @param all rounds of any territories
   * @return the rounds whose state of the day is known; a round that begins later is not among them
   * @throws IllegalArgumentException when nothing was looked up for the territory; the message
   *     lists the territories that were
   */
  public static Retaliation of(
      String territory, LocalDate day, LocalDate searched, Collection<RetaliationRound> all) {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(searched, "searched");
    Objects.requireNonNull(all, "all");
    List<RetaliationRound> own = all.stream().filter(r -> r.territory().equals(territory)).toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "Retaliation of '"
              + territory
              + "' was not looked up; that of these was: "
              + String.join(
                  ", ",
                  all.stream().map(RetaliationRound::territory).distinct().sorted().toList()));
    }
    List<RetaliationRound> on = new ArrayList<>();
    own.stream()
        .filter(r -> r.days().contains(day))
        .sorted(Comparator.comparing(r -> r.days().getStart()))
        .forEach(on::add);
    return new Retaliation(territory, day, searched, List.copyOf(on));
  }

  /** {@return the territory that charges} */
  public String territory() {
    return territory;
  }

  /** {@return the day} */
  public LocalDate day() {
    return day;
  }

  /** {@return the rounds with their states of the day, the oldest state first} */
  public List<RetaliationRound> rounds() {
    return rounds;
  }

  /**
   * The rounds in one state.
   *
   * @param state the state
   * @return the rounds
   */
  public List<RetaliationRound> rounds(State state) {
    Objects.requireNonNull(state, "state");
    return rounds.stream().filter(r -> r.state() == state).toList();
  }

  /**
   * Whether something is charged on the day.
   *
   * @return true where a round is in force, false where none is known to be; empty where a round's
   *     state is not known and no other is in force
   */
  public Optional<Boolean> isCharged() {
    if (!rounds(State.IN_FORCE).isEmpty()) {
      return Optional.of(true);
    }
    return rounds(State.UNKNOWN).isEmpty() ? Optional.of(false) : Optional.empty();
  }

  /**
   * {@return the answer in one line: what is in force, what is suspended or unknown, or that none
   * is known, with the day of the search}
   */
  public String summary() {
    List<String> parts = new ArrayList<>();
    for (State state : List.of(State.IN_FORCE, State.UNKNOWN, State.SUSPENDED)) {
      List<RetaliationRound> some = rounds(state);
      if (!some.isEmpty()) {
        parts.add(
            state + ": " + String.join(", ", some.stream().map(RetaliationRound::round).toList()));
      }
    }
    return parts.isEmpty()
        ? "none known on " + day + ", as of a search on " + searched
        : String.join("; ", parts);
  }

  /** {@return the rounds as a table: round, state, since, rate, goods, lines, evidence, source} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (RetaliationRound each : rounds) {
      rows.add(
          List.of(
              Cell.text(each.round()),
              Cell.text(each.state().toString()),
              each.days().isUnboundedStart() ? Cell.blank() : Cell.date(each.days().getStart()),
              Cell.text(each.terms().rate()),
              Cell.text(each.terms().goods()),
              Cell.text(each.terms().lines().map(String::valueOf).orElse("")),
              Cell.text(words(each.source().verification())),
              Cell.text(each.source().title())));
    }
    return new Table(
        "Retaliation of " + territory + " on " + day,
        List.of("round", "state", "since", "rate", "goods", "lines", "evidence", "source"),
        rows,
        List.of(
            summary(),
            "searched through " + searched + " · planning estimate, not a customs ruling"));
  }

  private static String words(Verification verification) {
    return switch (verification) {
      case VERIFIED, COMPUTED -> "official text";
      case PARTLY -> "two reports";
      case UNVERIFIED -> "one source";
      default -> "stated";
    };
  }

  /** The territory, the day and the summary. */
  @Override
  public String toString() {
    return territory + " on " + day + ": " + summary();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Retaliation that
        && territory.equals(that.territory)
        && day.equals(that.day)
        && searched.equals(that.searched)
        && rounds.equals(that.rounds);
  }

  @Override
  public int hashCode() {
    return Objects.hash(territory, day, searched, rounds);
  }
}
