package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A named set of assumptions about what is not declared: “ordinary goods”, “metal shares of 2017”.
 * A book that {@linkplain TariffBook#assuming assumes} it fills what a declaration leaves open and
 * some measure asks for; what is declared always counts before it. Where two assumptions speak of
 * one fact, the later counts.
 *
 * @since 0.1.0
 */
public final class Assumptions {

  /** An assumed value that stands for the day of entry, whatever it is. */
  public static final String DAY_OF_ENTRY = "day of entry";

  private static final int MOST_KEPT = 1 << 12;

  private final String name;
  private final String territory;
  private final List<Assumption> rows;

  /** What each assumption is about. */
  private final List<List<String>> names;

  /** What was worked out for goods of which the same rows speak; goods are many, these are few. */
  private final Memo<Asked, DeclaredFacts> made = new Memo<>(MOST_KEPT);

  /** The places of the rows that are about something that is left open. */
  private final Memo<Set<String>, int[]> about = new Memo<>(MOST_KEPT);

  /** The rows that speak of some goods, and the facts that are asked for. */
  private record Asked(BitSet rows, Set<String> names, LocalDate day) {}

  private Assumptions(String name, String territory, List<Assumption> rows) {
    this.name = name;
    this.territory = territory;
    this.rows = rows;
    this.names = rows.stream().map(each -> each.facts().names()).toList();
  }

  /**
   * A set of assumptions.
   *
   * @param name what it is called in stamps, not blank
   * @param territory the territory whose imports they are about, e.g. {@code US}
   * @param rows the assumptions; they claim no preference, since a claim is the importer's own
   * @return the set
   * @throws IllegalArgumentException when the name is blank or an assumption claims a preference
   */
  public static Assumptions of(String name, String territory, List<Assumption> rows) {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(rows, "rows");
    Texts.readable("The name of assumptions", name);
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of assumptions must not be blank");
    }
    for (Assumption each : rows) {
      if (!each.facts().claims().isEmpty()) {
        throw new IllegalArgumentException(
            "An assumption must not claim a preference, but '"
                + each
                + "' does: declare the claim with the origin");
      }
    }
    return new Assumptions(name, territory, List.copyOf(rows));
  }

  /** {@return what it is called} */
  public String name() {
    return name;
  }

  /** {@return the territory whose imports it is about} */
  public String territory() {
    return territory;
  }

  /** {@return the assumptions} */
  public List<Assumption> rows() {
    return rows;
  }

  /**
   * What is taken to be declared of some goods.
   *
   * @param line the code
   * @param origin the country of origin
   * @param day the day of entry
   * @return the declaration, empty where nothing is assumed
   */
  public DeclaredFacts of(HsCode line, Country origin, LocalDate day) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    DeclaredFacts all = DeclaredFacts.none();
    for (Assumption each : rows) {
      if (each.isFor(line, origin, day)) {
        all = all.and(dated(each.facts(), day));
      }
    }
    return all;
  }

  /** What is assumed of the goods of a question and asked for. */
  private DeclaredFacts asked(StackQuestion question, Set<String> open) {
    BitSet fitting = new BitSet(rows.size());
    boolean dated = false;
    for (int i : about.get(open, this::rowsAbout)) {
      if (rows.get(i).isFor(question.line(), question.origin(), question.day())) {
        fitting.set(i);
        dated |= isDated(rows.get(i).facts());
      }
    }
    Asked key = new Asked(fitting, open, dated ? question.day() : LocalDate.MIN);
    return made.get(key, this::facts);
  }

  private int[] rowsAbout(Set<String> open) {
    return IntStream.range(0, rows.size())
        .filter(i -> !Collections.disjoint(names.get(i), open))
        .toArray();
  }

  private DeclaredFacts facts(Asked asked) {
    DeclaredFacts all = DeclaredFacts.none();
    for (int i = asked.rows().nextSetBit(0); i >= 0; i = asked.rows().nextSetBit(i + 1)) {
      all = all.and(dated(rows.get(i).facts(), asked.day()).only(asked.names()));
    }
    return all;
  }

  private static boolean isDated(DeclaredFacts facts) {
    return facts.factNames().stream().anyMatch(name -> isDated(facts, name));
  }

  private static boolean isDated(DeclaredFacts facts, String name) {
    return facts.fact(name).filter(DAY_OF_ENTRY::equals).isPresent();
  }

  /** The facts that some assumptions take to be the day of entry. */
  static Set<String> dated(List<Assumption> rows) {
    Set<String> dated = new TreeSet<>();
    for (Assumption each : rows) {
      for (String name : each.facts().factNames()) {
        if (isDated(each.facts(), name)) {
          dated.add(name);
        }
      }
    }
    return dated;
  }

  private static DeclaredFacts dated(DeclaredFacts facts, LocalDate day) {
    DeclaredFacts dated = facts;
    for (String name : facts.factNames()) {
      if (isDated(facts, name)) {
        dated = dated.withFact(name, day.toString());
      }
    }
    return dated;
  }

  /** What is taken to be declared besides: of what is asked for and left open. */
  static DeclaredFacts taken(StackQuestion question) {
    List<Assumptions> sets = question.book().assumptions();
    if (sets.isEmpty()) {
      return DeclaredFacts.none();
    }
    Set<String> open = OpenFacts.names(question);
    if (open.isEmpty()) {
      return DeclaredFacts.none();
    }
    DeclaredFacts taken = DeclaredFacts.none();
    for (Assumptions each : sets) {
      taken = taken.and(each.asked(question, open));
    }
    // shares that no longer fit beside what is declared are assumed no more
    return question.facts().fits(taken) ? taken : taken.only(Set.copyOf(taken.factNames()));
  }

  /** {@return the assumptions as a table: products, origins, facts, reason, source} */
  public Table table() {
    List<List<Cell>> cells = new ArrayList<>();
    for (Assumption each : rows) {
      cells.add(
          List.of(
              Cell.text(each.products().toString()),
              Cell.text(each.origins().toString()),
              Cell.text(each.facts().toString()),
              Cell.text(each.reason()),
              Cell.text(each.source().toString())));
    }
    return Table.of(
        "Assumptions: " + name, List.of("products", "origins", "facts", "reason", "source"), cells);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Assumptions that
        && name.equals(that.name)
        && territory.equals(that.territory)
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
