package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The texts say "European Union" and not whether its French regions overseas and Åland are meant,
 * and so of other territories: what names one has a measure for these by a fact ({@code
 * law-questions.csv} has what they bear).
 */
class UsPartsOfTerritoriesTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 16);
  private static final List<TariffMeasure> ROWS =
      UsTariffs.reading(Facts.INCLUDING_UNVERIFIED).measures();

  static Stream<PartOfTerritory> parts() {
    return PartOfTerritory.all().stream();
  }

  private static Stream<TariffMeasure> named(OriginScope territory) {
    return ROWS.stream()
        .filter(
            row -> List.of(row.origins().toString().split("[ ,]+")).contains(territory.toString()));
  }

  private static boolean isIn(TariffMeasure row, Country country) {
    return row.origins().includes(country, DAY);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void each_row_that_names_the_territory_has_one_for_its_parts(PartOfTerritory part) {
    List<String> expected =
        named(part.territory())
            .map(
                row ->
                    row.id()
                        + ": "
                        + part.fact()
                        + (isIn(row, part.territory().members(DAY).get(0)) ? "=yes" : "=no"))
            .sorted()
            .toList();
    List<String> held =
        ROWS.stream()
            .filter(row -> row.origins().equals(part.parts()))
            .flatMap(
                row ->
                    row.conditions().stream()
                        .map(Condition::toString)
                        .filter(each -> each.startsWith(part.fact() + "="))
                        .map(each -> row.id().replace(", " + part.named(), "") + ": " + each))
            .sorted()
            .toList();
    assertEquals(expected, held);
    assertTrue(held.size() > 1);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void no_row_that_names_the_territory_takes_in_its_parts(PartOfTerritory part) {
    named(part.territory())
        .forEach(
            row -> {
              assertEquals(
                  1,
                  part.territory().members(DAY).stream()
                      .map(each -> isIn(row, each))
                      .distinct()
                      .count(),
                  row::id);
              part.parts().members(DAY).forEach(each -> assertFalse(isIn(row, each), row::id));
            });
  }

  @ParameterizedTest
  @MethodSource("parts")
  void each_row_for_the_parts_says_why_it_is_open(PartOfTerritory part) {
    ROWS.stream()
        .filter(row -> row.origins().equals(part.parts()))
        .forEach(row -> assertTrue(row.source().citation().endsWith("; " + part.why()), row::id));
  }
}
