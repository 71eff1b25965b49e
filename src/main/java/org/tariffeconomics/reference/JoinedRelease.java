package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.schedule.ChargesNotHeld;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.schedule.ScheduleReference;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.tariff.ForwardingSource;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A release of the schedule beside the bundled lists of additional duties, which are written in the
 * codes of the bundled editions. A line that these editions do not have on the day, one whose notes
 * point to a heading of chapter 99 that is not held, one whose notes point to a list that is held
 * without the line, and one of a later release whose notes do not point any more to a list that is
 * held with it, bear a charge of unknown rate until somebody declares that he has looked it up.
 */
final class JoinedRelease extends ForwardingSource {

  private static final String SPECIAL = "98";

  /**
   * The headings whose lists notes name line by line: section 301 on China, without its exclusions,
   * and Russia. The notes of chapter 98 point to what goods of other chapters bear.
   */
  private static final Pattern BY_LINE =
      Pattern.compile("9903\\.(88|90|91|92)\\.[0-9]{2}(?<!88\\.(69|70))");

  /** The day of the newest release whose notes the lists were held against (2026 revision 10). */
  private static final LocalDate NOTES_THROUGH = LocalDate.of(2026, 6, 8);

  /**
   * The line that was on a list and had no note to it in that release already: U.S. note 20(s)(i)
   * names it.
   */
  private static final HsCode NEVER_NOTED = HsCode.of("0403.20.50");

  /**
   * The lists that notes name line by line, and whom they are about; found when first asked for.
   */
  private static final class Noted {
    private static final List<ProductList> LISTS =
        UsLists.all().stream().filter(list -> BY_LINE.matcher(list.name()).matches()).toList();
    private static final List<OriginScope> ORIGINS =
        UsProvisions.originsOf(BY_LINE).stream().map(OriginScope::parse).toList();
  }

  private final ScheduledDuties release;
  private final DatedSchedule bundled;
  private final boolean mayBeLater;

  /**
   * A release beside the bundle.
   *
   * @param mayBeLater whether it has notes and is not told by its rates to be older than the bundle
   */
  JoinedRelease(ScheduledDuties release, DatedSchedule bundled, boolean mayBeLater) {
    super(release);
    this.release = release;
    this.bundled = bundled;
    this.mayBeLater = mayBeLater;
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    List<TariffMeasure> stated = release.measures(code, origin, day, knowledge);
    Optional<TariffMeasure> charge =
        stated.isEmpty() ? Optional.empty() : notHeld(code, day, knowledge);
    if (charge.filter(each -> each.origins().includes(origin, day)).isEmpty()) {
      return stated;
    }
    List<TariffMeasure> all = new ArrayList<>(stated);
    all.add(charge.get());
    return all;
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    Object kind = release.kind(code, day, knowledge);
    return notHeld(code, day, knowledge).<Object>map(why -> List.of(kind, code)).orElse(kind);
  }

  /** What may be charged where the additional duties of a line of the release are not all held. */
  private Optional<TariffMeasure> notHeld(HsCode code, LocalDate day, Knowledge knowledge) {
    return bundled
        .remark(code, day)
        .or(() -> pointsElsewhere(code, day, knowledge))
        .map(why -> ChargesNotHeld.on(code, why))
        .or(() -> isOnAnotherList(code, day, knowledge))
        .or(() -> isOffItsList(code, day, knowledge));
  }

  private Optional<String> pointsElsewhere(HsCode code, LocalDate day, Knowledge knowledge) {
    String headings =
        pointers(code, day, knowledge)
            .filter(each -> !UsProvisions.isHeld(each))
            .map(ScheduleReference::first)
            .map(HsCode::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    return headings.isEmpty()
        ? Optional.empty()
        : Optional.of(code + " points to " + headings + ", which is not held here");
  }

  /**
   * A release later than the bundle may have put a line on a list: its note says so. An earlier one
   * may name a list that the line has left since, so that any day of the list counts.
   */
  private Optional<TariffMeasure> isOnAnotherList(HsCode code, LocalDate day, Knowledge knowledge) {
    HsCode legal = code.upTo(DatedLine.DIGITS);
    if (code.chapter().equals(SPECIAL)) {
      return Optional.empty();
    }
    return pointers(code, day, knowledge)
        .map(each -> each.first().toString())
        .distinct()
        .filter(heading -> BY_LINE.matcher(heading).matches())
        .filter(heading -> UsLists.find(heading).filter(list -> !names(list, legal)).isPresent())
        .findFirst()
        .map(
            heading ->
                ChargesNotHeld.on(
                    code,
                    UsProvisions.originsOf(heading),
                    code + " points to " + heading + ", whose list here does not have it"));
  }

  /**
   * A release later than the bundle may have taken a line off a list: the note that said so is
   * gone. That may be the end of the duty or a slip of the edition, since the U.S. notes of chapter
   * 99 are the law and footnotes only point to it.
   */
  private Optional<TariffMeasure> isOffItsList(HsCode code, LocalDate day, Knowledge knowledge) {
    if (!mayBeLater
        || day.isBefore(NOTES_THROUGH)
        || code.chapter().equals(SPECIAL)
        || NEVER_NOTED.covers(code)) {
      return Optional.empty();
    }
    List<ScheduleReference> pointers =
        Stream.concat(
                pointers(code, day, knowledge),
                release.schedule(day, knowledge).stream()
                    .flatMap(s -> s.below(code).stream())
                    .flatMap(each -> each.references().stream()))
            .toList();
    return Noted.LISTS.stream()
        .filter(list -> list.contains(code, NOTES_THROUGH) && list.contains(code, day))
        .map(list -> HsCode.of(list.name()))
        .filter(heading -> pointers.stream().noneMatch(each -> each.covers(heading)))
        .findFirst()
        .map(
            heading ->
                ChargesNotHeld.on(
                    code,
                    UsProvisions.originsOf(heading.toString()),
                    code + " does not point to " + heading + ", on whose list here it is"));
  }

  /** Whether a list has a line, or a number below it, on any day. */
  private static boolean names(ProductList list, HsCode legal) {
    return list.entries().stream()
        .map(ProductList.Entry::products)
        .anyMatch(products -> products.contains(legal) || products.splits(legal));
  }

  private Stream<ScheduleReference> pointers(HsCode code, LocalDate day, Knowledge knowledge) {
    return release.schedule(day, knowledge).flatMap(s -> s.covering(code)).stream()
        .flatMap(each -> each.references().stream());
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    return rule == Rule.ADDS ? Noted.ORIGINS : release.origins(rule, day, knowledge);
  }

  /** What the bundled editions say of a code that the release does not have either. */
  @Override
  public Optional<String> remark(HsCode code, LocalDate day) {
    boolean known =
        release
            .schedule(day, Knowledge.now())
            .filter(s -> s.covering(code).isPresent() || !s.below(code).isEmpty())
            .isPresent();
    return known ? Optional.empty() : Optional.of(noLine(code, day));
  }

  private String noLine(HsCode code, LocalDate day) {
    return code
        + " is no line of "
        + release
        + bundled.remark(code, day).map(s -> "; " + s).orElse("");
  }

  @Override
  public Optional<TariffMeasure> doubt(HsCode code, LocalDate day) {
    return notHeld(code, day, Knowledge.now());
  }

  @Override
  public NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = release.changeDays();
    days.addAll(bundled.changeDays());
    return days;
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    return release.writeContent(lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JoinedRelease that
        && release.equals(that.release)
        && bundled.equals(that.bundled)
        && mayBeLater == that.mayBeLater;
  }

  @Override
  public int hashCode() {
    return Objects.hash(release, bundled, mayBeLater);
  }

  /** The release. */
  @Override
  public String toString() {
    return release.toString();
  }
}
