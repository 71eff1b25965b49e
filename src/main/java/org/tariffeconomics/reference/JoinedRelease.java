package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.schedule.ChargesNotHeld;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.ScheduleReference;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A release of the schedule beside the bundled lists of additional duties, which are written in the
 * codes of the bundled editions. A line that these editions do not have on the day, and one whose
 * notes point to a heading of chapter 99 that is not held, bear a charge of unknown rate until
 * somebody declares that he has looked it up.
 */
final class JoinedRelease implements MeasureSource {

  private final ScheduledDuties release;
  private final DatedSchedule bundled;

  JoinedRelease(ScheduledDuties release, DatedSchedule bundled) {
    this.release = release;
    this.bundled = bundled;
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    List<TariffMeasure> stated = release.measures(code, origin, day, knowledge);
    Optional<String> why = stated.isEmpty() ? Optional.empty() : notHeld(code, day, knowledge);
    if (why.isEmpty()) {
      return stated;
    }
    List<TariffMeasure> all = new ArrayList<>(stated);
    all.add(ChargesNotHeld.on(code, why.get()));
    return all;
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    Object kind = release.kind(code, day, knowledge);
    return notHeld(code, day, knowledge).<Object>map(why -> List.of(kind, code)).orElse(kind);
  }

  /** Why the additional duties of a line of the release are not all held; empty where they are. */
  private Optional<String> notHeld(HsCode code, LocalDate day, Knowledge knowledge) {
    return bundled.remark(code, day).or(() -> pointsElsewhere(code, day, knowledge));
  }

  private Optional<String> pointsElsewhere(HsCode code, LocalDate day, Knowledge knowledge) {
    Optional<ScheduleLine> line =
        release.schedule(day, knowledge).flatMap(schedule -> schedule.covering(code));
    String headings =
        line.stream()
            .flatMap(each -> each.references().stream())
            .filter(each -> !UsProvisions.isHeld(each))
            .map(ScheduleReference::first)
            .map(HsCode::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    return headings.isEmpty()
        ? Optional.empty()
        : Optional.of(code + " points to " + headings + ", which is not held here");
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    return release.origins(rule, day, knowledge);
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    return release.lines(day, knowledge);
  }

  @Override
  public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    return release.linesBelow(code, day, knowledge);
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
    return notHeld(code, day, Knowledge.now()).map(why -> ChargesNotHeld.on(code, why));
  }

  @Override
  public NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = release.changeDays();
    days.addAll(bundled.changeDays());
    return days;
  }

  @Override
  public NavigableSet<LocalDate> knowledgeDays() {
    return release.knowledgeDays();
  }

  @Override
  public NavigableSet<MonthDay> seasonStarts() {
    return release.seasonStarts();
  }

  @Override
  public Set<String> programmes() {
    return release.programmes();
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    return release.writeContent(lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JoinedRelease that
        && release.equals(that.release)
        && bundled.equals(that.bundled);
  }

  @Override
  public int hashCode() {
    return Objects.hash(release, bundled);
  }

  /** The release. */
  @Override
  public String toString() {
    return release.toString();
  }
}
