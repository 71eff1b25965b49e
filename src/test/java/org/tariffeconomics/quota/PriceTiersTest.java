package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.quota.PriceTiers.TierText;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

class PriceTiersTest {

  /** HTS 9904.02.01 to .08. */
  private static final List<TierText> BEEF =
      List.of(
          new TierText("Valued less than 25¢/kg", "66.6¢/kg"),
          new TierText("Valued 25¢/kg or more but less than 45¢/kg", "49¢/kg"),
          new TierText("Valued 45¢/kg or more but less than 65¢/kg", "35¢/kg"),
          new TierText("Valued 65¢/kg or more but less than 85¢/kg", "24.3¢/kg"),
          new TierText("Valued 85¢/kg or more but less than $1.05/kg", "14.8¢/kg"),
          new TierText("Valued $1.05/kg or more but less than $1.25/kg", "8.8¢/kg"),
          new TierText("Valued $1.25/kg or more but less than $1.45/kg", "2.8¢/kg"),
          new TierText("Valued $1.45/kg or more", "No additional duty"));

  private static String duty(String value, String quantity) {
    return PriceTiers.parse("beef", BEEF)
        .duty(DutyBasis.of(BigMoney.parse(value), Quantity.parse(quantity)))
        .toString();
  }

  /** 100 kg: 66.60, 49.00, 35.00 …, and nothing from 145 USD on. */
  @Test
  void a_lower_bound_is_in_its_tier_and_an_upper_bound_is_not() {
    assertEquals("USD 66.600", duty("USD 24.99", "100 kg"));
    assertEquals("USD 49.00", duty("USD 25.00", "100 kg"));
    assertEquals("USD 49.00", duty("USD 44.99", "100 kg"));
    assertEquals("USD 35.00", duty("USD 45.00", "100 kg"));
    assertEquals("USD 35.00", duty("USD 45.00", "0.1 t"));
    assertEquals("USD 0", duty("USD 145.00", "100 kg"));
  }

  @Test
  void without_a_quantity_the_duty_is_undetermined() {
    assertTrue(duty("USD 45.00", "100 liter").startsWith("undetermined"));
    assertTrue(duty("USD 45.00", "0 kg").startsWith("undetermined"));
    assertTrue(duty("EUR 45.00", "100 kg").contains("no exchange rate"));
  }

  @Test
  void gaps_and_overlaps_are_refused_by_name() {
    assertRefused("gap below", BEEF.subList(1, 8));
    assertRefused("gap above", BEEF.subList(0, 7));
    List<TierText> gap = new ArrayList<>(BEEF);
    gap.remove(3);
    assertRefused("gap between", gap);
    List<TierText> overlap = new ArrayList<>(BEEF);
    overlap.add(new TierText("Valued 50¢/kg or more but less than 85¢/kg", "1¢/kg"));
    assertRefused("overlap", overlap);
    List<TierText> units = new ArrayList<>(BEEF);
    units.set(2, new TierText("Valued 45¢/liter or more but less than 65¢/liter", "35¢/kg"));
    assertRefused("prices", units);
    List<TierText> words = new ArrayList<>(BEEF);
    words.set(2, new TierText("Valued at much", "35¢/kg"));
    assertRefused("Valued at much", words);
    assertRefused("no tier", List.of());
  }

  private static void assertRefused(String why, List<TierText> rows) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> PriceTiers.parse("beef", rows));
    assertTrue(
        refused.getMessage().contains(why) && refused.getMessage().contains("beef"),
        refused::getMessage);
  }

  /** 26.4 % of 50.00 and 35 cents on each of 100 kg. */
  @Test
  void as_measures_of_a_book_the_tiers_hang_on_the_declared_unit_value() {
    PriceTiers tiers = PriceTiers.parse("beef", BEEF);
    TariffBook book =
        TariffBook.us(TariffMeasure.base("0201", "26.4%"))
            .withAll(tiers.measures("SSG beef", "0201", "*"));
    BigMoney value = BigMoney.parse("USD 50");
    Quantity kilos = Quantity.parse("100 kg");
    DeclaredFacts declared = tiers.declare(value, kilos);
    TariffLaw law = book.on("2025-06-01");
    HsCode beef = HsCode.of("0201");
    assertEquals(
        "USD 48.20",
        law.stack(beef, Country.of("BR"), declared).assess(value, kilos).dutyOrThrow().toString());
    assertEquals(Outcome.BOUNDED, law.stack(beef, Country.of("BR")).assess(value, kilos).outcome());
    DeclaredFacts dear = tiers.declare(BigMoney.parse("USD 145"), kilos);
    assertEquals(
        "USD 13.20",
        law.stack(beef, Country.of("BR"), dear).assess(value, kilos).dutyOrThrow().toString());
  }

  /** The official text of one tier is misprinted, “$1.05¢/kg”: dollars or cents is not known. */
  @Test
  void every_run_of_tiers_in_a_us_schedule_is_read_without_gap_or_overlap() throws IOException {
    Path file = SharedFiles.require("data/hts/hts_2025_basic.json.gz");
    int tiers = 0;
    List<String> refused = new ArrayList<>();
    for (List<TierText> run : runs(new GZIPInputStream(Files.newInputStream(file)))) {
      try {
        tiers += PriceTiers.parse("run", run).tiers().size();
      } catch (IllegalArgumentException e) {
        refused.add(String.valueOf(e.getMessage()));
      }
    }
    System.out.println("US schedule: " + tiers + " price tiers, " + refused + " refused");
    assertTrue(tiers > 400, "only " + tiers);
    assertEquals(1, refused.size());
    assertTrue(refused.get(0).contains("$1.05¢/kg"), refused.get(0));
  }

  @Test
  void the_tiers_of_beef_are_read_from_the_slice_of_a_schedule() throws IOException {
    List<List<TierText>> runs = runs(Files.newInputStream(SharedFiles.release()));
    assertEquals(BEEF, runs.get(0));
    assertEquals(8, PriceTiers.parse("beef", runs.get(0)).tiers().size());
  }

  private static List<List<TierText>> runs(InputStream json) throws IOException {
    List<List<TierText>> runs = new ArrayList<>();
    try (json) {
      for (JsonNode line : new ObjectMapper().readTree(json)) {
        String description = line.path("description").asText();
        String duty = line.path("additionalDuties").asText("");
        if (!line.path("htsno").asText().startsWith("9904") || !description.startsWith("Valued")) {
          continue;
        }
        if (description.startsWith("Valued less than")) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(new TierText(description, duty));
      }
    }
    return runs;
  }

  /** Article 5.4: 125 % of 1,000 and 20 more consumed; the floor of 105 %; the share decides. */
  @Test
  void the_trigger_of_a_safeguard_by_volume() {
    Quantity imports = Quantity.parse("1000 t");
    assertEquals(
        Quantity.parse("1270 t"),
        VolumeSafeguard.triggerLevel(imports, Rate.percent(10), new BigDecimal("20")));
    assertEquals(
        Quantity.parse("1120 t"),
        VolumeSafeguard.triggerLevel(imports, Rate.percent(30), new BigDecimal("20")));
    assertEquals(
        Quantity.parse("1050 t"),
        VolumeSafeguard.triggerLevel(imports, Rate.percent(31), new BigDecimal("-20")));
    VolumeSafeguard sheep =
        new VolumeSafeguard("sheep", Quantity.parse("1050 t"), DutyRate.parse("0.9¢/kg"));
    assertEquals(new DutyRate.Free(), sheep.at(Quantity.parse("1050 t")));
    assertEquals(DutyRate.parse("0.9¢/kg"), sheep.at(Quantity.parse("1050001 kg")));
    assertEquals("8.8%", VolumeSafeguard.highestAdditionalDuty(Rate.percent("26.4")).toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> VolumeSafeguard.triggerLevel(imports, Rate.percent(101), BigDecimal.ZERO));
  }

  /** A price of a unit keeps its decimals: 1 1/8 cents a kilogram are no 1.13 cents. */
  @Test
  void the_tier_of_a_unit_value_and_its_price_as_it_is() {
    PriceTiers tiers =
        PriceTiers.parse(
            "sugar",
            List.of(
                new TierText("Valued less than 1.125¢/kg", "2¢/kg"),
                new TierText("Valued 1.125¢/kg or more", "1¢/kg")));
    assertEquals("0.02 USD/kg", tiers.tierAt(BigMoney.parse("USD 0.01124")).duty().toString());
    assertEquals("0.01 USD/kg", tiers.tierAt(BigMoney.parse("USD 0.01125")).duty().toString());
    assertEquals("USD 0.01125", tiers.table().cell(1, "from").text());
    assertEquals("USD 0.00", tiers.table().cell(0, "from").text());
    assertThrows(IllegalArgumentException.class, () -> tiers.tierAt(BigMoney.parse("EUR 0.01125")));
    assertThrows(IllegalArgumentException.class, () -> tiers.tierAt(BigMoney.parse("USD -1")));
  }
}
