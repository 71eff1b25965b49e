package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The values that matter of a fact that was not declared: every value meets the conditions that one
 * of them meets, and no two meet the same.
 */
class FactAlternativesTest {

  private static List<Condition> conditions(String texts) {
    return Arrays.stream(texts.split("; ", -1)).map(Condition::parse).toList();
  }

  private static List<FactAlternative> of(String texts) {
    List<Condition> all = conditions(texts);
    return FactAlternative.of(all.get(0).subject(), all);
  }

  private static String words(List<FactAlternative> all) {
    return String.join(" | ", all.stream().map(FactAlternative::words).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "age>=25 # below 25 | 25 or more",
        "age>25 # up to 25 | above 25",
        "age<25 # below 25 | 25 or more",
        "age<=25 # up to 25 | above 25",
        "age>=25; age<30 # below 25 | from 25 to below 30 | 30 or more",
        "age>25; age<=30 # up to 25 | above 25 up to 30 | above 30",
        "age>=25; age>25 # below 25 | 25 | above 25",
        "age>=0 # 0 or more",
        "age>0 # 0 | above 0",
        "depth>=-5 # below -5 | -5 or more",
        "depth>-5; depth<3 # up to -5 | above -5 to below 3 | 3 or more",
        "loaded<2025-08-07 # below 2025-08-07 | 2025-08-07 or more",
        "loaded>2025-08-07; loaded<2025-08-09"
            + " # up to 2025-08-07 | above 2025-08-07 to below 2025-08-09 | 2025-08-09 or more",
        "end use=yes # yes | no",
        "end use!=no # yes | no",
        "quota:Q=in # in | out",
        "quota:Q!=in # in | out",
        "additional code=C490 # C490 | another",
        "additional code=C490; additional code=C491 # C490 | C491 | another",
        "additional code=another # another | another",
        "metal origin=GB # GB | another country"
      })
  void values_are_told_apart_where_a_condition_tells_them_apart(String texts, String expected) {
    assertEquals(expected, words(of(texts)));
  }

  @Test
  void values_of_different_forms_cannot_be_told() {
    List<Condition> mixed = List.of(Condition.parse("x>=2"), Condition.parse("x=yes"));
    assertEquals(List.of(), FactAlternative.of("x", mixed));
    assertEquals(List.of(), FactAlternative.of("x", List.of()));
  }

  @Test
  void what_no_condition_names_is_no_name_of_a_condition() {
    FactAlternative other = of("additional code=another; additional code=another-").get(2);
    assertEquals("another--", other.value());
    FactAlternative country = of("metal origin=AD; metal origin=AE").get(2);
    assertEquals("AF", country.value(), "the first that is not named");
    assertEquals("metal origin: another country", country.toString());
  }

  @Test
  void materials_take_a_share_and_the_us_content_does_not() {
    assertEquals(new BigDecimal("0.3"), new FactAlternative("content:steel", "", "0.3").material());
    assertEquals(BigDecimal.ZERO, new FactAlternative("content:US", "", "0.3").material());
    assertEquals(BigDecimal.ZERO, new FactAlternative("age", "", "30").material());
    assertEquals(
        DeclaredFacts.parse("content:US=0.4; age=30"),
        new FactAlternative("age", "", "30").declaredBy(DeclaredFacts.parse("content:US=0.4")));
  }

  private static FactAlternative.ShareLimits limits(String most, boolean counts, String... cuts) {
    Set<BigDecimal> all = new HashSet<>();
    for (String each : cuts) {
      all.add(new BigDecimal(each));
    }
    return new FactAlternative.ShareLimits(new BigDecimal(most), all, counts);
  }

  private static String shares(String texts, FactAlternative.ShareLimits limits) {
    List<Condition> all = texts.isEmpty() ? List.of() : conditions(texts);
    return words(FactAlternative.ofContent("content:steel", all, limits));
  }

  @Test
  void shares_go_from_nothing_to_the_most_that_they_can_be() {
    assertEquals(
        "from 0 to below 0.2 | 0.2 or more", shares("content:steel>=0.2", limits("1", false)));
    assertEquals("0 or more", shares("content:steel>=0.2", limits("0.1", false)));
    assertEquals(
        "0 | above 0 to below 0.2 | 0.2 or more",
        shares("content:steel>0; content:steel>=0.2", limits("0.8", false)));
    assertEquals("0 or more", shares("", limits("1", false)));
    assertEquals("0 | 1", shares("", limits("1", true)));
    assertEquals("0 | 0.6", shares("", limits("0.6", true)));
    assertEquals("0 | 0.3 | 1", shares("", limits("1", true, "0.3", "0", "1", "1.5")));
    assertEquals("0 | just below 0.2 | 0.2 | 1", shares("content:steel>=0.2", limits("1", true)));
    assertEquals("0 | 0.2 | just above 0.2 | 1", shares("content:steel>0.2", limits("1", true)));
    assertEquals("0", shares("content:steel>=0.2", limits("0", true)));
  }

  private static final List<String> OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");

  @Provide
  Arbitrary<List<Condition>> numeric() {
    return some(Arbitraries.of("-2", "0", "1", "2.5", "7"), "age");
  }

  @Provide
  Arbitrary<List<Condition>> days() {
    return some(Arbitraries.of("2025-08-01", "2025-08-02", "2025-08-05"), "loaded");
  }

  @Provide
  Arbitrary<List<Condition>> contents() {
    return some(Arbitraries.of("0", "0.2", "0.25", "1"), "content:steel");
  }

  private static Arbitrary<List<Condition>> some(Arbitrary<String> values, String name) {
    return Combinators.combine(Arbitraries.of(OPERATORS), values)
        .as((operator, value) -> Condition.parse(name + operator + value))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static void assertOneIsLike(
      List<FactAlternative> all, FactAlternative value, List<Condition> conditions) {
    long like =
        all.stream().filter(a -> a.truths(conditions).equals(value.truths(conditions))).count();
    assertEquals(1, like, () -> value + " among " + all + " of " + conditions);
  }

  @Property(tries = 300)
  void every_number_is_like_one_alternative(@ForAll("numeric") List<Condition> conditions) {
    List<FactAlternative> all = FactAlternative.of("age", conditions);
    boolean negative =
        conditions.stream().anyMatch(c -> ((Condition.Numeric) c).number().signum() < 0);
    for (String number :
        List.of("-3", "-2", "-1", "0", "0.5", "1", "1.5", "2.5", "3", "7", "1000")) {
      if (negative || !number.startsWith("-")) {
        assertOneIsLike(all, new FactAlternative("age", "", number), conditions);
      }
    }
  }

  /** An importer may declare what he was asked: below 25. */
  @Property(tries = 300)
  void the_words_of_an_alternative_say_what_its_value_says(
      @ForAll("numeric") List<Condition> conditions) {
    for (FactAlternative each : FactAlternative.of("age", conditions)) {
      if (!each.words().contains(" or ") || each.words().endsWith(" or more")) {
        FactAlternative worded = new FactAlternative("age", "", each.words());
        if (each.words().split(" or ", -1).length < 3) {
          assertEquals(each.truths(conditions), worded.truths(conditions), each::toString);
        }
      }
    }
  }

  @Property(tries = 300)
  void every_day_is_like_one_alternative(@ForAll("days") List<Condition> conditions) {
    List<FactAlternative> all = FactAlternative.of("loaded", conditions);
    for (int day = 1; day <= 9; day++) {
      assertOneIsLike(all, new FactAlternative("loaded", "", "2025-08-0" + day), conditions);
    }
    assertOneIsLike(all, new FactAlternative("loaded", "", "2024-12-31"), conditions);
  }

  @Property(tries = 300)
  void every_share_is_like_one_alternative(@ForAll("contents") List<Condition> conditions) {
    List<FactAlternative> all =
        FactAlternative.ofContent("content:steel", conditions, limits("1", false));
    for (String share : List.of("0", "0.0001", "0.2", "0.21", "0.25", "0.5", "0.9999", "1")) {
      assertOneIsLike(all, new FactAlternative("content:steel", "", share), conditions);
    }
  }

  /** Where a duty falls on the share, it is greatest and least at the ends of a stretch. */
  @Property(tries = 300)
  void every_share_lies_between_two_ends_that_are_like_it(
      @ForAll("contents") List<Condition> conditions) {
    List<FactAlternative> all =
        FactAlternative.ofContent("content:steel", conditions, limits("1", true));
    for (String share : List.of("0", "0.0001", "0.2", "0.21", "0.25", "0.5", "0.9999", "1")) {
      FactAlternative value = new FactAlternative("content:steel", "", share);
      List<BigDecimal> like =
          all.stream()
              .filter(a -> a.truths(conditions).equals(value.truths(conditions)))
              .map(a -> new BigDecimal(a.value()))
              .toList();
      BigDecimal number = new BigDecimal(share);
      assertTrue(like.stream().anyMatch(l -> l.compareTo(number) <= 0), value::toString);
      assertTrue(like.stream().anyMatch(l -> l.compareTo(number) >= 0), value::toString);
    }
  }
}
