package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.border.EntryTime;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.io.trade.TradePeriod;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.Deposit;
import org.tariffeconomics.landedcost.EntryCost;
import org.tariffeconomics.landedcost.EntryRecord;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.SpecialProvision;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** What Jackson makes of the library's types, without its module and with it. */
class TariffJacksonTest {

  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new TariffJackson());

  private static final TariffLaw US = UsTariffs.book().on("2026-11-23");

  private static List<Class<?>> publicTypes() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/demo/"))
            .importPackages("org.tariffeconomics")
            .stream()
            .filter(TariffJacksonTest::isPublic)
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isAnonymousClass()
        && type.getEnclosingClass().map(TariffJacksonTest::isPublic).orElse(true);
  }

  /**
   * A plain mapper writes a record by all its components and nothing else, an enum by its name, and
   * refuses any other type for want of anything to write: it never writes a part of a value.
   */
  @Test
  void a_plain_mapper_writes_no_type_in_part() {
    List<String> faults = new ArrayList<>();
    List<Class<?>> types = publicTypes();
    assertTrue(types.size() > 400, "found only " + types.size());
    for (Class<?> type : types) {
      if (type.isInterface()
          || type.isEnum()
          || Throwable.class.isAssignableFrom(type)
          || type == TariffJackson.class) {
        continue;
      }
      Set<String> expected = new TreeSet<>();
      if (type.isRecord()) {
        for (RecordComponent each : type.getRecordComponents()) {
          expected.add(each.getName());
        }
      }
      Set<String> written = new TreeSet<>();
      for (BeanPropertyDefinition each :
          PLAIN.getSerializationConfig().introspect(PLAIN.constructType(type)).findProperties()) {
        if (each.couldSerialize()) {
          written.add(each.getName());
        }
      }
      if (!written.equals(expected)) {
        faults.add(type.getName() + " would be written as " + written + ", not " + expected);
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void a_plain_mapper_refuses_values_and_results() {
    Assessment assessment =
        US.stack(HsCode.of("8703.23.01"), Country.of("JP")).assess(Money.parse("USD 1.00"));
    for (Object each :
        List.of(
            Rate.parse("2.5%"),
            Quantity.parse("2 kg"),
            DeclaredFacts.claiming("KORUS"),
            DutyRate.parse("2.5%"),
            Deposit.of("AD", "2.5%"),
            HsCode.of("8703"),
            US,
            US.book(),
            assessment,
            assessment.table(),
            assessment.stamp())) {
      assertThrows(
          JsonProcessingException.class, () -> PLAIN.writeValueAsString(each), each::toString);
    }
  }

  @Test
  void values_are_written_as_texts_and_read_back_equal() throws JsonProcessingException {
    assertValue("\"2.5%\"", Rate.parse("2.5%"), Rate.class);
    assertValue("\"8703.23.01\"", HsCode.of("8703.23.01"), HsCode.class);
    assertValue("\"JP\"", Country.of("JP"), Country.class);
    assertValue("\"kg\"", Unit.of("kg"), Unit.class);
    assertValue("\"12.5 kg\"", Quantity.parse("12.5 kg"), Quantity.class);
    assertValue(null, OriginScope.parse("* except CA,MX"), OriginScope.class);
    assertValue(null, ProductScope.parse("8703 except 8703.10"), ProductScope.class);
    assertValue(null, ExchangeRates.parse("EUR/USD=1.1, USD/JPY=150"), ExchangeRates.class);
    assertValue(null, DeclaredFacts.parse("claim=KORUS; content:steel=0.6"), DeclaredFacts.class);
    assertValue(null, DeclaredOrigin.parse("KR claiming KORUS"), DeclaredOrigin.class);
    assertValue(null, Portion.parse("steel content"), Portion.class);
    assertValue(null, Condition.parse("age>=25"), Condition.class);
    assertValue(null, RoundingPolicy.EACH_DUTY_TO_CENT, RoundingPolicy.class);
    assertValue("\"by value\"", CostAllocation.byValue(), CostAllocation.class);
    assertValue("\"customs value + duty\"", TaxBase.dutyPaidValue(), TaxBase.class);
    assertValue("\"USD 10.005\"", BigMoney.parse("USD 10.005"), BigMoney.class);
    assertValue("\"USD 10.00\"", Money.parse("USD 10.00"), Money.class);
    assertValue("\"JPY\"", CurrencyUnit.JPY, CurrencyUnit.class);
    assertValue(null, Deposit.of("A-570-831", "0.06 USD/kg"), Deposit.class);
    assertValue(
        "\"9802.00.80 less USD 300\"",
        SpecialProvision.assembled("USD 300"),
        SpecialProvision.class);
    assertValue(
        null, InterestRates.parse("2025-01-01=6%; through=2026-03-31"), InterestRates.class);
    assertValue("\"2025-11-10 13:01\"", EntryTime.parse("2025-11-10 13:01"), EntryTime.class);
    assertValue("\"EU\"", Party.parse("EU"), Party.class);
    assertValue("\"2025-08\"", TradePeriod.parse("2025-08"), TradePeriod.class);
    assertValue(null, StageRounding.parse("NONE"), StageRounding.class);
  }

  /** Every type that reads itself from one text is written as a text, or as its frozen record. */
  @Test
  void every_type_with_a_text_of_its_own_is_written_as_it() throws JsonProcessingException {
    Set<String> worksOrTables =
        Set.of(
            "TradePeriod", // of a room above this one, which says itself that it is a text
            "StoredAnswer", // the reader of stored answers
            "MeursingTable", // a table of a publisher, written as a table
            "Remainder", // a part of a staged reduction
            "UnitValue", // a value with its quantities, method and source
            "Increment", // a part of a rounding policy
            "CountryGroup", // members with days, of which the text is the name
            "AgriculturalComponent"); // a rate, which goes as every other one
    List<String> faults = new ArrayList<>();
    for (Class<?> type : publicTypes()) {
      boolean reads =
          !type.isEnum()
              && Arrays.stream(type.getDeclaredMethods())
                  .anyMatch(
                      m ->
                          Modifier.isStatic(m.getModifiers())
                              && m.getName().equals("parse")
                              && m.getReturnType() == type
                              && Arrays.equals(
                                  m.getParameterTypes(), new Class<?>[] {String.class}));
      if (reads && !worksOrTables.contains(type.getSimpleName())) {
        Class<?> form = MAPPER.getSerializerProviderInstance().findValueSerializer(type).getClass();
        if (form.getEnclosingClass() != TariffJackson.class) {
          faults.add(type.getName() + " is written by " + form.getSimpleName());
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  private static <T> void assertValue(String json, T value, Class<T> type)
      throws JsonProcessingException {
    String written = MAPPER.writeValueAsString(value);
    if (json != null) {
      assertEquals(json, written);
    }
    assertEquals(value, MAPPER.readValue(written, type), written);
  }

  /** Every rate of the bundled law, of whatever kind, goes through its text. */
  @Test
  void rates_of_every_kind_are_read_back_equal() throws JsonProcessingException {
    Set<String> kinds = new TreeSet<>();
    List<TariffMeasure> all = new ArrayList<>(US.book().measures());
    for (String line : List.of("0406.10.08", "0805.10.00", "2204.21.50", "9101.11.40")) {
      all.addAll(
          US.book()
              .sources()
              .get(0)
              .measures(HsCode.of(line), Country.of("DE"), US.day(), Knowledge.now()));
    }
    for (TariffMeasure each : all) {
      String written = MAPPER.writeValueAsString(each.rate());
      assertEquals(each.rate(), MAPPER.readValue(written, DutyRate.class), written);
      kinds.add(each.rate().getClass().getSimpleName());
    }
    assertTrue(kinds.size() >= 4, kinds.toString());
  }

  @Test
  void answers_are_written_in_their_frozen_form() throws JsonProcessingException {
    Assessment assessment =
        US.stack(HsCode.of("8703.23.01"), Country.of("JP")).assess(Money.parse("USD 1.00"));
    String json = MAPPER.writeValueAsString(assessment);
    assertEquals(assessment.toRecord().toJson(), json);
    assertEquals(assessment.toRecord(), MAPPER.readValue(json, AssessmentRecord.class));
    EntryCost entry =
        CustomsEntry.of("US")
            .withLine("1", Shipment.of("8703.23.01", "JP", "USD 1"))
            .withMode(TransportMode.AIR)
            .price(US);
    String stored = MAPPER.writeValueAsString(entry);
    assertEquals(entry.toRecord().toJson(), stored);
    assertTrue(MAPPER.readValue(stored, EntryRecord.class).replay(US.book()).isSame());
    LandedCost cost = LandedCost.of(Shipment.of("8703.23.01", "JP", "USD 1"), US);
    assertEquals(cost.toRecord().toJson(), MAPPER.writeValueAsString(cost));
    DutyComparison comparison =
        DutyComparison.of(US, HsCode.of("8703.23.01"), List.of(DeclaredOrigin.parse("JP")));
    assertEquals(comparison.toRecord().toJson(), MAPPER.writeValueAsString(comparison));
    assertThrows(
        JsonProcessingException.class, () -> MAPPER.readValue("{}", AssessmentRecord.class));
    assertThrows(JsonProcessingException.class, () -> MAPPER.readValue("\"2,5\"", Rate.class));
  }

  /** Other results are written as their tables, numbers in full. */
  @Test
  void other_results_are_written_as_tables() throws JsonProcessingException {
    JsonNode stack =
        MAPPER.readTree(
            MAPPER.writeValueAsString(US.stack(HsCode.of("8703.23.01"), Country.of("JP"))));
    assertTrue(stack.path("rows").size() >= 2);
    assertTrue(stack.toString().contains("S232 autos, Japan"));
    JsonNode filed =
        MAPPER.readTree(
            MAPPER.writeValueAsString(
                CustomsEntry.of("US")
                    .withLine("1", Shipment.of("8703.23.01", "JP", "USD 30000"))
                    .withMode(TransportMode.AIR)
                    .price(US)
                    .filed()));
    assertEquals("4500.00", filed.path("rows").get(0).get(4).path("value").asText());
  }

  @Test
  void a_table_writes_itself_the_same_way() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().registerModule(new TariffJackson());
    Table table = Tariffs.compare("8703.23.01", "2025-09-16", "JP", "KR", "IE").table();
    assertEquals(
        mapper.readTree(mapper.writeValueAsString(table)), mapper.readTree(table.toJson()));
    assertTrue(table.toJson().contains("facts: bundled US measures"), table.toJson());
    Table bounded = Tariffs.compare("8703", "2026-11-23", "JP", "KR", "RU").table();
    JsonNode written = mapper.readTree(bounded.toJson());
    assertEquals(mapper.readTree(mapper.writeValueAsString(bounded)), written);
    JsonNode lowest = written.path("rows").get(0).get(2);
    assertEquals("0.125", lowest.path("lowest").asText(), lowest.toString());
    assertEquals("0.25", lowest.path("highest").asText(), lowest.toString());
  }
}
