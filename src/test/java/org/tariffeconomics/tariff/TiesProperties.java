package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Measures of one programme that meet in nearly all ways: on the same codes and origins, under
 * parts of the same conditions, on overlapping days that were known at different times.
 */
class TiesProperties {

  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

  private static final List<String> CONDITIONS = List.of("age>=25", "end use=yes", "quota:Q=in");

  private static final DeclaredFacts MET = DeclaredFacts.parse("age=30; end use=yes; quota:Q=in");

  /** Some days after the first day; none where negative. */
  private static LocalDate day(int days) {
    return FIRST.plusDays(days);
  }

  /** Ever since or from a day, to an end that was known with it, later, or planned otherwise. */
  private static Validity validity(int from, int known, int length, int endKnown, int planned) {
    Validity start = from == 0 ? Validity.always() : Validity.from(day(from).toString());
    start = known == 0 ? start : start.withKnownFrom(day(known));
    if (length == 0 || from == 0) {
      return start;
    }
    Validity ended = start.until(day(from + length - 1));
    if (endKnown <= known || known == 0) {
      return ended;
    }
    Validity later = ended.withEndKnownFrom(day(endKnown));
    return planned == 0 ? later : later.withPlannedEnd(day(from + planned));
  }

  private static Arbitrary<Validity> validities() {
    Arbitrary<Integer> some = Arbitraries.of(0, 0, 0, 1, 2, 3);
    return Combinators.combine(some, some, some, some, some).as(TiesProperties::validity);
  }

  private static Arbitrary<TariffMeasure> measures() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9),
            Arbitraries.of("8703", "8703", "8703 except 8703.23", "*", "* except 8704"),
            Arbitraries.of("*", "*", "*", "EU", "EEA", "* except CN"),
            Arbitraries.of(CONDITIONS).set().ofMinSize(1).ofMaxSize(2),
            validities())
        .as(
            (rate, products, origins, conditions, validity) -> {
              TariffMeasure measure =
                  TariffMeasure.adds("P", products, origins, rate + "%").withValidity(validity);
              for (String each : conditions) {
                measure = measure.withCondition(each);
              }
              return measure;
            });
  }

  @Provide
  Arbitrary<List<TariffMeasure>> laws() {
    return measures().list().ofMinSize(2).ofMaxSize(5).withoutEdgeCases();
  }

  private static TariffBook book(List<TariffMeasure> law, boolean reversed) {
    List<TariffMeasure> named = new ArrayList<>();
    named.add(TariffMeasure.base("*", "Free").withId("base"));
    for (int i = 0; i < law.size(); i++) {
      named.add(law.get(i).withId("m" + (reversed ? law.size() - i : i)));
    }
    return TariffBook.us().withAll(named);
  }

  /** On days on which something may change, as known at times, with all conditions met. */
  private static String duties(TariffBook book) {
    StringBuilder all = new StringBuilder();
    for (String line : List.of("8703.23", "8703.10")) {
      for (String origin : List.of("JP", "NO")) {
        for (int known = -1; known <= 3; known++) {
          Knowledge knowledge = known < 0 ? Knowledge.now() : Knowledge.of(day(known));
          for (int entry = 0; entry <= 8; entry += 2) {
            all.append(
                book.on(day(entry), knowledge)
                    .stack(HsCode.of(line), Country.of(origin), MET)
                    .adValoremRate()
                    .map(r -> r.toText(0))
                    .orElse("?"));
          }
        }
      }
    }
    return all.toString();
  }

  @Property(tries = 300)
  void where_a_book_stands_no_name_decides(@ForAll("laws") List<TariffMeasure> law) {
    boolean stands = conflicts(law, false).isEmpty();
    Statistics.collect(stands ? "stands" : "refused");
    assertEquals(stands, conflicts(law, true).isEmpty());
    if (stands) {
      assertEquals(duties(book(law, false)), duties(book(law, true)));
    }
  }

  private static List<Conflict> conflicts(List<TariffMeasure> law, boolean reversed) {
    List<TariffMeasure> named = new ArrayList<>();
    for (int i = 0; i < law.size(); i++) {
      named.add(law.get(i).withId("m" + (reversed ? law.size() - i : i)));
    }
    return TariffBook.conflicts(named, List.of());
  }

  /** What is taken out, ended or replaced leaves a book in which no name decides, or is refused. */
  @Property(tries = 200)
  void what_is_left_of_a_book_stands(@ForAll("laws") List<TariffMeasure> law) {
    if (!conflicts(law, false).isEmpty()) {
      return;
    }
    try {
      TariffBook one = book(law, false).withoutMeasure("m0");
      TariffBook other = book(law, true).withoutMeasure("m" + law.size());
      assertEquals(duties(one), duties(other));
    } catch (IllegalArgumentException refused) {
      Statistics.collect("refused");
    }
  }
}
