package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.rate.Condition.Truth;

/**
 * Shares of one weight, and of one metal, say of each other what arithmetic says: nothing of what
 * weighs one kilogram weighs more, and steel and aluminium together are not less than steel.
 */
class SharesOfAWholeTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-01");
  private static final List<String> MATERIALS = List.of("steel", "aluminium", "copper");

  private static Truth truth(String declared, String condition) {
    return Condition.parse(condition).test(DeclaredFacts.parse(declared)).truth();
  }

  @ParameterizedTest
  @CsvSource({
    "weight:steel=0.5, weight:aluminium+steel>=0.15, MET",
    "weight:steel=0.1, weight:aluminium+steel>=0.15, UNDECLARED",
    "weight:aluminium=0.9, weight:steel>=0.15, NOT_MET",
    "weight:aluminium=0.85, weight:steel>=0.15, UNDECLARED",
    "weight:aluminium+steel=0.1, weight:steel>=0.15, NOT_MET",
    "weight:aluminium+steel=0.5; weight:aluminium=0.1, weight:steel>=0.15, MET",
    "weight:aluminium+steel=0.9, weight:copper>=0.15, NOT_MET",
    "weight:copper=0.2; weight:aluminium=0.7, weight:steel>0.1, NOT_MET",
    "weight:steel=0.3 or more, weight:aluminium+steel>=0.15, MET",
    "weight:steel=below 0.3, weight:aluminium+steel>=0.15, UNDECLARED",
    "weight:aluminum=0.9, weight:steel>=0.15, NOT_MET",
    "melted:US=0.9, melted:GB>=0.95, NOT_MET",
    "melted:US=0.04, melted:GB>=0.95, UNDECLARED",
    "metal weight share=0.4, weight:aluminium+steel>=0.15, MET",
    "metal weight share=0.1; weight:steel=0.5, weight:aluminium+steel>=0.15, UNDETERMINED",
    "age=30, weight:steel>=0.15, UNDECLARED"
  })
  void a_share_tells_what_others_can_be(String declared, String condition, Truth truth) {
    assertEquals(truth, truth(declared, condition));
  }

  @ParameterizedTest
  @CsvSource({
    "weight:steel=0.9; weight:aluminium=0.9, true",
    "weight:steel=0.5; weight:aluminium=0.5, false",
    "weight:steel=0.5; weight:aluminium+steel=0.4, true",
    "weight:steel=0.5; weight:aluminium+steel=0.5, false",
    "weight:aluminium+steel=0.7; weight:aluminium+copper=0.7; weight:copper+steel=0.7, true",
    "weight:aluminium+steel=0.8; weight:copper=0.3, true",
    "weight:steel=0.6 or more; weight:copper=0.5 or more, true",
    "weight:steel=0.6 or more; weight:copper=above 0.3, false",
    "weight:steel=below 0.5; weight:aluminium=0.5, false",
    "metal origin=GB; melted:US=0.5, true",
    "metal origin=GB; melted:GB=0.5, true",
    "metal origin=GB; melted:GB=1, false",
    "metal origin=nowhere; melted:GB=0.5, false",
    "weight:steel=a lot; weight:aluminium=1, false"
  })
  void shares_that_no_goods_have_together_contradict_each_other(String declared, boolean wrong) {
    Optional<String> found = DeclaredFacts.parse(declared).contradiction();
    assertEquals(wrong, found.isPresent(), found::toString);
  }

  /** What is not cut is asked as ever; what is cut has no value that cannot be. */
  @Test
  void an_open_share_has_only_the_values_that_others_leave() {
    List<Condition> asked = List.of(Condition.parse("weight:aluminium+steel>=0.15"));
    assertEquals(
        "[weight:aluminium+steel: below 0.15, weight:aluminium+steel: 0.15 or more]",
        alternatives(asked, "age=30"));
    assertEquals(
        "[weight:aluminium+steel: from 0.1 to below 0.15, weight:aluminium+steel: 0.15 or more]",
        alternatives(asked, "weight:steel=0.1"));
    assertEquals("[weight:aluminium+steel: 0.2 or more]", alternatives(asked, "weight:steel=0.2"));
  }

  private static String alternatives(List<Condition> asked, String declared) {
    return FactAlternative.of(asked.get(0).subject(), asked, DeclaredFacts.parse(declared), DAY)
        .toString();
  }

  /** Goods of tenths by weight: what is declared of some sums is never called a contradiction. */
  @Property(tries = 400)
  void what_is_true_of_goods_is_within_the_limits(
      @ForAll @Size(3) List<@IntRange(min = 0, max = 10) Integer> raw,
      @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 7) Integer> declared,
      @ForAll @IntRange(min = 1, max = 7) int asked) {
    List<Integer> tenths = new ArrayList<>();
    int left = 10;
    for (int each : raw) {
      int part = Math.min(each, left);
      tenths.add(part);
      left -= part;
    }
    DeclaredFacts facts = DeclaredFacts.none();
    for (int set : declared) {
      facts = facts.withFact("weight:" + names(set), sum(set, tenths).toPlainString());
    }
    assertEquals(Optional.empty(), facts.contradiction());
    BigDecimal share = sum(asked, tenths);
    String name = "weight:" + names(asked);
    for (int limit = 1; limit <= 10; limit++) {
      BigDecimal number = BigDecimal.valueOf(limit, 1);
      Truth truth =
          new Condition.Numeric(name, Condition.Operator.AT_LEAST, number).test(facts).truth();
      boolean holds = share.compareTo(number) >= 0;
      assertTrue(
          truth == Truth.UNDECLARED || truth == (holds ? Truth.MET : Truth.NOT_MET),
          facts + " of " + name + "=" + share + " at " + number + ": " + truth);
      int answers = attained(declared, tenths, asked, number);
      assertTrue(
          truth == Truth.UNDECLARED ? answers == 2 || !areApartOrWithin(declared) : answers == 1,
          facts + " of " + name + " at " + number);
    }
  }

  /** Sums that share a part of each tell more together than is worked out. */
  private static boolean areApartOrWithin(List<Integer> sets) {
    return sets.stream()
        .allMatch(
            one ->
                sets.stream()
                    .allMatch(
                        other ->
                            (one & other) == 0 || (one & other) == one || (one & other) == other));
  }

  /** How many answers goods have, in twentieths, of which the same is declared. */
  private static int attained(
      List<Integer> declared, List<Integer> tenths, int asked, BigDecimal number) {
    boolean some = false;
    boolean others = false;
    for (int a = 0; a <= 20; a++) {
      for (int b = 0; a + b <= 20; b++) {
        for (int c = 0; a + b + c <= 20; c++) {
          List<Integer> twentieths = List.of(a, b, c);
          boolean alike =
              declared.stream().allMatch(set -> count(set, twentieths) == 2 * count(set, tenths));
          boolean holds =
              BigDecimal.valueOf(count(asked, twentieths))
                      .compareTo(number.multiply(BigDecimal.valueOf(20)))
                  >= 0;
          some |= alike && holds;
          others |= alike && !holds;
        }
      }
    }
    return (some ? 1 : 0) + (others ? 1 : 0);
  }

  private static String names(int set) {
    return MATERIALS.stream()
        .filter(each -> (set >> MATERIALS.indexOf(each) & 1) == 1)
        .collect(Collectors.joining("+"));
  }

  private static int count(int set, List<Integer> parts) {
    int sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += (set >> i & 1) * parts.get(i);
    }
    return sum;
  }

  private static BigDecimal sum(int set, List<Integer> tenths) {
    return BigDecimal.valueOf(count(set, tenths), 1);
  }
}
