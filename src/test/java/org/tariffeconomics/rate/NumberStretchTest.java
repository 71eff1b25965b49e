package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.rate.Condition.Operator;
import org.tariffeconomics.rate.Condition.Truth;

/** Numbers that are declared as lying between limits meet what all of them meet. */
class NumberStretchTest {

  private static final BigDecimal STEP = new BigDecimal("0.5");

  private static Truth truth(String declared, Operator operator, BigDecimal number) {
    return new Condition.Numeric("price", operator, number)
        .test(DeclaredFacts.none().withFact("price", declared))
        .truth();
  }

  @ParameterizedTest
  @CsvSource({
    "1.7 or more, >=1.7, MET",
    "1.7 or more, >1.7, UNDETERMINED",
    "above 1.7, >1.7, MET",
    "above 1.7, <=1.7, NOT_MET",
    "below 0.3, <0.3, MET",
    "below 0.3, >=0.3, NOT_MET",
    "up to 0.3, <0.3, UNDETERMINED",
    "from 0.3 to below 0.5, >=0.5, NOT_MET",
    "from 0.3 to below 0.5, <0.5, MET",
    "above 3 up to 7, <=7, MET",
    "above 3 up to 7, =3, NOT_MET",
    "above all tiers, >=1000000, MET",
    "above all tiers, <1000000, NOT_MET",
    "from 5 to below 3, <9, UNDETERMINED",
    "much, <9, UNDETERMINED"
  })
  void words_of_an_alternative_are_a_declaration(String declared, String condition, Truth truth) {
    assertEquals(
        truth,
        Condition.parse("price" + condition)
            .test(DeclaredFacts.none().withFact("price", declared))
            .truth());
  }

  /** Every number of the stretch, in half steps, says the same where the stretch says anything. */
  @Property(tries = 500)
  void a_stretch_says_what_all_of_its_numbers_say(
      @ForAll @IntRange(min = 0, max = 6) int from,
      @ForAll @IntRange(min = 1, max = 6) int length,
      @ForAll boolean with,
      @ForAll boolean withEnd,
      @ForAll @IntRange(min = 0, max = 12) int number,
      @ForAll Operator operator) {
    int to = from + length;
    String words = (with ? "from " : "above ") + from + (withEnd ? " up to " : " to below ") + to;
    List<BigDecimal> numbers = new ArrayList<>();
    for (BigDecimal each = BigDecimal.valueOf(from);
        each.compareTo(BigDecimal.valueOf(to)) <= 0;
        each = each.add(STEP)) {
      numbers.add(each);
    }
    if (!with) {
      numbers.remove(0);
    }
    if (!withEnd) {
      numbers.remove(numbers.size() - 1);
    }
    // whole limits and numbers: half steps on both sides of each tell all orders apart
    Set<Truth> truths = new TreeSet<>();
    numbers.forEach(
        each -> truths.add(truth(each.toPlainString(), operator, BigDecimal.valueOf(number))));
    assertEquals(
        truths.size() == 1 ? truths.iterator().next() : Truth.UNDETERMINED,
        truth(words, operator, BigDecimal.valueOf(number)),
        words + " " + operator.sign() + number);
  }
}
