package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The texts say "European Union" and not whether its French regions overseas and Åland are meant:
 * whatever names the union has a second row for these, by the fact {@code product of the EU}.
 */
class UsRegionsOfTheUnionTest {

  private static final String FACT = "product of the EU";
  private static final OriginScope REGIONS = OriginScope.parse("AX,GF,GP,MF,MQ,RE,YT");
  private static final LocalDate DAY = LocalDate.of(2025, 9, 16);
  private static final List<TariffMeasure> ROWS =
      UsTariffs.reading(Facts.INCLUDING_UNVERIFIED).measures();

  private static Stream<TariffMeasure> forTheUnion() {
    return ROWS.stream().filter(row -> row.origins().toString().contains("EU"));
  }

  private static Stream<TariffMeasure> forItsRegions() {
    return ROWS.stream().filter(row -> row.conditions().toString().contains(FACT));
  }

  /** What a row does, without its name and citation. */
  private static TariffMeasure law(TariffMeasure row) {
    return row.withId("a row").withSource(Source.user("its text"));
  }

  private static boolean isFor(TariffMeasure row, String origin) {
    return row.origins().includes(Country.of(origin), DAY);
  }

  @Test
  void each_row_for_the_union_has_one_for_its_regions() {
    Set<TariffMeasure> held = forItsRegions().map(row -> law(row)).collect(Collectors.toSet());
    List<TariffMeasure> forgotten =
        forTheUnion()
            .filter(
                row ->
                    !held.contains(
                        law(row)
                            .withOrigins(REGIONS)
                            .withCondition(
                                Condition.parse(FACT + (isFor(row, "DE") ? "=yes" : "=no")))))
            .toList();
    assertEquals(List.of(), forgotten);
    assertEquals(forTheUnion().count(), forItsRegions().count());
    assertTrue(held.size() > 40);
  }

  @Test
  void no_row_for_the_union_takes_in_its_regions() {
    forTheUnion()
        .forEach(
            row -> {
              assertEquals(isFor(row, "DE"), isFor(row, "FR"), row::id);
              REGIONS.members(DAY).forEach(each -> assertFalse(row.origins().includes(each, DAY)));
            });
  }

  @Test
  void each_row_for_the_regions_says_why_it_is_open() {
    forItsRegions()
        .forEach(
            row -> {
              assertEquals(REGIONS, row.origins(), row::id);
              assertTrue(
                  row.source().citation().contains("whether \"European Union\" means its regions"),
                  row::id);
            });
  }
}
