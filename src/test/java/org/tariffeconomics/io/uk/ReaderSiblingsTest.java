package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The commodities of cases/field with something else in them: another type, area, exclusion,
 * certificate, code, unit or currency. None may give a definite duty that leaves the measure out;
 * what is harmless is a note, with which the reading can be taken as it is.
 */
class ReaderSiblingsTest {

  private static final String GROUP = "uk_excluded_group.json";

  private static Reading<UkCommodity> read(String file, String part, String other)
      throws IOException {
    String text = Files.readString(SharedFiles.require("cases/field/" + file));
    assertTrue(part.isEmpty() || text.contains(part), part);
    return UkCommodityJson.read(file, new StringReader(text.replace(part, other)));
  }

  private static Assessment duty(Reading<UkCommodity> reading, String origin, String facts) {
    UkCommodity commodity = reading.value();
    CurrencyUnit currency = CurrencyUnit.EUR;
    return TariffBook.of("EU", currency, RoundingPolicy.EACH_DUTY_TO_CENT, commodity.measures())
        .on("2021-02-09")
        .stack(commodity.code().orElseThrow(), Country.of(origin), DeclaredFacts.parse(facts))
        .assess(Money.of(currency, 10_000), Quantity.of("10", "t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "696"|"698"|CN
          "696"|"690"|CN
          "Additional duties (safeguard)"},"geographical_area":{"id":"1011"|"Additional duties (safeguard)"},"geographical_area":{"id":"5050"|CN
          "id":"2005","description":"GSP - Least Developed Countries","children_geographical_areas":[{"id":"BD"},{"id":"KH"}]|"id":"2005"|BD
          "duty_expression_id":"01","duty_amount":25.0|"duty_expression_id":"15","duty_amount":25.0|CN
          "duty_expression_id":"01","duty_amount":25.0|"duty_expression_id":"98","duty_amount":25.0|CN
          "duty_amount":25.0|"duty_amount":25.0,"monetary_unit_code":"GBP","measurement_unit_code":"ZZZ"|CN
          "duty_amount":25.0|"duty_amount":25.0,"monetary_unit_code":"XQX","measurement_unit_code":"TNE"|CN
          "duty_amount":25.0|"duty_amount":25.0,"monetary_unit_code":"USD","measurement_unit_code":"TNE"|CN
          "duty_amount":25.0|"duty_amount":25.0,"monetary_unit_code":"GBP","measurement_unit_code":"TNE","measurement_unit_qualifier_code":"R"|CN
          "duty_amount":25.0|"duty_amount":"many"|CN
          "duty_amount":25.0}]|"duty_amount":25.0}],"measure_conditions":[{"condition_code":"ZZ","action_code":"99","document_code":"X999"}]|CN
          """)
  void a_measure_that_is_not_understood_leaves_the_duty_open(
      String part, String other, String origin) throws IOException {
    Assessment assessment = duty(read(GROUP, part, other), origin, "");
    assertNotEquals(Outcome.ASSESSED, assessment.outcome(), assessment::toString);
    assertTrue(assessment.duty().isEmpty(), assessment::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          uk_excluded_group.json|"696"|"552"|CN||2500.00
          uk_excluded_group.json|"id":"EU","description":"European Union","children_geographical_areas":[{"id":"DE"},{"id":"FR"}]|"id":"EU"|IT||0.00
          uk_excluded_group.json|"id":"EU","description":"European Union","children_geographical_areas":[{"id":"DE"},{"id":"FR"}]|"id":"1013"|IT||0.00
          uk_excluded_group.json|"id":"KP"|"id":"XS"|RS||0.00
          uk_excluded_group.json|"id":"KP"|"id":"XC"|CN||2500.00
          uk_area_eu.json|"EU"|"1013"|IT|claim=preference 1013|0.00
          uk_area_eu.json|"EU"|"1013"|US|claim=preference 1013|400.00
          xi_tiles_customs_union.json|"106"|"147"|TR|claim=customs union TR|0.00
          xi_tiles_exporter_code.json|B999|C999|CN|additional code=B123|7470.00
          xi_tiles_exporter_code.json|B999|C999|CN|additional code=B132|3560.00
          xi_wheels_end_use_only.json|||JP|end use=yes|300.00
          """)
  void what_is_understood_has_its_value_and_can_be_taken_as_it_is(
      String file, String part, String other, String origin, String facts, String right)
      throws IOException {
    Reading<UkCommodity> reading = read(file, part == null ? "" : part, other == null ? "" : other);
    Assessment assessment = duty(reading, origin, facts == null ? "" : facts);
    assertEquals(right, assessment.dutyOrThrow().getAmount().toPlainString());
    assertTrue(
        reading.problems().stream().noneMatch(p -> p.severity() == Severity.ERROR),
        reading.problems()::toString);
    reading.orThrow();
  }

  @ParameterizedTest
  @CsvSource({"277, PROHIBITED", "705, PROHIBITED", "475, UNDETERMINED", "276, UNDETERMINED"})
  void no_prohibition_is_left_out(String type, Outcome outcome) throws IOException {
    Reading<UkCommodity> reading = read("xi_prohibited.json", "\"277\"", "\"" + type + "\"");
    assertEquals(outcome, duty(reading, "KP", "").outcome());
  }
}
