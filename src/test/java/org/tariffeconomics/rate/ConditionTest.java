package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.rate.Condition.Operator;
import org.tariffeconomics.rate.Condition.Truth;

class ConditionTest {

  private static Condition.Answer test(String condition, String facts) {
    return Condition.parse(condition).test(DeclaredFacts.parse(facts));
  }

  @Test
  void the_kind_follows_from_the_name_and_the_form_of_the_value() {
    assertEquals(new Condition.Claim(Operator.EQUAL, "USMCA"), Condition.parse("claim=USMCA"));
    assertEquals(
        new Condition.Claim(Operator.NOT_EQUAL, "USMCA"), Condition.parse("claim != USMCA"));
    assertEquals(
        new Condition.Content("US", Operator.AT_LEAST, new BigDecimal("0.2")),
        Condition.parse("content:US>=0.20"));
    assertEquals(
        new Condition.Content("aluminium", Operator.MORE, BigDecimal.ZERO),
        Condition.parse("content:Aluminum>0"));
    assertEquals(
        new Condition.Quota("UK autos", Operator.EQUAL, true),
        Condition.parse("quota:UK autos=in"));
    assertEquals(
        new Condition.Quota("UK autos", Operator.NOT_EQUAL, false),
        Condition.parse("quota:UK autos!=out"));
    assertEquals(
        new Condition.Code(Operator.EQUAL, "C490"), Condition.parse("additional code=C490"));
    assertEquals(
        new Condition.Numeric("unit value:beef", Operator.LESS, new BigDecimal("0.65")),
        Condition.parse("unit value:beef<0.65"));
    assertEquals(
        new Condition.Numeric("age", Operator.AT_MOST, new BigDecimal("25")),
        Condition.parse("age<=25.0"));
    assertEquals(
        new Condition.Day("loaded", Operator.LESS, LocalDate.parse("2025-08-07")),
        Condition.parse("loaded<2025-08-07"));
    assertEquals(
        new Condition.Origin("metal origin", Operator.EQUAL, Country.of("GB")),
        Condition.parse("metal origin=GB"));
    assertEquals(
        new Condition.Word("end use", Operator.EQUAL, "yes"), Condition.parse("end use=yes"));
    // two letters that are no country, or no capitals, are a word
    assertInstanceOf(Condition.Word.class, Condition.parse("grade=QQ"));
    assertInstanceOf(Condition.Word.class, Condition.parse("grade=gb"));
    assertInstanceOf(Condition.Word.class, Condition.parse("grade=GBR"));
    assertInstanceOf(Condition.Word.class, Condition.parse("grade=G1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age",
        "=25",
        "age=",
        "",
        "age!25",
        "claim>USMCA",
        "claim<=USMCA",
        "additional code>C490",
        "content:US>=a fifth",
        "content:>=0.2",
        "content:US>=1e9",
        "quota:Q=inside",
        "quota:Q<in",
        "quota:=in",
        "metal origin>GB",
        "end use>yes",
        "end use<=maybe"
      })
  void what_compares_nothing_or_orders_words_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Condition.parse(text));
  }

  @Test
  void a_refusal_shows_what_was_written() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("quota:Q=inside"))
            .getMessage();
    assertTrue(message.contains("'quota:Q=inside'"), message);
    message =
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("end use>yes"))
            .getMessage();
    assertTrue(message.contains("'end use'") && message.contains("> with 'yes'"), message);
  }

  @Test
  void a_fact_has_no_name_of_another_kind_and_no_blanks_around_it() {
    for (String name : List.of("claim", "additional code", "content:US", "quota:Q", " age", "")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Condition.Numeric(name, Operator.EQUAL, BigDecimal.ONE),
          name);
      assertThrows(
          IllegalArgumentException.class,
          () -> new Condition.Day(name, Operator.EQUAL, LocalDate.EPOCH),
          name);
      assertThrows(
          IllegalArgumentException.class,
          () -> new Condition.Word(name, Operator.EQUAL, "x"),
          name);
      assertThrows(
          IllegalArgumentException.class,
          () -> new Condition.Origin(name, Operator.EQUAL, Country.of("GB")),
          name);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Condition.Claim(Operator.EQUAL, " USMCA"));
    assertThrows(IllegalArgumentException.class, () -> new Condition.Code(Operator.EQUAL, ""));
    assertThrows(
        IllegalArgumentException.class, () -> new Condition.Word("x", Operator.EQUAL, " "));
  }

  /** What is written as a number, a day or a country would be read back as one. */
  @ParameterizedTest
  @ValueSource(strings = {"25", "-0.5", "2025-08-07", "GB"})
  void a_word_is_none_that_reads_as_something_else(String word) {
    assertThrows(
        IllegalArgumentException.class, () -> new Condition.Word("x", Operator.EQUAL, word));
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "claim=USMCA, claim=USMCA, MET",
    "claim=USMCA, claim=KORUS, NOT_MET",
    "claim=USMCA, '', NOT_MET",
    "claim!=USMCA, '', MET",
    "claim!=USMCA, claim=USMCA, NOT_MET",
    "claim=*, claim=USMCA, MET",
    "claim=*, claim=nothing, NOT_MET",
    "claim=*, '', NOT_MET",
    "claim!=*, '', MET",
    "claim!=*, claim=USMCA, NOT_MET",
    "content:US>=0.2, content:US=0.2, MET",
    "content:US>=0.2, content:US=0.19, NOT_MET",
    "content:US>=0.2, '', UNDECLARED",
    "content:aluminum<0.5, content:aluminium=0.4, MET",
    "quota:Q=in, quota:Q=in, MET",
    "quota:Q=in, quota:Q=IN, MET",
    "quota:Q=in, quota:Q=out, NOT_MET",
    "quota:Q=out, quota:Q=out, MET",
    "quota:Q=out, quota:Q=in, NOT_MET",
    "quota:Q!=in, quota:Q=out, MET",
    "quota:Q!=in, quota:Q=in, NOT_MET",
    "quota:Q=in, quota:Q=full, UNDETERMINED",
    "quota:Q=in, '', UNDECLARED",
    "additional code=C490, additional code=C490, MET",
    "additional code=C490, additional code=C491, NOT_MET",
    "additional code!=C490, additional code=C491, MET",
    "additional code=C490, '', UNDECLARED",
    "unit value:beef<0.65, unit value:beef=0.64, MET",
    "unit value:beef<0.65, unit value:beef=0.65, NOT_MET",
    "unit value:beef<0.65, '', UNDECLARED",
    "unit value:beef<0.65, unit value:beef=cheap, UNDETERMINED",
    "age>=25, age=25, MET",
    "age>=25, age=24.9, NOT_MET",
    "age>25, age=25, NOT_MET",
    "age<=25, age=25, MET",
    "age=25, age=25.0, MET",
    "age!=25, age=25.0, NOT_MET",
    "age>=25, '', UNDECLARED",
    "age>=25, age=9 years, UNDETERMINED",
    "age>=25, age=1e9, UNDETERMINED",
    "certificates=N954 or U-110, 'certificates=\"N990, u110\"', MET",
    "certificates=N954, certificates=N-954, MET",
    "certificates=N954 or U110, certificates=none, NOT_MET",
    "certificates=N954 or U110, certificates=N9541, NOT_MET",
    "certificates!=N954 or U110, certificates=none, MET",
    "certificates!=N954 or U110, certificates=U110, NOT_MET",
    "certificates=N954, '', UNDECLARED",
    "loaded<2025-08-07, loaded=2025-08-06, MET",
    "loaded<2025-08-07, loaded=2025-08-07, NOT_MET",
    "loaded<2025-08-07, '', UNDECLARED",
    "loaded<2025-08-07, loaded=1 September 2025, NOT_MET",
    "loaded<2025-08-07, loaded=20250701, MET",
    "loaded<2025-08-07, loaded=01.07.2025, UNDETERMINED",
    "loaded<2025-08-07, loaded=last week, UNDETERMINED",
    "metal origin=GB, metal origin=GB, MET",
    "metal origin=GB, metal origin=United Kingdom, MET",
    "metal origin=GB, metal origin=DE, NOT_MET",
    "metal origin!=GB, metal origin=DE, MET",
    "metal origin=GB, '', UNDECLARED",
    "metal origin=GB, metal origin=Atlantis, UNDETERMINED",
    "end use=yes, end use=yes, MET",
    "end use=yes, end use=YES, MET",
    "end use=yes, end use=no, NOT_MET",
    "end use=no, end use=no, MET",
    "end use=no, end use=yes, NOT_MET",
    "end use!=no, end use=yes, MET",
    "end use=yes, end use=perhaps, UNDETERMINED",
    "end use=yes, '', UNDECLARED",
    "grade=prime, grade=prime, MET",
    "grade=prime, grade=choice, NOT_MET",
    "grade!=prime, grade=choice, MET",
    "grade=prime, '', UNDECLARED"
  })
  void tests(String condition, String facts, Truth truth) {
    Condition.Answer answer = test(condition, facts);
    assertEquals(truth, answer.truth());
    assertEquals(
        truth == Truth.UNDETERMINED || truth == Truth.UNDECLARED, !answer.reason().isEmpty());
  }

  @Test
  void a_reason_names_the_fact_what_it_asks_for_and_what_was_declared() {
    assertEquals("declare 'quota:Q' (in or out)", test("quota:Q=in", "").reason());
    assertEquals(
        "the declared 'age' must be a number such as 25, but was '9 years'",
        test("age>=25", "age=9 years").reason());
    assertEquals(
        "the declared 'loaded' must be a day such as 2025-08-07, but was 'soon'",
        test("loaded<2025-08-07", "loaded=soon").reason());
    assertEquals(
        "the declared 'metal origin' must be a country such as GB, but was 'Atlantis'",
        test("metal origin=GB", "metal origin=Atlantis").reason());
    assertEquals(
        "the declared 'end use' must be yes or no, but was 'perhaps'",
        test("end use=yes", "end use=perhaps").reason());
    assertEquals(
        "declare 'additional code' (a code such as C490)",
        test("additional code=C490", "").reason());
    assertEquals("a word such as prime", Condition.parse("grade=prime").asksFor());
    assertEquals("USMCA", Condition.parse("claim=USMCA").asksFor());
    assertEquals("any preference", Condition.parse("claim=*").asksFor());
    assertEquals("a fraction from 0 to 1", Condition.parse("content:US>0").asksFor());
    assertEquals("out", Condition.parse("quota:Q=out").value());
    assertEquals("100", Condition.parse("age>=100").value());
    assertEquals("yes or no", Condition.parse("x=no").asksFor());
  }

  @Test
  void a_flag_has_one_spelling() {
    assertEquals(Condition.parse("end use=yes"), Condition.parse("end use=YES"));
    assertNotEquals(Condition.parse("end use=yes"), Condition.parse("end use=No"));
    assertFalse(Condition.parse("end use=yes").excludes(Condition.parse("end use=YES")));
  }

  /** All comparisons with three numbers, against every value at and between them. */
  @Test
  void numbers_exclude_each_other_exactly_where_no_value_meets_both() {
    List<String> domain = List.of("-1", "0", "0.25", "0.5", "0.75", "1", "2");
    for (String subject : List.of("age", "unit value:x")) {
      List<Condition> all = comparisons(subject, List.of("0", "0.5", "1"));
      assertExcludes(all, domain.stream().map(d -> subject + "=" + d).toList());
    }
    // a content is a fraction: the bounds themselves leave no room beyond them
    assertExcludes(
        comparisons("content:steel", List.of("0.25", "0.5", "0.75")),
        List.of("0", "0.25", "0.3", "0.5", "0.6", "0.75", "1").stream()
            .map(d -> "content:steel=" + d)
            .toList());
  }

  @Test
  void days_exclude_each_other_exactly_where_no_day_meets_both() {
    assertExcludes(
        comparisons("loaded", List.of("2025-01-10", "2025-02-10", "2025-12-10")),
        List.of(
                "2024-12-31",
                "2025-01-10",
                "2025-01-20",
                "2025-02-10",
                "2025-03-10",
                "2025-12-10",
                "2026-01-01")
            .stream()
            .map(d -> "loaded=" + d)
            .toList());
  }

  @Test
  void words_codes_countries_claims_and_quotas_exclude_each_other() {
    assertExcludes(
        equalities("grade", List.of("prime", "choice")),
        List.of("grade=prime", "grade=choice", "grade=other"));
    assertExcludes(
        equalities("additional code", List.of("C490", "C491")),
        List.of("additional code=C490", "additional code=C491", "additional code=C999"));
    assertExcludes(
        equalities("metal origin", List.of("GB", "DE")),
        List.of("metal origin=GB", "metal origin=DE", "metal origin=JP"));
    assertExcludes(
        equalities("quota:Q", List.of("in", "out")), List.of("quota:Q=in", "quota:Q=out"));
    assertExcludes(
        equalities("claim", List.of("A", "B", "*")),
        List.of("", "claim=A", "claim=B", "claim=A; claim=B"));
  }

  @Test
  void what_is_about_different_things_never_excludes() {
    assertFalse(Condition.parse("age>=25").excludes(Condition.parse("weight<25")));
    assertFalse(Condition.parse("quota:Q=in").excludes(Condition.parse("quota:R=out")));
    assertFalse(Condition.parse("age=25").excludes(Condition.parse("age=old")));
    assertFalse(Condition.parse("content:US<0.2").excludes(Condition.parse("content:steel>0.2")));
  }

  private static List<Condition> comparisons(String subject, List<String> values) {
    List<Condition> all = new ArrayList<>();
    for (String value : values) {
      for (Operator each : Operator.values()) {
        all.add(Condition.parse(subject + each.sign() + value));
      }
    }
    return all;
  }

  private static List<Condition> equalities(String subject, List<String> values) {
    return ofOperators(subject, values, List.of(Operator.EQUAL, Operator.NOT_EQUAL));
  }

  private static List<Condition> ofOperators(
      String subject, List<String> values, List<Operator> operators) {
    return values.stream()
        .flatMap(v -> operators.stream().map(o -> Condition.parse(subject + o.sign() + v)))
        .toList();
  }

  private static void assertExcludes(List<Condition> conditions, List<String> declarations) {
    List<DeclaredFacts> domain = declarations.stream().map(DeclaredFacts::parse).toList();
    for (Condition one : conditions) {
      for (Condition other : conditions) {
        boolean together =
            domain.stream()
                .anyMatch(
                    d -> one.test(d).truth() == Truth.MET && other.test(d).truth() == Truth.MET);
        assertEquals(!together, one.excludes(other), () -> one + " and " + other);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claim=USMCA",
        "claim=*",
        "claim!=\"a;b\"",
        "content:US>=0.2",
        "quota:UK autos=in",
        "additional code=C490",
        "unit value:beef<0.65",
        "\"a=b\"=yes",
        "\"a\"\"b\">3",
        "grade=\"=x\"",
        "loaded>2025-08-07",
        "metal origin!=GB"
      })
  void what_is_written_reads_back(String text) {
    assertEquals(text, Condition.parse(text).toString());
    assertEquals(Condition.parse(text), Condition.parse(Condition.parse(text).toString()));
  }

  @Property
  void every_word_reads_back_or_is_refused(@ForAll String name, @ForAll String word) {
    Condition made;
    try {
      made = new Condition.Word(name, Operator.NOT_EQUAL, word);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertEquals(made, Condition.parse(made.toString()));
  }
}
