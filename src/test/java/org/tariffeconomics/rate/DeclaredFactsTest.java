package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;

class DeclaredFactsTest {

  private static final DeclaredFacts NONE = DeclaredFacts.none();

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("a;\"= \n\r\t!<>:é").ofMaxLength(12));
  }

  @Property
  void what_is_declared_reads_back_equal(
      @ForAll("texts") String claim,
      @ForAll("texts") String name,
      @ForAll("texts") String value,
      @ForAll("texts") String content) {
    DeclaredFacts facts = NONE;
    try {
      facts = facts.withClaim(claim);
      facts = facts.withFact(name, value);
      facts = facts.withContent(content, "0.30");
    } catch (IllegalArgumentException e) {
      // a blank name, or one of another kind
    }
    String text = facts.toString();
    if (text.length() <= 4_000) {
      assertEquals(facts, DeclaredFacts.parse(text), text);
      DeclaredOrigin origin = new DeclaredOrigin(Country.of("MX"), facts);
      assertEquals(origin, DeclaredOrigin.parse(origin.toString()), origin::toString);
    }
  }

  @Test
  void the_text_form() {
    DeclaredFacts facts =
        DeclaredFacts.parse(
            "claim=KORUS; content:steel=0.60; ; quota:UK autos=in; age = 30 ;loaded=2025-08-01");
    assertEquals(List.of("KORUS"), facts.claims());
    assertEquals(Optional.of(new BigDecimal("0.6")), facts.content("Steel"));
    assertEquals(Optional.of("in"), facts.fact("quota:UK autos"));
    assertEquals(Optional.of("30"), facts.fact("age"));
    assertEquals(List.of("age", "loaded", "quota:UK autos"), facts.factNames());
    assertEquals(List.of("steel"), facts.contentNames());
    assertEquals(
        "claim=KORUS; content:steel=0.6; age=30; loaded=2025-08-01; quota:UK autos=in",
        facts.toString());
    assertEquals("", NONE.toString());
    assertSame(NONE, DeclaredFacts.parse(" ; "));
  }

  @Test
  void what_could_be_a_second_item_is_quoted() {
    assertEquals("note=\"a; b\"", NONE.withFact("note", "a; b").toString());
    assertEquals("note=\"a\"\"b\"", NONE.withFact("note", "a\"b").toString());
    assertEquals("note=\"a\nb\"", NONE.withFact("note", "a\nb").toString());
    assertEquals("note=\"=a\"", NONE.withFact("note", "=a").toString());
    assertEquals("note=a=b", NONE.withFact("note", "a=b").toString());
    assertEquals("\"a=b\"=c", NONE.withFact("a=b", "c").toString());
    assertEquals("note=\"\"", NONE.withFact("note", "").toString());
    assertEquals(Optional.of(""), DeclaredFacts.parse("note=").fact("note"));
  }

  /** Text from a web form never becomes a claim, a content or a second fact. */
  @Test
  void nothing_can_be_injected() {
    for (String evil :
        List.of(
            "a; claim=KORUS",
            "a\"; claim=KORUS; x=\"",
            "\"; claim=KORUS; \"",
            "a\n; claim=KORUS",
            "\"\"; claim=KORUS")) {
      DeclaredFacts read = DeclaredFacts.parse(NONE.withFact("note", evil).toString());
      assertFalse(read.claims("KORUS"), evil);
      assertEquals(Optional.of(evil), read.fact("note"));
      DeclaredFacts claim = DeclaredFacts.parse(NONE.withClaim(evil).toString());
      assertEquals(List.of(evil), claim.claims());
      assertFalse(claim.claims("KORUS"));
      DeclaredFacts name = DeclaredFacts.parse(NONE.withFact(evil, "x").toString());
      assertEquals(List.of(evil), name.factNames());
      DeclaredOrigin origin =
          DeclaredOrigin.parse(
              new DeclaredOrigin(Country.of("KR"), NONE.withFact("note", evil)).toString());
      assertFalse(origin.facts().claims("KORUS"));
    }
    assertNotEquals(
        NONE.withClaim("KORUS; content:US=0.4"),
        DeclaredFacts.parse("claim=KORUS; content:US=0.4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", " claim ", "content:steel", "content:"})
  void claims_and_contents_are_no_facts(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> NONE.withFact(name, "KORUS"))
            .getMessage();
    assertTrue(message.contains("withClaim") && message.contains(name.strip()), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age",
        "=30",
        "age; x=1",
        "note=\"open",
        "content:steel=much",
        "content:steel=1.1",
        "content:steel=-0.1",
        "content:steel=0.6; content:copper=0.5",
        "content:=0.5",
        "claim="
      })
  void what_is_no_declaration_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> DeclaredFacts.parse(text));
  }

  @Test
  void blank_names_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> NONE.withFact(" ", "x"));
    assertThrows(IllegalArgumentException.class, () -> NONE.withClaim(""));
    assertThrows(IllegalArgumentException.class, () -> NONE.withContent(" ", "0.1"));
  }

  @Test
  void equality_is_that_of_contents() {
    DeclaredFacts one = NONE.withContent("aluminum", "0.10").withFact("age", " 30 ");
    DeclaredFacts other =
        NONE.withFact("age", "30").withContent("Aluminium", new BigDecimal("0.1"));
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals(NONE.withContent("steel", "0.0"), NONE.withContent("steel", "0"));
    assertEquals(NONE.withContent("steel", "1.00"), NONE.withContent("steel", "1"));
    assertNotEquals(one, NONE.withFact("age", "30"));
    assertNotEquals(one, one.withClaim("KORUS"));
    assertNotEquals(one, one.withFact("age", "31"));
    assertNotEquals(one, "age=30");
  }

  @Test
  void shares_at_the_bounds_are_taken_and_the_us_content_is_no_material() {
    assertEquals(Optional.of(BigDecimal.ONE), NONE.withContent("steel", "1").content("steel"));
    DeclaredFacts all = DeclaredFacts.parse("content:steel=0.6; content:copper=0.4; content:US=1");
    assertEquals(Optional.of(BigDecimal.ONE), all.content("us"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> all.withContent("zinc", "0.01"))
            .getMessage();
    assertTrue(message.contains("all materials together") && message.contains("1.01"), message);
    assertThrows(IllegalArgumentException.class, () -> all.and(NONE.withContent("zinc", "0.01")));
  }

  @Test
  void together_the_other_one_rules() {
    DeclaredFacts usual = DeclaredFacts.parse("claim=KORUS; age=3; content:steel=0.5; x=1");
    DeclaredFacts own = DeclaredFacts.parse("age=30; content:steel=0.6");
    assertEquals(
        DeclaredFacts.parse("claim=KORUS; age=30; content:steel=0.6; x=1"), usual.and(own));
    DeclaredFacts nothing = usual.and(DeclaredFacts.claiming("nothing"));
    assertEquals(List.of(), nothing.claims());
    assertFalse(nothing.claims("KORUS"));
    assertEquals(List.of("A", "KORUS"), usual.and(DeclaredFacts.claiming("A")).claims());
  }

  @Test
  void a_declaration_does_not_contradict_itself() {
    for (String text :
        List.of(
            "content:US=0.7; content:US=0.2",
            "age=30; age=3",
            "quota:UK autos=in; quota:UK autos=out",
            "claim=nothing; claim=KORUS")) {
      assertThrows(IllegalArgumentException.class, () -> DeclaredFacts.parse(text), text);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> DeclaredOrigin.parse("KR claiming nothing with claim=KORUS"));
    assertEquals(DeclaredFacts.parse("age=3"), DeclaredFacts.parse("age=3; age=3"));
    DeclaredFacts usual = DeclaredFacts.claiming("nothing").and(DeclaredFacts.claiming("KORUS"));
    assertEquals(DeclaredFacts.claiming("KORUS"), usual);
    assertTrue(DeclaredFacts.claiming("korus").claims("KORUS"));
  }

  @Test
  void emptiness() {
    assertTrue(NONE.isEmpty());
    assertFalse(NONE.withClaim("A").isEmpty());
    assertFalse(NONE.withFact("a", "b").isEmpty());
    assertFalse(NONE.withContent("a", "0").isEmpty());
    assertEquals(Optional.empty(), NONE.fact("a"));
    assertEquals(Optional.empty(), NONE.content("a"));
  }

  @Test
  void origins_read_and_write() {
    assertEquals(
        new DeclaredOrigin(
            Country.of("MX"), DeclaredFacts.parse("claim=USMCA; content:US=0.4; approved=yes")),
        DeclaredOrigin.parse("MX claiming USMCA with content:US=0.4; approved=yes"));
    assertEquals("KR with claim=KORUS", DeclaredOrigin.parse("KR claiming \"KORUS\"").toString());
    assertEquals("KR", DeclaredOrigin.parse(" KR ").toString());
    assertEquals(DeclaredOrigin.of(Country.of("KR")), DeclaredOrigin.parse("KR"));
    assertEquals("KR (A, B)", DeclaredOrigin.parse("KR with claim=A; claim=B").label());
    assertEquals("KR", DeclaredOrigin.parse("KR with age=3").label());
    // words inside of quotes are no keywords
    DeclaredOrigin quoted = DeclaredOrigin.parse("KR claiming \"A with b=c\"");
    assertEquals(List.of("A with b=c"), quoted.facts().claims());
    assertThrows(IllegalArgumentException.class, () -> DeclaredOrigin.parse(" claiming KORUS"));
    assertThrows(IllegalArgumentException.class, () -> DeclaredOrigin.parse("KR claiming \"A"));
    assertThrows(IllegalArgumentException.class, () -> DeclaredOrigin.parse("KR with A"));
    assertThrows(IllegalArgumentException.class, () -> DeclaredOrigin.parse(" with a=b"));
    assertEquals(
        DeclaredFacts.parse("age=3; x=1"),
        DeclaredOrigin.parse("KR with age=3")
            .withDefaults(DeclaredFacts.parse("age=9; x=1"))
            .facts());
  }
}
