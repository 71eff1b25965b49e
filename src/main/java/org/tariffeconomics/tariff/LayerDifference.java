package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Source;

/**
 * What one programme charges in two answers: it came, it went, its rate moved, it falls on another
 * part of the value, or another measure charges the same.
 *
 * <p>Where an answer leaves something open, the measures are those of all its cases, and what the
 * programme comes to is a range, from zero where it is charged in some cases only.
 *
 * @since 0.1.0
 */
public final class LayerDifference {

  private final String programme;
  private final ProgrammeCharge before;
  private final ProgrammeCharge after;
  private final Kind kind;
  private final Optional<GapRange> change;

  LayerDifference(
      String programme, ProgrammeCharge before, ProgrammeCharge after, Optional<GapRange> change) {
    this.programme = programme;
    this.before = before;
    this.after = after;
    this.kind = kind(before, after);
    this.change = change;
  }

  /** What happened to a layer. */
  public enum Kind {
    /** It is charged after and was not before. */
    CAME("came"),
    /** It was charged before and is not after. */
    WENT("went"),
    /** It charges another rate, or what tops up to a total comes to something else. */
    MOVED("moved"),
    /** It charges the same rate on another part of the value. */
    SHARE("other part"),
    /** Another measure charges the same. */
    RESTATED("restated"),
    /** The same measure charges the same. */
    KEPT("kept");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in a word or two. */
    @Override
    public String toString() {
      return words;
    }
  }

  private static Kind kind(ProgrammeCharge before, ProgrammeCharge after) {
    if (before.layers().isEmpty() || after.layers().isEmpty()) {
      return before.layers().isEmpty() ? Kind.CAME : Kind.WENT;
    }
    if (!before.comesToTheSameAs(after)) {
      return before.rates().equals(after.rates()) && !before.shares().equals(after.shares())
          ? Kind.SHARE
          : Kind.MOVED;
    }
    return before.layers().equals(after.layers()) ? Kind.KEPT : Kind.RESTATED;
  }

  /** {@return the programme: {@code S232 autos}, {@code MFN}} */
  public String programme() {
    return programme;
  }

  /** {@return what happened to it} */
  public Kind kind() {
    return kind;
  }

  boolean isOnOneSide() {
    return kind == Kind.CAME || kind == Kind.WENT;
  }

  /** {@return its layers before, of all cases; empty where it is charged in none} */
  public List<DutyLayer> before() {
    return before.layers();
  }

  /** {@return its layers after, of all cases; empty where it is charged in none} */
  public List<DutyLayer> after() {
    return after.layers();
  }

  /**
   * {@return what it came to before, over the whole customs value; zero where it was not charged,
   * empty where that depends on more than the value}
   */
  public Optional<RateRange> rateBefore() {
    return before.range();
  }

  /**
   * {@return what it comes to after, over the whole customs value; zero where it is not charged,
   * empty where that depends on more than the value}
   */
  public Optional<RateRange> rateAfter() {
    return after.range();
  }

  /**
   * What the programme adds to the change of the whole duty, where something is left open on the
   * same goods ({@link DutyGap}). Of two assessed duties the changes of all programmes sum to the
   * change of the duty.
   *
   * @return negative where less is charged after; empty where either side depends on more than the
   *     value
   */
  public Optional<GapRange> change() {
    return change;
  }

  /** {@return the part of the value that it fell on before; empty where it was not one part} */
  public Optional<BigDecimal> shareBefore() {
    return before.share();
  }

  /** {@return the part of the value that it falls on after; empty where it is not one part} */
  public Optional<BigDecimal> shareAfter() {
    return after.share();
  }

  /** {@return the measures of either side, each once, those before first} */
  public List<TariffMeasure> measures() {
    Set<TariffMeasure> measures = new LinkedHashSet<>();
    Stream.concat(before().stream(), after().stream())
        .flatMap(layer -> layer.options().stream())
        .forEach(option -> measures.add(option.measure()));
    return List.copyOf(measures);
  }

  /**
   * {@return where it is laid down: the sources of what is charged after, of a layer that went
   * those of what was charged before}
   */
  public List<Source> sources() {
    List<DutyLayer> telling = after().isEmpty() ? before() : after();
    return telling.stream()
        .flatMap(layer -> layer.options().stream())
        .map(option -> option.measure().source())
        .distinct()
        .toList();
  }

  /** What was charged, in the words of its rates: {@code 15% all-in}. */
  String wordsBefore() {
    return words(before);
  }

  String wordsAfter() {
    return words(after);
  }

  private static String words(ProgrammeCharge charge) {
    return charge.layers().stream()
        .flatMap(layer -> layer.options().stream())
        .map(DutyLayer::rateText)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LayerDifference that
        && programme.equals(that.programme)
        && before.equals(that.before)
        && after.equals(that.after)
        && change.equals(that.change);
  }

  @Override
  public int hashCode() {
    return Objects.hash(programme, kind);
  }

  /** For example {@code S232 autos moved from 25.0% to 12.5%}. */
  @Override
  public String toString() {
    String from = text(rateBefore(), wordsBefore());
    String to = text(rateAfter(), wordsAfter());
    return switch (kind) {
      case CAME -> programme + " came with " + to;
      case WENT -> programme + " went with " + from;
      case SHARE -> programme + " falls on another part, " + from + " to " + to;
      case MOVED -> programme + " moved from " + from + " to " + to;
      case RESTATED -> programme + " restated at " + to;
      case KEPT -> programme + " kept at " + to;
    };
  }

  private static String text(Optional<RateRange> range, String words) {
    return range.map(r -> r.toText(1)).orElse(words);
  }
}
