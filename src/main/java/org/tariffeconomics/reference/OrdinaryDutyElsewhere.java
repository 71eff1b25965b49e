package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The ordinary duty of every line that a bundled book does not hold: there is one, and it stands in
 * the territory's tariff. A concession that frees the goods needs no more than that; a line that is
 * held, or one of a schedule that is loaded, is closer and counts.
 */
final class OrdinaryDutyElsewhere implements MeasureSource {

  private final String territory;
  private final TariffMeasure duty;

  OrdinaryDutyElsewhere(String territory) {
    this.territory = territory;
    this.duty =
        TariffMeasure.of(
                "MFN",
                Rule.BASE,
                "*",
                "*",
                "see tariff of " + territory + " whose line is not held here")
            .withId("MFN of lines not held")
            .withSource(Source.user("the tariff of " + territory + ": load the schedule"));
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    return List.of(duty);
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    return duty.id();
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    return rule == Rule.BASE ? List.of(OriginScope.all()) : List.of();
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    return List.of();
  }

  @Override
  public NavigableSet<LocalDate> changeDays() {
    return new TreeSet<>();
  }

  @Override
  public NavigableSet<LocalDate> knowledgeDays() {
    return new TreeSet<>();
  }

  @Override
  public NavigableSet<MonthDay> seasonStarts() {
    return new TreeSet<>();
  }

  @Override
  public Set<String> programmes() {
    return Set.of(duty.programme());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OrdinaryDutyElsewhere that && territory.equals(that.territory);
  }

  @Override
  public int hashCode() {
    return territory.hashCode();
  }

  /** What it stands for. */
  @Override
  public String toString() {
    return "lines of " + territory + " that are not held";
  }
}
