package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Table;

/**
 * The difference of two answers: which layers came, went, moved or fall on another part of the
 * value, with their measures and sources. The two may be of different days, books, states of
 * knowledge, origins, declarations or lines; what they say is compared, never how it is worded.
 *
 * <p>{@code after.differenceFrom(before)}; a timeline and a before/after table are made of them.
 *
 * @since 0.1.0
 */
public final class DutyDifference {

  private final DutyStack before;
  private final DutyStack after;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable List<LayerDifference> all;

  private DutyDifference(DutyStack before, DutyStack after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The difference of two answers.
   *
   * @param before the answer that is compared with
   * @param after the other
   * @return what is different after
   */
  public static DutyDifference between(DutyStack before, DutyStack after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return new DutyDifference(before, after);
  }

  /** {@return the answer that is compared with} */
  public DutyStack before() {
    return before;
  }

  /** {@return the answer that is compared} */
  public DutyStack after() {
    return after;
  }

  /**
   * Whether nothing about the duty differs: the same outcome for the same reasons, the same rates
   * on the same parts of the value, in every case that is left open.
   *
   * @return true also where other measures charge the same, and where neither side is known, for
   *     the same reasons: of that nobody knows whether it changes
   */
  @JsonIgnore
  public boolean isNone() {
    return before.isSameDutyAs(after);
  }

  /** Whether it is known that the duty is the same: of two sides that are not known it is not. */
  boolean isKept() {
    return isNone() && after.outcome() != DutyStack.Outcome.UNDETERMINED;
  }

  /**
   * The layers of which something differs: those before first, in their order, then those that
   * came.
   *
   * @return none of the {@link LayerDifference.Kind#KEPT}; empty too where the duty of a side is
   *     undetermined or only a wide range is known of it, since a layer that is missing there need
   *     not have gone: {@link DutyStack#reasons} of the sides say why
   */
  public List<LayerDifference> layers() {
    return some(kind -> kind != LayerDifference.Kind.KEPT);
  }

  /** {@return the layers that are charged by the same measures in the same way on both sides} */
  public List<LayerDifference> kept() {
    return some(kind -> kind == LayerDifference.Kind.KEPT);
  }

  /**
   * The layers of one kind.
   *
   * @param kind what happened to them
   * @return the layers
   */
  public List<LayerDifference> layers(LayerDifference.Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return some(kind::equals);
  }

  private List<LayerDifference> some(Predicate<LayerDifference.Kind> kinds) {
    return all().stream().filter(each -> kinds.test(each.kind())).toList();
  }

  private List<LayerDifference> all() {
    List<LayerDifference> made = all;
    if (made == null) {
      made =
          before
              .resolutions()
              .map(ProgrammeCharge::of)
              .flatMap(
                  then ->
                      after.resolutions().map(ProgrammeCharge::of).map(now -> compared(then, now)))
              .orElse(List.of());
      all = made;
    }
    return made;
  }

  private List<LayerDifference> compared(
      Map<String, ProgrammeCharge> then, Map<String, ProgrammeCharge> now) {
    Set<String> programmes = new LinkedHashSet<>(then.keySet());
    programmes.addAll(now.keySet());
    return programmes.stream()
        .map(
            each ->
                layer(
                    each,
                    then.getOrDefault(each, ProgrammeCharge.NONE),
                    now.getOrDefault(each, ProgrammeCharge.NONE)))
        .toList();
  }

  private LayerDifference layer(String programme, ProgrammeCharge then, ProgrammeCharge now) {
    Optional<GapRange> apart = then.range().flatMap(was -> now.range().map(is -> is.minus(was)));
    boolean isOpen = apart.filter(GapRange::isPoint).isEmpty();
    return new LayerDifference(
        programme,
        then,
        now,
        isOpen ? apart.map(wide -> onTheSameGoods(programme).orElse(wide)) : apart);
  }

  private Optional<GapRange> onTheSameGoods(String programme) {
    return DutyGap.ofPart(
        after, before, each -> ProgrammeCharge.rate(programme, each).map(RateRange::of));
  }

  /**
   * {@return the change of the all-in rate, negative for a cut; empty where either is not known}
   */
  public Optional<RateChange> change() {
    return before.adValoremRate().flatMap(was -> after.adValoremRate().map(was::to));
  }

  /**
   * What the change of the all-in rate on the same goods lies within: line by line below a heading,
   * with what the goods have in common alike on both sides ({@link DutyGap}).
   *
   * @return a point where both are known; empty where either has no range
   */
  public Optional<GapRange> changeRange() {
    return DutyGap.between(after, before);
  }

  /** {@return what decides the duty after and did not before: what is newly left open} */
  public List<DecidingFact> opened() {
    return missingFrom(before, after);
  }

  /** {@return what decided the duty before and does not after} */
  public List<DecidingFact> settled() {
    return missingFrom(after, before);
  }

  private static List<DecidingFact> missingFrom(DutyStack one, DutyStack other) {
    Set<String> held = one.decidedBy().stream().map(DecidingFact::name).collect(Collectors.toSet());
    return other.decidedBy().stream().filter(fact -> !held.contains(fact.name())).toList();
  }

  /**
   * Why a layer is charged on one side only: of one that went what the answer after says of its
   * measure, of one that came what the answer before says of it.
   *
   * @param layer one of {@link #layers}
   * @return for example {@code displaced by S232 autos} or {@code not claimed}; empty for a layer
   *     that both sides have, and where the other side's book does not have the measure
   */
  public Optional<NotApplied> why(LayerDifference layer) {
    Objects.requireNonNull(layer, "layer");
    return switch (layer.kind()) {
      case WENT -> why(layer.before(), after);
      case CAME -> why(layer.after(), before);
      default -> Optional.empty();
    };
  }

  private static Optional<NotApplied> why(List<DutyLayer> layers, DutyStack elsewhere) {
    Set<TariffMeasure> measures =
        layers.stream()
            .flatMap(layer -> layer.options().stream())
            .map(DutyLayer::measure)
            .collect(Collectors.toSet());
    return elsewhere.considered().stream()
        .filter(each -> measures.contains(each.measure()))
        .findFirst();
  }

  /** {@return what sets the side before apart: its day, book, line, origin or declaration} */
  public String captionBefore() {
    return Sides.of(before, after).before();
  }

  /** {@return what sets the side after apart: its day, book, line, origin or declaration} */
  public String captionAfter() {
    return Sides.of(before, after).after();
  }

  /** {@return the stamp of the side after, with the assumptions of both and with both days} */
  public Stamp stamp() {
    return after.stamp().against(before.stamp());
  }

  /**
   * {@return the layers that differ, with what they come to on each side over the customs value,
   * why they are charged on one side only, and their sources; the changes sum to the total}
   */
  public Table table() {
    return DifferenceTable.of(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyDifference that
        && before.equals(that.before)
        && after.equals(that.after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(before, after);
  }

  /** For example {@code -12.5 pp: S232 autos moved from 25.0% to 12.5%}. */
  @Override
  public String toString() {
    if (isNone()) {
      return isKept() ? "no difference" : "not known on either side: " + reasonsAfter();
    }
    List<String> parts = new ArrayList<>();
    layers().forEach(each -> parts.add(each.toString()));
    opened().forEach(each -> parts.add("newly open: " + each.name()));
    settled().forEach(each -> parts.add("no longer open: " + each.name()));
    if (before.outcome() != after.outcome()) {
      parts.add(before.outcome() + " became " + after.outcome());
    }
    if (parts.isEmpty()) {
      parts.add("other reasons: " + reasonsAfter());
    }
    return changeRange().map(change -> change + ": ").orElse("") + String.join("; ", parts);
  }

  private String reasonsAfter() {
    return String.join("; ", after.reasons());
  }
}
