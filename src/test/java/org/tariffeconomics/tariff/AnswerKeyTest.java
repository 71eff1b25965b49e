package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Interners;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Answers are remembered by what decides them. A key that forgot one part would give goods the duty
 * of others; one that told apart what is the same would only be slow.
 */
class AnswerKeyTest {

  private static final LocalDate DAY = LocalDate.of(2025, 5, 1);
  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final TariffMeasure KORUS =
      TariffMeasure.preference("KORUS", "8703", "KR", "Free");
  private static final TariffMeasure S232 = TariffMeasure.adds("S232", "8703", "*", "25%");
  private static final TariffMeasure SEASONAL =
      TariffMeasure.base("8703", "5% (01 JAN - 30 JUN); otherwise 8%");

  /** The facts that a book takes to be the day of entry. */
  private static final Set<String> DATED = Set.of("contract", "loaded");

  private static final SetMultimap<String, String> NOTHING = ImmutableSetMultimap.of();
  private static final DeclaredFacts OLD = DeclaredFacts.parse("age=30");
  private static final DeclaredFacts NONE = DeclaredFacts.none();

  private final AnswerKind.Numbers numbers = new AnswerKind.Numbers();

  /** What is asked, in the parts that decide; what is called by other names is not among them. */
  private record Asked(
      LocalDate day,
      String line,
      DeclaredFacts facts,
      DeclaredFacts assumed,
      List<Candidate> candidates,
      SetMultimap<String, String> yields) {

    static Asked of(Candidate... candidates) {
      return new Asked(DAY, "8703.23", NONE, NONE, List.of(candidates), NOTHING);
    }

    Asked with(DeclaredFacts declared) {
      return new Asked(day, line, declared, assumed, candidates, yields);
    }

    Asked assuming(DeclaredFacts other) {
      return new Asked(day, line, facts, other, candidates, yields);
    }

    Asked with(SetMultimap<String, String> other) {
      return new Asked(day, line, facts, assumed, candidates, other);
    }

    Asked on(LocalDate other) {
      return new Asked(other, line, facts, assumed, candidates, yields);
    }

    Asked about(String other) {
      return new Asked(day, other, facts, assumed, candidates, yields);
    }

    private StackQuestion question() {
      return new StackQuestion(
          TariffBook.us(BASE),
          day,
          HsCode.of(line),
          Country.of("JP"),
          facts,
          candidates,
          List.of(),
          yields);
    }

    AnswerKey key() {
      return AnswerKey.of(question(), assumed);
    }

    AnswerKind kind(AnswerKind.Numbers numbers) {
      return AnswerKind.of(question(), assumed, numbers);
    }
  }

  private static Candidate candidate(TariffMeasure measure, int digits) {
    return new Candidate(measure, 1, 0, digits);
  }

  private static final Asked CARS = Asked.of(candidate(BASE, 4), candidate(S232, 4));

  private void assertAlike(Asked one, Asked other) {
    assertEquals(one.key(), other.key());
    assertEquals(one.key().hashCode(), other.key().hashCode());
    assertEquals(one.kind(numbers), other.kind(numbers));
    assertEquals(one.kind(numbers).hashCode(), other.kind(numbers).hashCode());
  }

  private void assertOther(Asked one, Asked other) {
    assertNotEquals(one.key(), other.key());
    assertNotEquals(one.kind(numbers), other.kind(numbers));
  }

  @Test
  void the_line_and_the_day_decide_nothing_by_themselves() {
    assertAlike(CARS, CARS);
    assertAlike(CARS, CARS.about("8703.24"));
    assertAlike(CARS, CARS.on(DAY.plusDays(1)));
    assertAlike(CARS.with(OLD), CARS.with(DeclaredFacts.parse("age=30")));
    SetMultimap<String, String> once = ImmutableSetMultimap.of("S232", "IEEPA");
    SetMultimap<String, String> again = ImmutableSetMultimap.of("S232", "IEEPA");
    assertAlike(CARS.with(once), CARS.with(again));
  }

  @Test
  void whatever_decides_tells_answers_apart() {
    assertOther(CARS, CARS.with(OLD));
    assertOther(CARS, CARS.assuming(OLD));
    assertOther(CARS.with(OLD), CARS.assuming(OLD));
    assertOther(CARS, CARS.with(ImmutableSetMultimap.of("S232", "IEEPA")));
    assertOther(CARS, Asked.of(candidate(BASE, 4)));
    assertOther(Asked.of(candidate(BASE, 4)), CARS);
    TariffMeasure other = TariffMeasure.adds("S232", "8703", "*", "50%");
    assertOther(CARS, Asked.of(candidate(BASE, 4), candidate(other, 4)));
    assertNotEquals(CARS.key(), (Object) "S232");
    assertNotEquals(CARS.kind(numbers), (Object) "S232");
  }

  @Test
  void a_seasonal_rate_tells_days_apart() {
    Asked season = Asked.of(candidate(SEASONAL, 4));
    assertAlike(season, season.about("8703.24"));
    assertOther(season, season.on(DAY.plusDays(1)));
  }

  /** A key holds measures as the objects they are; a kind only what they do, in no order. */
  @Test
  void measures_that_do_the_same_are_one_kind_and_two_keys() {
    TariffMeasure twin = TariffMeasure.adds("S232", "8703", "KR", "25%").withId("twin");
    Asked twins = Asked.of(candidate(BASE, 4), candidate(twin, 4));
    assertNotEquals(CARS.key(), twins.key());
    assertEquals(CARS.kind(numbers), twins.kind(numbers));
    List<Candidate> turned = new ArrayList<>(CARS.candidates());
    Collections.reverse(turned);
    assertEquals(CARS.kind(numbers), Asked.of(turned.toArray(Candidate[]::new)).kind(numbers));
  }

  /** How closely a measure speaks of goods moves their duty only where another could be closer. */
  @Test
  void closeness_counts_in_a_kind_among_rivals_only() {
    for (Candidate closer :
        List.of(candidate(S232, 8), new Candidate(S232, 1, 2, 4), new Candidate(S232, 2, 0, 4))) {
      Asked alone = Asked.of(candidate(BASE, 4), closer);
      assertNotEquals(CARS.key(), alone.key());
      assertEquals(CARS.kind(numbers), alone.kind(numbers));
    }
    for (Rivals each :
        List.of(
            new Rivals(S232, TariffMeasure.adds("S232", "8703", "*", "50%")),
            new Rivals(S232, TariffMeasure.topsUpTo("S232", "8703", "*", "15%")),
            new Rivals(BASE, TariffMeasure.base("8703", "10%")),
            new Rivals(
                TariffMeasure.preference("KORUS", "8703", "KR", "1%"),
                TariffMeasure.preference("KORUS", "8703", "KR", "Free")))) {
      assertEquals(each.oneCloser(8, 4), each.oneCloser(10, 6));
      assertNotEquals(each.oneCloser(8, 4), each.oneCloser(4, 8), each::toString);
      assertNotEquals(each.oneCloser(8, 4), each.oneCloser(4, 4), each::toString);
    }
    for (Rivals none :
        List.of(
            new Rivals(S232, TariffMeasure.adds("S301", "8703", "*", "50%")),
            new Rivals(BASE, TariffMeasure.preference("KORUS", "8703", "KR", "Free")),
            new Rivals(
                TariffMeasure.exempts("S232", "8703", "JP", "S232"),
                TariffMeasure.exempts("S232", "8703", "*", "S301")))) {
      assertEquals(none.oneCloser(8, 4), none.oneCloser(4, 8), none::toString);
    }
  }

  /** Two measures that speak of goods, and their kind where each is so close. */
  private final class Rivals {

    private final TariffMeasure one;
    private final TariffMeasure other;

    Rivals(TariffMeasure one, TariffMeasure other) {
      this.one = one;
      this.other = other;
    }

    AnswerKind oneCloser(int digitsOfOne, int digitsOfOther) {
      return Asked.of(candidate(one, digitsOfOne), candidate(other, digitsOfOther)).kind(numbers);
    }

    @Override
    public String toString() {
      return one + " and " + other;
    }
  }

  /** Of two that are as close the later law counts; its day moves nothing where it is alone. */
  @Test
  void days_of_the_law_count_in_a_kind_among_rivals_only() {
    TariffMeasure later = S232.from("2025-06-01").withKnownFrom("2025-05-20").withId("later");
    assertEquals(
        CARS.kind(numbers), Asked.of(candidate(BASE, 4), candidate(later, 4)).kind(numbers));
    TariffMeasure rival =
        TariffMeasure.adds("S232", "8703", "*", "50%").withKnownFrom("2025-04-01");
    TariffMeasure laterRival = rival.withKnownFrom("2025-05-30");
    assertNotEquals(
        Asked.of(candidate(later, 4), candidate(rival, 4)).kind(numbers),
        Asked.of(candidate(later, 4), candidate(laterRival, 4)).kind(numbers));
  }

  @Test
  void yields_are_told_among_the_programmes_of_the_measures_only() {
    Yields yields =
        new Yields(
            ImmutableSetMultimap.of("S232", "S301", "S301", "IEEPA", "S122", "S232"),
            Interners.newStrongInterner());
    Candidate autos = candidate(S232, 4);
    Candidate china = candidate(TariffMeasure.adds("S301", "8703", "CN", "25%"), 4);
    assertEquals(ImmutableSetMultimap.of(), yields.among(List.of(autos)));
    assertEquals(ImmutableSetMultimap.of("S232", "S301"), yields.among(List.of(autos, china)));
    assertSame(yields.among(List.of(autos, china)), yields.among(List.of(china, autos)));
  }

  /** Equal numbers would make one long list of all that is remembered. */
  @Test
  void keys_are_spread() {
    Set<Integer> keys = new HashSet<>();
    Set<Integer> kinds = new HashSet<>();
    int asked = 0;
    for (int age = 0; age < 10; age++) {
      for (int rate = 0; rate < 10; rate++) {
        TariffMeasure base = TariffMeasure.base("8703", rate + "%");
        Asked each = Asked.of(candidate(base, 4)).with(DeclaredFacts.parse("age=" + age));
        keys.add(each.key().hashCode());
        kinds.add(each.kind(numbers).hashCode());
        asked++;
      }
    }
    assertTrue(keys.size() > asked * 9 / 10, keys::toString);
    assertTrue(kinds.size() > asked * 9 / 10, kinds::toString);
  }

  private static MeasureTable.Node node(TariffMeasure... measures) {
    MeasureTable table = new MeasureTable(List.of(measures));
    return table.node(HsCode.of("8703.23"));
  }

  private static LinePlace place(BitSet assumed, MeasureTable.Node... nodes) {
    return new LinePlace(List.of(nodes), assumed);
  }

  @Test
  void lines_stand_in_one_place_where_the_same_measures_list_them() {
    MeasureTable.Node cars = node(BASE);
    MeasureTable.Node others = node(BASE);
    BitSet first = new BitSet();
    first.set(0);
    LinePlace place = place(new BitSet(), cars);
    assertEquals(place, place(new BitSet(), cars));
    assertEquals(place.hashCode(), place(new BitSet(), cars).hashCode());
    assertNotEquals(place, place(first, cars));
    assertNotEquals(place, place(new BitSet(), others));
    assertNotEquals(place, place(new BitSet(), cars, others));
    assertNotEquals(place(new BitSet(), cars, others), place);
    assertNotEquals(place(new BitSet(), cars, others), place(new BitSet(), others, cars));
    assertNotEquals(place, (Object) cars);
    assertTrue(place.isUndivided());
    MeasureTable.Node divided = node(TariffMeasure.adds("S", "8703.23.01", "*", "1%"));
    assertTrue(!place(new BitSet(), divided).isUndivided());
    assertTrue(!place(new BitSet(), divided, cars).isUndivided());
    assertTrue(!place(new BitSet(), cars, divided).isUndivided());
  }

  private AnswerPart charges(BitSet assumed, Candidate... candidates) {
    return AnswerPart.ofBook(
        List.of(candidates), numbers, DATED, assumed, ImmutableSetMultimap.of());
  }

  private AnswerPart ordinary(Candidate... candidates) {
    return AnswerPart.ofSources(List.of(candidates), numbers, DATED, false);
  }

  private AnswerPart contested(Candidate... candidates) {
    return AnswerPart.ofSources(List.of(candidates), numbers, DATED, true);
  }

  @Test
  void parts_are_told_apart_by_terms_ranks_assumptions_and_what_yields() {
    BitSet first = new BitSet();
    first.set(0);
    TariffMeasure rival = TariffMeasure.adds("S232", "8703", "*", "50%").withId("rival");
    AnswerPart part = charges(new BitSet(), candidate(S232, 4), candidate(rival, 6));
    AnswerPart longer = charges(new BitSet(), candidate(S232, 6), candidate(rival, 8));
    assertEquals(part, longer, "only the rank among rivals counts");
    assertEquals(part.hashCode(), longer.hashCode());
    assertNotEquals(part, charges(new BitSet(), candidate(S232, 6), candidate(rival, 4)));
    assertNotEquals(part, charges(new BitSet(), candidate(S232, 4)));
    assertNotEquals(part, charges(first, candidate(S232, 4), candidate(rival, 6)));
    assertNotEquals(
        part,
        AnswerPart.ofBook(
            List.of(candidate(S232, 4), candidate(rival, 6)),
            numbers,
            DATED,
            new BitSet(),
            ImmutableSetMultimap.of("S232", "MFN")));
    assertNotEquals(part, (Object) "S232");
  }

  @Test
  void measures_that_change_with_the_season_or_ask_for_days_before_entry_are_no_part() {
    TariffMeasure winter = TariffMeasure.adds("S232", "8703", "*", "4% (25 NOV - 25 JAN)");
    assertTrue(charges(new BitSet(), candidate(S232, 4)).isApart(DAY));
    assertTrue(charges(new BitSet()).isApart(DAY));
    assertTrue(!charges(new BitSet(), candidate(winter, 4)).isApart(DAY));
    assertTrue(ordinary(candidate(BASE, 4), candidate(KORUS, 4)).isApart(DAY));
    assertTrue(ordinary().isApart(DAY));
    TariffMeasure afloat = S232.withCondition("loaded<2025-05-01").withId("afloat");
    assertTrue(charges(new BitSet(), candidate(afloat, 4)).isApart(DAY));
    assertTrue(!charges(new BitSet(), candidate(afloat, 4)).isApart(DAY.minusDays(1)));
    TariffMeasure agreed = S232.withCondition("contract<2025-05-01").withId("agreed");
    assertTrue(!charges(new BitSet(), candidate(agreed, 4)).isApart(DAY), "moves with each day");
    TariffMeasure sold = S232.withCondition("sold<2025-05-01").withId("sold");
    assertTrue(charges(new BitSet(), candidate(sold, 4)).isApart(DAY), "is left open on each day");
    assertTrue(!ordinary(candidate(BASE, 4), candidate(S232, 4)).isApart(DAY));
    assertTrue(!ordinary(candidate(SEASONAL, 4)).isApart(DAY));
    assertTrue(!AnswerPart.DIVIDED.isApart(DAY));
  }

  /** Ordinary duties of a book and of its schedules rank among each other: how closely, counts. */
  @Test
  void ordinary_duties_that_others_contest_are_told_apart_by_how_closely_they_speak() {
    assertTrue(!charges(new BitSet(), candidate(S232, 4)).hasContestants());
    AnswerPart own = charges(new BitSet(), candidate(S232, 4), candidate(BASE, 4));
    assertTrue(own.hasContestants());
    assertTrue(own.isApart(DAY));
    assertTrue(charges(new BitSet(), candidate(KORUS, 4)).hasContestants());
    AnswerPart longer = charges(new BitSet(), candidate(S232, 6), candidate(BASE, 4));
    assertEquals(own, longer, "charges have no rivals among ordinary duties");
    assertEquals(own.hashCode(), longer.hashCode());
    assertNotEquals(own, charges(new BitSet(), candidate(S232, 4), candidate(BASE, 6)));
    assertEquals(ordinary(candidate(BASE, 4)), ordinary(candidate(BASE, 8)));
    assertEquals(contested(candidate(BASE, 4)), contested(candidate(BASE, 4)));
    assertNotEquals(contested(candidate(BASE, 4)), contested(candidate(BASE, 8)));
    assertNotEquals(contested(candidate(BASE, 4)), ordinary(candidate(BASE, 4)));
    TariffMeasure later = BASE.withKnownFrom("2025-04-01").withId("later");
    assertEquals(ordinary(candidate(BASE, 4)), ordinary(candidate(later, 4)));
    assertNotEquals(contested(candidate(BASE, 4)), contested(candidate(later, 4)));
  }

  @Test
  void a_key_of_objects_counts_them_as_the_objects_they_are() {
    String one = new String("same");
    String other = new String("same");
    IdentityKey key = IdentityKey.of(List.of(one, "x"), new int[] {1, 2});
    assertEquals(key, IdentityKey.of(List.of(one, "x"), new int[] {1, 2}));
    assertEquals(key.hashCode(), IdentityKey.of(List.of(one, "x"), new int[] {1, 2}).hashCode());
    assertNotEquals(key, IdentityKey.of(List.of(other, "x"), new int[] {1, 2}));
    assertNotEquals(key, IdentityKey.of(List.of("x", one), new int[] {1, 2}));
    assertNotEquals(key, IdentityKey.of(List.of(one), new int[] {1, 2}));
    assertNotEquals(key, IdentityKey.of(List.of(one, "x"), new int[] {1}));
    assertNotEquals(key, IdentityKey.of(List.of(one, "x"), new int[] {2, 1}));
    assertNotEquals(
        IdentityKey.of(List.of(one, "x"), new int[0]),
        IdentityKey.of(List.of("x", one), new int[0]));
    assertNotEquals(key, (Object) one);
  }
}
