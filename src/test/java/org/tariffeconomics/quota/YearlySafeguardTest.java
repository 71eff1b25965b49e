package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.quota.YearlySafeguard.Trigger;
import org.tariffeconomics.rate.DeclaredFacts;
import org.threeten.extra.LocalDateRange;

/** A safeguard whose triggers must all be exceeded, by its decision table. */
class YearlySafeguardTest {

  private static final LocalDateRange YEAR =
      LocalDateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 4, 1));

  private static YearlySafeguard beef(Trigger... triggers) {
    return new YearlySafeguard(
        "status:raised", ProductScope.parse("0201"), YEAR, List.of(triggers), Source.user("mine"));
  }

  private static final YearlySafeguard THREE =
      beef(
          new Trigger("US", Quantity.parse("271040 t"), Optional.of("US before")),
          new Trigger("all", Quantity.parse("684400 t"), Optional.empty()));

  private static String answer(YearlySafeguard safeguard, String facts) {
    return safeguard
        .isTriggered(facts.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.parse(facts))
        .map(String::valueOf)
        .orElse("open");
  }

  @Test
  void all_triggers_must_be_exceeded_and_one_that_is_not_suffices() {
    String[][] table = {
      {"", "open"},
      {"imports:US=271040 t", "false"},
      {"imports:US=271041 t", "open"},
      {"imports:all=684400 t", "false"},
      {"imports:all=700000 t", "open"},
      {"imports:US=271041 t; imports:all=684401 t", "open"},
      {"imports:US=271041 t; imports:all=684401 t; imports:US before=250000 t", "true"},
      {"imports:US=271041 t; imports:all=684401 t; imports:US before=271041 t", "false"},
      {"imports:US=300000 t; imports:all=684400 t; imports:US before=250000 t", "false"},
      {"imports:US=271041000 kg; imports:all=684401 t; imports:US before=250000 t", "true"},
      {"imports:US before=250000 t", "open"},
    };
    for (String[] row : table) {
      assertEquals(row[1], answer(THREE, row[0]), row[0]);
    }
  }

  @Test
  void the_one_trigger_of_2020_was_exceeded_by_229_tonnes() {
    YearlySafeguard one = beef(new Trigger("US", Quantity.parse("242000 t"), Optional.empty()));
    assertEquals("true", answer(one, "imports:US=242229 t"));
    assertEquals("false", answer(one, "imports:US=242000 t"));
  }

  @Test
  void the_days_of_2021_are_those_that_were_announced() {
    YearlySafeguard of2020 =
        new YearlySafeguard(
            "status:raised",
            ProductScope.parse("0201"),
            LocalDateRange.of(LocalDate.of(2020, 4, 1), LocalDate.of(2021, 4, 1)),
            List.of(new Trigger("US", Quantity.parse("242000 t"), Optional.empty())),
            Source.user("MAFF, 17 March 2021"));
    // exceeded by 10 March 2021: 18 March to 16 April, 30 days
    LocalDateRange days = of2020.raised(LocalDate.of(2021, 3, 18), Month.MARCH);
    assertEquals(LocalDate.of(2021, 4, 16), days.getEndInclusive());
    assertEquals(
        LocalDate.of(2021, 3, 31),
        of2020.raised(LocalDate.of(2021, 1, 20), Month.JANUARY).getEndInclusive());
    assertEquals(45, of2020.raised(LocalDate.of(2021, 2, 18), Month.FEBRUARY).lengthInDays());
    assertThrows(
        IllegalArgumentException.class, () -> of2020.raised(LocalDate.of(2020, 3, 1), Month.MARCH));
  }

  @Test
  void what_is_no_quantity_is_refused_with_what_to_write() {
    for (String bad : List.of("much", "5 items", "-1 t", "271041", "")) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> THREE.isTriggered(DeclaredFacts.none().withFact("imports:US", bad)),
              bad);
      assertTrue(
          refused.getMessage().contains("imports:US must be a quantity such as '271040 t'"),
          refused::getMessage);
    }
    assertThrows(IllegalArgumentException.class, () -> beef());
    assertEquals(List.of("imports:US", "imports:US before", "imports:all"), THREE.asksFor());
  }

  /** More that is known never turns a yes into a no, or the other way round. */
  @Property(tries = 300)
  void knowing_more_settles_and_never_unsettles(
      @ForAll @IntRange(min = 200000, max = 320000) int us,
      @ForAll @IntRange(min = 600000, max = 760000) int all,
      @ForAll @IntRange(min = 200000, max = 320000) int before) {
    String[] facts = {"imports:US=" + us + " t", "imports:all=" + all + " t"};
    String whole = answer(THREE, String.join("; ", facts) + "; imports:US before=" + before + " t");
    assertEquals(String.valueOf(us > Math.max(271040, before) && all > 684400), whole);
    for (String part : List.of(facts[0], facts[1], String.join("; ", facts))) {
      String some = answer(THREE, part);
      assertTrue(some.equals("open") || some.equals(whole), part);
    }
  }
}
