package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.io.Siblings;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;

/**
 * Commodities of the UK and EU tariffs that are no case of the shared ones: an ordinary duty of 5 %
 * and one more measure, in the shapes that the tariff service has or had.
 */
class CommoditySiblingsTest {

  private static final String ORDINARY =
      "{\"id\":\"1\",\"measure_type\":{\"id\":\"103\"},\"geographical_area\":{\"id\":\"1011\"},"
          + "\"measure_components\":[{\"duty_expression_id\":\"01\",\"duty_amount\":5.0}]}";

  /** {@code PCT 25} is a component of 25 %; single quotes stand for double ones. */
  private static String json(String text) {
    return text.replaceAll(
            "PCT ([0-9.]+)", "'measure_components':[{'duty_expression_id':'01','duty_amount':$1}]")
        .replace('\'', '"');
  }

  private static Reading<UkCommodity> read(String measures) {
    return UkCommodityJson.read(
        "made",
        new StringReader(
            "{\"goods_nomenclature_item_id\":\"6907220000\",\"import_measures\":["
                + measures
                + "]}"));
  }

  private static Reading<UkCommodity> beside(String type, String area, String rest) {
    return read(
        ORDINARY
            + json(",{'id':'2','measure_type':{'id':'" + type + "'},'geographical_area':")
            + json(area.startsWith("{") ? area : "{'id':'" + area + "'}")
            + json("," + rest + "}"));
  }

  private static String answer(Reading<UkCommodity> reading, String ask) {
    return Siblings.answer("EUR", reading.value().measures(), "6907220000", ask);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # groups and the Union, in areas and in exclusions
          696~1011~'excluded_countries':[{'id':'1013'}],PCT 25~IT~500.00
          696~1011~'excluded_countries':[{'id':'eu'}],PCT 25~IT~500.00
          696~1011~'excluded_countries':['EU'],PCT 25~IT~500.00
          696~1011~'excluded_countries':[{'geographical_area_id':'KP'}],PCT 25~KP~500.00
          696~1011~'excluded_geographical_areas':[{'id':'KP'}],PCT 25~KP~500.00
          696~1011~'excluded_geographical_areas':[{'id':'KP'}],PCT 25~CN~3000.00
          696~1011~'excluding':['KP'],PCT 25~CN~UNDETERMINED
          696~{'id':'2005','members':[{'id':'BD'}]}~PCT 25~BD~3000.00
          696~{'id':'2005','members':[{'id':'BD'}]}~PCT 25~CN~500.00
          696~2005~PCT 25~CN~UNDETERMINED
          142~2005~PCT 0~BD~500.00
          142~2005~PCT 0~BD claiming preference 2005~UNDETERMINED
          # other codes of countries, and codes that are none
          142~XS~PCT 0~RS claiming preference XS~0.00
          142~XU~PCT 0~GB claiming preference XU~0.00
          142~XK~PCT 0~XK claiming preference XK~0.00
          552~XC~PCT 20~ES~500.00
          552~XL~PCT 20~ES~500.00
          552~XI~PCT 20~GB~UNDETERMINED
          552~XI~PCT 20~CN~500.00
          696~1011~'excluded_countries':[{'id':'XI'}],PCT 25~GB~UNDETERMINED
          696~1011~'excluded_countries':[{'id':'XI'}],PCT 25~CN~3000.00
          # customs unions
          106~TR~PCT 0~TR claiming customs union TR~0.00
          147~TR~'order_number':{'number':'090123'},PCT 0~TR claiming customs union TR~0% to 5%
          147~TR~'order_number':{'number':'090123'},PCT 0~TR~500.00
          143~TR~PCT 0~TR claiming preference TR~UNDETERMINED
          143~TR~PCT 0~TR~500.00
          # prohibitions and their kin
          277~KP~'duty_expression':{'base':''}~KP~PROHIBITED
          277~2005~'duty_expression':{'base':''}~KP~UNDETERMINED
          277~CN~'measure_conditions':[{'condition_code':'B','document_code':'Y900','action_code':'07'},{'condition_code':'B','action_code':'06'}]~CN~UNDETERMINED
          277~CN~'measure_conditions':[{'condition_code':'B','document_code':'Y900','action_code':'07'},{'condition_code':'B','action_code':'06'}]~CN with certificates=Y900~500.00
          475~CN~'measure_conditions':[{'condition_code':'B','document_code':'C400','action_code':'24'},{'condition_code':'B','action_code':'04'}]~CN~500.00
          710~CN~'measure_conditions':[{'condition_code':'B','action_code':'04'}]~CN~PROHIBITED
          # certificates
          552~CN~'measure_conditions':[{'condition_code':'A','certificate_type_code':'D','certificate_code':'008','action_code':'07'},{'condition_code':'A','action_code':'27'}],PCT 30~CN with certificates=d-008~500.00
          552~CN~'measure_conditions':[{'condition_code':'A','certificate_type_code':'D','certificate_code':'008','action_code':'07'},{'condition_code':'A','action_code':'27'}],PCT 30~CN with certificates=none~3500.00
          552~CN~'measure_conditions':[{'condition_code':'A','document_code':'D008','action_code':'77'},{'condition_code':'A','action_code':'27'}],PCT 30~CN with certificates=D008~UNDETERMINED
          # residual additional codes
          552~CN~'additional_code':{'code':'B132'},PCT 30~CN with additional code=b132~3500.00
          552~CN~'additional_code':'B132',PCT 30~CN with additional code=B132~3500.00
          552~CN~'additional_code':{'additional_code_type_id':'B','additional_code':'132'},PCT 30~CN with additional code=B132~3500.00
          552~CN~'additional_code':{'code':'B132'},PCT 30~CN with additional code=B999~UNDETERMINED
          552~CN~'additional_code':{'code':'B132'},PCT 30~CN~UNDETERMINED
          # what words say and components do not
          552~CN~'duty_expression':{'base':'14.10 EUR / 100 kg/net drained wt'},'measure_components':[{'duty_expression_id':'01','duty_amount':14.1,'monetary_unit_code':'EUR','measurement_unit_code':'DTN'}]~CN~UNDETERMINED
          552~CN~'duty_expression':{'base':'14.10 EUR / 100 kg/of something'},'measure_components':[{'duty_expression_id':'01','duty_amount':14.1,'monetary_unit_code':'EUR','measurement_unit_code':'DTN'}]~CN~UNDETERMINED
          552~CN~'duty_expression':{'base':'14.10 EUR / 100 kg'},'measure_components':[{'duty_expression_id':'01','duty_amount':14.1,'monetary_unit_code':'EUR','measurement_unit_code':'DTN'}]~CN~1910.00
          552~CN~'duty_expression':{'base':'16.50 % / Retail Price'},PCT 16.5~CN with retail price=EUR 20000~3800.00
          # units and currencies
          552~CN~'measure_components':[{'duty_expression_id':'01','duty_amount':14.1,'monetary_unit_code':'EUR'}]~CN~UNDETERMINED
          552~CN~'measure_components':[{'duty_expression_id':'01','duty_amount':14.1,'measurement_unit_code':'DTN'}]~CN~UNDETERMINED
          552~CN~'measure_components':[{'duty_expression_id':'01','duty_amount':14.1,'monetary_unit_code':'JPY','measurement_unit_code':'DTN'}]~CN~UNDETERMINED
          # taxes in the file, older shapes, characters that nobody sees
          305~1011~PCT 20~CN~500.00
          VTS~1011~PCT 20~CN~500.00
          EGA~1011~'excise':true,PCT 20~CN~500.00
          EGA~1011~PCT 20~CN~UNDETERMINED
          552~CN\u200b~PCT 20~CN~2500.00
          \u00a0552~ CN ~'duty_expression':'20.00\u00a0%\u200b'~CN~2500.00
          """)
  void one_more_measure_counts_or_leaves_the_duty_open(
      String type, String area, String rest, String ask, String right) {
    assertEquals(right, answer(beside(type, area, rest), ask), rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'N990','action_code':'27'},{'condition_code':'B','action_code':'08'}]~JP~UNDETERMINED
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'N990','action_code':'27'},{'condition_code':'B','action_code':'08'}]~JP with end use=yes~300.00
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'N990','action_code':'27'},{'condition_code':'B','action_code':'08'}]~JP with end use=no~UNDETERMINED
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'C990','action_code':'27'},{'condition_code':'B','action_code':'08'}]~JP~UNDETERMINED
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'C990','action_code':'27'},{'condition_code':'B','action_code':'08'}]~JP with certificates=C990~300.00
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'C990','action_code':'27'},{'condition_code':'B','action_code':'08'}]~JP with certificates=none~UNDETERMINED
          PCT 3,'measure_conditions':[{'condition_code':'B','document_code':'C644','action_code':'29'},{'condition_code':'B','action_code':'27'}]~JP~300.00
          'measure_conditions':[{'condition_code':'V','action_code':'01','condition_duty_amount':80,'condition_monetary_unit_code':'EUR','condition_measurement_unit_code':'DTN','measure_condition_components':[{'duty_expression_id':'01','duty_amount':8}]},{'condition_code':'V','action_code':'01','condition_duty_amount':0,'condition_monetary_unit_code':'EUR','condition_measurement_unit_code':'DTN','measure_condition_components':[{'duty_expression_id':'01','duty_amount':20}]}]~NZ with entry price=0.9 EUR/kg~800.00
          'measure_conditions':[{'condition_code':'V','action_code':'01','condition_duty_amount':80,'condition_monetary_unit_code':'EUR','condition_measurement_unit_code':'DTN','measure_condition_components':[{'duty_expression_id':'01','duty_amount':8}]},{'condition_code':'V','action_code':'01','condition_duty_amount':0,'condition_monetary_unit_code':'EUR','condition_measurement_unit_code':'DTN','measure_condition_components':[{'duty_expression_id':'01','duty_amount':20}]}]~NZ with entry price=79.99 EUR/100 kg~2000.00
          'measure_conditions':[{'condition_code':'V','action_code':'01','condition_duty_amount':80,'condition_monetary_unit_code':'EUR','condition_measurement_unit_code':'DTN','measure_condition_components':[{'duty_expression_id':'01','duty_amount':8}]},{'condition_code':'V','action_code':'01','condition_duty_amount':100,'condition_monetary_unit_code':'EUR','condition_measurement_unit_code':'TNE','measure_condition_components':[{'duty_expression_id':'01','duty_amount':20}]}]~NZ with entry price=85 EUR/100 kg~UNDETERMINED
          """)
  void an_ordinary_duty_asks_for_what_its_conditions_ask_for(
      String rest, String ask, String right) {
    Reading<UkCommodity> reading =
        read(
            json(
                "{'id':'1','measure_type':{'id':'103'},'geographical_area':{'id':'1011'},"
                    + rest
                    + "}"));
    assertEquals(right, answer(reading, ask), reading.problems()::toString);
  }

  @Test
  void an_end_use_duty_and_a_preference_beside_it_ask_for_the_end_use() {
    Reading<UkCommodity> reading =
        read(
            json(
                "{'id':'1','measure_type':{'id':'105'},'geographical_area':{'id':'1011'},PCT 3},"
                    + "{'id':'2','measure_type':{'id':'142'},'geographical_area':{'id':'JP'},"
                    + "PCT 1}"));
    assertEquals("300.00", answer(reading, "CN with end use=yes"));
    assertEquals("UNDETERMINED", answer(reading, "CN with end use=no"));
    assertEquals("UNDETERMINED", answer(reading, "CN"));
    assertEquals("100.00", answer(reading, "JP claiming preference JP with end use=yes"));
  }

  @Test
  void what_is_harmless_does_not_fail() {
    List<Problem> harmless = beside("142", "XC", "PCT 0").problems();
    assertTrue(harmless.stream().noneMatch(Problem::isError), harmless::toString);
    beside("142", "XS", "PCT 0").orThrow();
  }

  @Test
  void value_added_tax_has_its_rates_by_code_and_day() {
    UkCommodity read =
        read(json(
                "{'id':'1','effective_start_date':'2021-01-01','measure_type':{'id':'305'},"
                    + "'geographical_area':{'id':'1011'},PCT 20},"
                    + "{'id':'2','effective_end_date':'2021-03-31','measure_type':{'id':'305'},"
                    + "'geographical_area':{'id':'1011'},'additional_code':{'code':'VATZ'},"
                    + "'duty_expression':{'base':'0.00 %'}}"))
            .value();
    assertEquals("[VAT 20%]", read.vat(LocalDate.of(2021, 6, 1)).toString());
    assertEquals("[VAT 0% with VATZ]", read.vat(LocalDate.of(2020, 6, 1)).toString());
    assertEquals(2, read.vat(LocalDate.of(2021, 2, 1)).size());
  }
}
