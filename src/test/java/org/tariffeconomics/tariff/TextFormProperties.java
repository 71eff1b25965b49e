package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;

/** What is written reads back as what it was. */
class TextFormProperties {

  @Provide
  Arbitrary<Portion> portions() {
    Arbitrary<String> contents = Arbitraries.of("steel", "aluminium", "copper", "US", "wood");
    return Arbitraries.oneOf(
        Arbitraries.of(Portion.FULL),
        contents.map(Portion::contentOf),
        contents.map(Portion::allBut));
  }

  @Property
  void portions(@ForAll("portions") Portion portion) {
    assertEquals(portion, Portion.parse(portion.toString()));
  }

  @Provide
  Arbitrary<Condition> conditions() {
    Arbitrary<String> onFacts =
        Combinators.combine(
                Arbitraries.of("age", "unit value:beef", "poured", " odd; \"name\""),
                Arbitraries.of(Condition.Operator.values()),
                Arbitraries.of("0.2", "25", "2025-08-07"))
            .as((name, operator, value) -> quoted(name) + operator.sign() + value);
    Arbitrary<String> onLoading =
        Arbitraries.of(Condition.Operator.values())
            .map(operator -> "loaded" + operator.sign() + "2025-08-07");
    Arbitrary<String> onWords =
        Combinators.combine(
                Arbitraries.of("claim=", "claim!=", "end use=", "additional code!=", "x="),
                Arbitraries.of("USMCA", "yes", "GB", " outer; blanks ", "=", "a\nb"))
            .as((start, value) -> start + quoted(value.strip()));
    Arbitrary<String> onContents =
        Combinators.combine(
                Arbitraries.of(Condition.Operator.values()), Arbitraries.of("0", "0.2", "1"))
            .as((operator, share) -> "content:US" + operator.sign() + share);
    return Arbitraries.oneOf(
            onFacts,
            onLoading,
            onWords,
            onContents,
            Arbitraries.of("quota:UK autos=in", "certificates!=U-110 or N954"))
        .map(Condition::parse);
  }

  private static String quoted(String text) {
    return '"' + text.strip().replace("\"", "\"\"") + '"';
  }

  @Property
  void conditions(@ForAll("conditions") Condition condition) {
    assertEquals(condition, Condition.parse(condition.toString()));
  }

  @Provide
  Arbitrary<DeclaredFacts> facts() {
    return Combinators.combine(
            Arbitraries.of("", "KORUS", "USMCA"),
            TariffArbitraries.shares(),
            Arbitraries.of("", "in", "out"))
        .as(
            (claim, share, quota) -> {
              DeclaredFacts facts = DeclaredFacts.none().withContent("steel", share);
              facts = claim.isEmpty() ? facts : facts.withClaim(claim);
              return quota.isEmpty() ? facts : facts.withFact("quota:UK autos", quota);
            });
  }

  @Property
  void declared_facts(@ForAll("facts") DeclaredFacts facts) {
    assertEquals(facts, DeclaredFacts.parse(facts.toString()));
    DeclaredOrigin origin = DeclaredOrigin.parse("KR with " + facts);
    assertEquals(origin, DeclaredOrigin.parse(origin.toString()));
  }

  @Example
  void a_claim_of_nothing_overrules_the_usual_claim() {
    DeclaredFacts usual = DeclaredFacts.claiming("KORUS");
    DeclaredOrigin plain = DeclaredOrigin.parse("KR").withDefaults(usual);
    DeclaredOrigin nothing = DeclaredOrigin.parse("KR claiming nothing").withDefaults(usual);
    assertEquals(List.of("KORUS"), plain.facts().claims());
    assertEquals(List.of(), nothing.facts().claims());
  }

  @Example
  void contents_beyond_the_whole_value_are_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DeclaredFacts.none().withContent("steel", "0.7").withContent("copper", "0.4"));
    assertThrows(
        IllegalArgumentException.class, () -> DeclaredFacts.none().withContent("steel", "-0.1"));
    assertThrows(IllegalArgumentException.class, () -> DeclaredFacts.parse("steel"));
    assertThrows(IllegalArgumentException.class, () -> Condition.parse("USMCA"));
    assertThrows(IllegalArgumentException.class, () -> Portion.parse("half"));
  }
}
