package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Something that is left open and moves a duty, with what the duty is under each alternative: which
 * line below a heading, whether a quota is filled, of which country's metal the goods are.
 *
 * @since 0.1.0
 */
public final class DecidingFact {

  /** The name of the fact that the code is not a line yet. */
  public static final String LINE = "line";

  /** A sentence of it, with the words before it, is no longer than two lines of a shell. */
  private static final int LONGEST = 148;

  private static final String MORE = " more in alternatives()";

  /** The number of those left out, and what parts them. */
  private static final int SHOWN_BESIDES = MORE.length() + 12;

  private static final int SHORTEST = 24;

  private static final List<String> NOT_FOUND = List.of("not worked out");

  private final String name;
  private final List<Alternative> alternatives;

  DecidingFact(String name, List<Alternative> alternatives) {
    this.name = name;
    this.alternatives = List.copyOf(alternatives);
  }

  /** A fact of which it was not worked out what each value comes to. */
  static DecidingFact unknown(List<FactAlternative> values) {
    return new DecidingFact(
        values.get(0).name(),
        values.stream()
            .map(v -> new Alternative(v.words(), List.of(), v, null, Imports.ALLOWED, NOT_FOUND))
            .toList());
  }

  /** Whether imports are allowed in all cases, in some, in none. */
  private enum Imports {
    ALLOWED,
    PARTLY,
    PROHIBITED;

    static Imports of(List<BoundedCase> cases) {
      long some = cases.stream().filter(BoundedCase::isProhibited).count();
      return some == 0 ? ALLOWED : some < cases.size() ? PARTLY : PROHIBITED;
    }

    /** With other goods beside, which are not prohibited for sure. */
    static Imports of(List<BoundedCase> cases, Bounds.Wide others) {
      Imports of = of(cases);
      return of == ALLOWED && others.prohibiting().isEmpty() ? ALLOWED : PARTLY;
    }
  }

  /** One value of the fact, or several that come to the same. */
  public static final class Alternative {

    private final String words;
    private final List<HsCode> codes;
    private final @Nullable FactAlternative value;
    private final @Nullable RateRange range;
    private final Imports imports;
    private final List<String> charged;

    private Alternative(
        String words,
        List<HsCode> codes,
        @Nullable FactAlternative value,
        @Nullable RateRange range,
        Imports imports,
        List<String> charged) {
      this.words = words;
      this.codes = List.copyOf(codes);
      this.value = value;
      this.range = range;
      this.imports = imports;
      this.charged = List.copyOf(charged);
    }

    /** Some lines, with the names that tell what of them is meant. */
    static Alternative of(List<String> names, List<HsCode> codes, List<BoundedCase> cases) {
      return new Alternative(
          CodeGroups.text(names),
          codes,
          null,
          range(cases, null),
          Imports.of(cases),
          charged(cases));
    }

    /** A value, with the goods beside for which there are too many cases. */
    static Alternative of(
        FactAlternative value, List<BoundedCase> cases, Bounds.@Nullable Wide others) {
      Imports imports = others == null ? Imports.of(cases) : Imports.of(cases, others);
      return new Alternative(
          value.words(), List.of(), value, range(cases, others), imports, charged(cases));
    }

    /** The lines for which there are too many cases. */
    static Alternative of(Bounds.Wide lines) {
      return new Alternative(
          CodeGroups.text(lines.codes().stream().map(HsCode::toString).toList()),
          lines.codes(),
          null,
          lines.range().orElse(null),
          lines.prohibiting().isEmpty() ? Imports.ALLOWED : Imports.PARTLY,
          NOT_FOUND);
    }

    private static @Nullable RateRange range(
        List<BoundedCase> cases, Bounds.@Nullable Wide others) {
      Optional<RateRange> range =
          Bounds.range(cases.stream().map(BoundedCase::resolution).toList());
      return others == null
          ? range.orElse(null)
          : range.flatMap(one -> others.range().map(one::union)).orElse(null);
    }

    private static List<String> charged(List<BoundedCase> cases) {
      return cases.stream().map(Alternative::charged).distinct().toList();
    }

    private static String charged(BoundedCase some) {
      if (some.isProhibited()) {
        return "prohibited";
      }
      return some.resolution().isAssessable() ? some.resolution().summary() : "not known";
    }

    /** {@return the value in words: a declared value, a group of lines} */
    public String words() {
      return words;
    }

    /**
     * The duty under this alternative.
     *
     * @return one rate, or a range where other facts are open too; empty where the duty depends on
     *     more than the value or the import is prohibited
     */
    public Optional<RateRange> range() {
      return Optional.ofNullable(range);
    }

    /**
     * All lines that this alternative is for, which {@link #words} names in part.
     *
     * @return the lines; none where the fact is not the line
     */
    public List<HsCode> codes() {
      return codes;
    }

    /**
     * One of the values that this alternative is for, or the limits of a share of the weight, as
     * they are declared: {@code stack.assuming(fact.name() + "=" + value)} is the duty then.
     *
     * @return the value; empty where the fact is the line, or the deposit of a case, of which any
     *     rate may be declared
     */
    public Optional<String> value() {
      return Optional.ofNullable(value)
          .filter(one -> !DeclaredCase.isDeposit(one.name()))
          .map(FactAlternative::declaration);
    }

    /**
     * What may be charged then, programme by programme: one text, or several where other facts are
     * open too.
     *
     * @return all of them, each once, where they were worked out
     */
    public List<String> charged() {
      return charged;
    }

    /** {@return whether the import is not allowed then} */
    @JsonIgnore
    public boolean isProhibited() {
      return imports == Imports.PROHIBITED;
    }

    /** {@return whether the import is or may be not allowed then} */
    public boolean mayBeProhibited() {
      return imports != Imports.ALLOWED;
    }

    /** For example {@code in: 10.0%}. */
    @Override
    public String toString() {
      return words + ": " + duty(charged.size());
    }

    /** The duty, with so many of what may be charged. */
    private String duty(int most) {
      String duty = range().map(r -> r.toText(1)).orElseGet(() -> firstCharged(most));
      return range == null || imports == Imports.ALLOWED ? duty : duty + " or prohibited";
    }

    private String firstCharged(int most) {
      int rest = Math.max(0, charged.size() - most);
      String some = String.join(", or ", charged.subList(0, charged.size() - rest));
      return rest == 0 ? some : some + ", or " + rest + (rest == 1 ? " other" : " others");
    }

    /** The same in few words: the first of the lines, the first of what may be charged. */
    private String shortText() {
      int end = words.indexOf(", ");
      boolean some = codes.size() > 1 && end > 0;
      String name = some ? words.substring(0, end) + " and " + (codes.size() - 1) + " more" : words;
      return name + ": " + duty(1);
    }

    private List<Cell> cells() {
      String which =
          codes.isEmpty()
              ? words
              : codes.stream().map(HsCode::toString).collect(Collectors.joining(", "));
      String all = String.join(", or ", charged);
      Cell duty =
          range()
              .map(r -> RateCells.of(r, all))
              .orElseGet(() -> Cell.unknown(duty(charged.size())));
      return List.of(Cell.text(which), duty, Cell.text(all));
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Alternative that
          && words.equals(that.words)
          && codes.equals(that.codes)
          && Objects.equals(value, that.value)
          && Objects.equals(range, that.range)
          && imports == that.imports
          && charged.equals(that.charged);
    }

    @Override
    public int hashCode() {
      return Objects.hash(words, range, imports);
    }
  }

  /** {@return the fact as it is declared, or {@value #LINE}} */
  public String name() {
    return name;
  }

  /** {@return what it may be, each with the duty then} */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  /** Those first that leave least open once they are known. */
  static List<DecidingFact> mostDecisiveFirst(List<DecidingFact> facts, Optional<RateRange> whole) {
    return whole.isEmpty()
        ? List.copyOf(facts)
        : facts.stream()
            .sorted(Comparator.comparing((DecidingFact f) -> f.leftOpen(whole.get())))
            .toList();
  }

  /** How wide the duty is at most once this fact is known. */
  private Rate leftOpen(RateRange whole) {
    return alternatives.stream()
        .map(each -> each.isProhibited() ? Rate.ZERO : width(each.range().orElse(whole)))
        .max(Comparator.naturalOrder())
        .orElse(Rate.ZERO);
  }

  private static Rate width(RateRange range) {
    return Rate.fraction(range.width().points());
  }

  /**
   * All alternatives, whole, where {@link #toString} names some.
   *
   * @return the table: the value or the lines, the duty, what is charged
   */
  public Table table() {
    return Table.of(
        "What " + name + " decides",
        List.of(name, "duty", "charged"),
        alternatives.stream().map(Alternative::cells).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecidingFact that
        && name.equals(that.name)
        && alternatives.equals(that.alternatives);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, alternatives.size());
  }

  /**
   * For example {@code metal origin (GB: 25.0%; another country: 50.0%)}. Where that is longer than
   * a line or two, the alternatives with the lowest and the highest duty, and how many others there
   * are: {@link #alternatives} and {@link #table} have them all.
   */
  @Override
  public String toString() {
    String whole = text(alternatives.stream().map(Alternative::toString).toList());
    if (whole.length() <= LONGEST) {
      return whole;
    }
    List<String> some = alternatives.stream().map(Alternative::shortText).toList();
    String shorter = text(some);
    return shorter.length() <= LONGEST ? shorter : ends();
  }

  private String text(List<String> parts) {
    return parts.stream().collect(Collectors.joining("; ", name + " (", ")"));
  }

  /** The lowest and the highest duty, or the first and the last alternative. */
  private String ends() {
    Comparator<Rate> least = Comparator.nullsLast(Comparator.naturalOrder());
    Comparator<Rate> most = Comparator.nullsLast(Comparator.reverseOrder());
    List<Alternative> byLowest = new ArrayList<>(alternatives);
    byLowest.sort(Comparator.comparing(a -> a.range().map(RateRange::lowest).orElse(null), least));
    List<Alternative> byHighest = new ArrayList<>(alternatives);
    byHighest.sort(Comparator.comparing(a -> a.range().map(RateRange::highest).orElse(null), most));
    boolean ranked = alternatives.stream().allMatch(a -> a.range().isPresent());
    Alternative first = ranked ? byLowest.get(0) : alternatives.get(0);
    Alternative last = ranked ? byHighest.get(0) : alternatives.get(alternatives.size() - 1);
    List<String> shown = Stream.of(first, last).distinct().map(a -> cut(a.shortText())).toList();
    int rest = alternatives.size() - shown.size();
    return text(rest == 0 ? shown : Stream.concat(shown.stream(), Stream.of(rest + MORE)).toList());
  }

  private String cut(String part) {
    int most = Math.max(SHORTEST, (LONGEST - name.length() - SHOWN_BESIDES) / 2);
    return part.length() <= most ? part : part.substring(0, most - 1) + "…";
  }
}
