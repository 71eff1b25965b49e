package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The letters of July 2025, by which the United States told 25 partners the rate that would apply
 * from 1 August without a deal, and what became of each.
 *
 * <p>Fourteen letters of 7 July stand in a fact sheet of the White House; the other eleven are told
 * by two reports each. Outcomes stand in the orders that followed.
 *
 * @since 0.1.0
 */
public final class UsLetters {

  private static final String FILE = "deals/letters-2025-07.csv";

  private UsLetters() {}

  /**
   * One letter and its outcome.
   *
   * @param partner the partner's code
   * @param published the day of the letter
   * @param threatened the rate it names
   * @param from the day from which that rate was to apply
   * @param april the rate announced on 2 April 2025; empty for partners that had none
   * @param outcome the rate that applied after the deadline
   * @param outcomeFrom the first day of that rate
   * @param outcomeKnown the first day on which it was known
   * @param text what became of it, in words
   * @param source where the letter stands
   */
  public record Letter(
      String partner,
      LocalDate published,
      Rate threatened,
      LocalDate from,
      Optional<Rate> april,
      Rate outcome,
      LocalDate outcomeFrom,
      LocalDate outcomeKnown,
      String text,
      Source source) {

    /**
     * Refuses nulls.
     *
     * @param partner the partner's code
     * @param published the day of the letter
     * @param threatened the rate it names
     * @param from the day from which that rate was to apply
     * @param april the rate announced on 2 April 2025; empty for partners that had none
     * @param outcome the rate that applied after the deadline
     * @param outcomeFrom the first day of that rate
     * @param outcomeKnown the first day on which it was known
     * @param text what became of it, in words
     * @param source where the letter stands
     */
    public Letter {
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(published, "published");
      Objects.requireNonNull(threatened, "threatened");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(april, "april");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(outcomeFrom, "outcomeFrom");
      Objects.requireNonNull(outcomeKnown, "outcomeKnown");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(source, "source");
    }

    /** {@return the outcome less the threat: negative where the partner came off better} */
    public RateChange relief() {
      return outcome.minus(threatened);
    }

    /**
     * The days left on a day.
     *
     * @param today the day
     * @return the days until the rate was to apply
     */
    public long daysLeft(LocalDate today) {
      Objects.requireNonNull(today, "today");
      return ChronoUnit.DAYS.between(today, from);
    }

    /** The partner, the threat and what became of it. */
    @Override
    public String toString() {
      return partner + " " + threatened + " from " + from + ": " + text;
    }
  }

  private static final class Held {
    private static final List<Letter> LETTERS =
        CsvFile.read(FILE, Bundled.open(FILE), List.of("partner"), Set.of())
            .records(UsLetters::letter)
            .orThrow();
  }

  private static @Nullable Letter letter(Row row) {
    LocalDate published = row.requiredDay("published");
    LocalDate from = row.requiredDay("from");
    Rate threatened = row.parsed("threatened", Rate::parse);
    Rate april = row.parsedIfPresent("april", Rate::parse);
    Rate outcome = row.parsed("outcome", Rate::parse);
    LocalDate outcomeFrom = row.requiredDay("outcome_from");
    LocalDate known = row.requiredDay("outcome_known");
    return published == null
            || from == null
            || threatened == null
            || outcome == null
            || outcomeFrom == null
            || known == null
        ? null
        : new Letter(
            row.required("partner"),
            published,
            threatened,
            from,
            Optional.ofNullable(april),
            outcome,
            outcomeFrom,
            known,
            row.required("text"),
            row.source());
  }

  /** {@return the letters, by their days} */
  public static List<Letter> all() {
    return Held.LETTERS;
  }

  /**
   * The letter to a partner.
   *
   * @param partner a country by code or name, or {@code EU}
   * @return the letter
   * @throws IllegalArgumentException when it got none; the message lists who did
   */
  public static Letter to(String partner) {
    Objects.requireNonNull(partner, "partner");
    String code = UsPaid.code(partner);
    return all().stream()
        .filter(l -> l.partner().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No letter of July 2025 went to "
                        + code
                        + "; letters: "
                        + all().stream()
                            .map(Letter::partner)
                            .sorted()
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The letters as one could know them on a day.
   *
   * @param knownOn the day of knowledge; outcomes that were known later are left open
   * @return partner, days of letter and threat, rates, outcome and how far it lies below the threat
   */
  public static Table table(LocalDate knownOn) {
    Objects.requireNonNull(knownOn, "knownOn");
    List<List<Cell>> rows = new ArrayList<>();
    for (Letter each : all().stream().sorted(Comparator.comparing(Letter::published)).toList()) {
      if (each.published().isAfter(knownOn)) {
        continue;
      }
      boolean known = !each.outcomeKnown().isAfter(knownOn);
      rows.add(
          List.of(
              Cell.text(each.partner()),
              Cell.date(each.published()),
              each.april()
                  .map(r -> Cell.percent(r.fraction(), 0))
                  .orElseGet(() -> Cell.unknown("no rate of 2 April")),
              Cell.percent(each.threatened().fraction(), 0),
              Cell.date(each.from()),
              known
                  ? Cell.percent(each.outcome().fraction(), 0)
                  : Cell.unknown("not known on " + knownOn),
              known
                  ? Cell.points(each.relief().points(), 0)
                  : Cell.unknown("not known on " + knownOn),
              Cell.text(known ? each.text() : "open")));
    }
    return Table.of(
            "Letters of July 2025, as known on " + knownOn,
            List.of(
                "partner", "letter", "April", "threat", "from", "outcome", "change", "what became"),
            rows)
        .withCaption(
            List.of(
                rows.isEmpty()
                    ? "no letter was known on " + knownOn + ": the first is of 2025-07-07"
                    : "outcome: the rate on top of the ordinary duty unless the words say"
                        + " all-inclusive"));
  }
}
