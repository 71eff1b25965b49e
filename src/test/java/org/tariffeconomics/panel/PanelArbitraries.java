package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Generators of law over the small schedule: charges of every rule, scopes that cut each other. */
final class PanelArbitraries {

  static final LocalDate FIRST = LocalDate.parse("2025-01-01");

  static final List<HsCode> LINES =
      List.of(
          HsCode.of("0201.10.50.10"),
          HsCode.of("0201.20.50.15"),
          HsCode.of("8703.23.01.40"),
          HsCode.of("8703.23.01"),
          HsCode.of("8704.21.01"),
          HsCode.of("8703"),
          HsCode.of("9999.00.00"));

  static final List<DeclaredOrigin> ORIGINS =
      List.of(
          DeclaredOrigin.parse("JP"),
          DeclaredOrigin.parse("KR"),
          DeclaredOrigin.parse("KR claiming KORUS"),
          DeclaredOrigin.parse("MX claiming USMCA with content:US=0.4"),
          DeclaredOrigin.parse("CR claiming CAFTA-DR"),
          DeclaredOrigin.parse("DE with content:steel=0.3"),
          DeclaredOrigin.parse("CU"),
          DeclaredOrigin.parse("CN with age=30"));

  private PanelArbitraries() {}

  private static Arbitrary<Rate> rates() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.ONE)
        .ofScale(4)
        .map(Rate::fraction);
  }

  private static Arbitrary<TariffMeasure> charge(String programme) {
    return Combinators.combine(
            rates(),
            Arbitraries.of(
                Rule.ADDS,
                Rule.TOPS_UP_TO,
                Rule.TOPS_UP_ORDINARY_TO,
                Rule.REPLACES,
                Rule.EXEMPTS,
                Rule.PROHIBITS),
            Arbitraries.of(
                "*", "87", "8703, 0201", "* except 8703", "8703 except 8703.23.01", "0201.20"),
            Arbitraries.of("*", "JP,KR", "EU", "* except CN", "MX,CA", "DE,CN"),
            Arbitraries.of("", "claim=USMCA", "claim!=USMCA", "content:US>=0.2", "age>=25"),
            Arbitraries.of("full value", "steel content", "non-US content"),
            Arbitraries.integers().between(0, 300),
            Arbitraries.integers().between(1, 300))
        .as(
            (rate, rule, products, origins, condition, portion, from, length) ->
                measure(programme, rule, products, origins, rate)
                    .withPortion(Portion.parse(portion))
                    .from(FIRST.plusDays(from).toString())
                    .until(FIRST.plusDays(from + length).toString()))
        .flatMap(
            m ->
                Arbitraries.of("", "claim=USMCA", "claim=*", "content:US>=0.2", "age>=25")
                    .map(c -> c.isEmpty() ? m : m.withCondition(c)));
  }

  private static TariffMeasure measure(
      String programme, Rule rule, String products, String origins, Rate rate) {
    return switch (rule) {
      case REPLACES ->
          TariffMeasure.replaces(programme, products, origins, "Free", "A").withRate(rate);
      case EXEMPTS ->
          rate.compareTo(Rate.percent("70")) < 0
              ? TariffMeasure.exempts(programme, products, origins, "A", "B")
              : TariffMeasure.exempts(programme, products, origins, "MFN", "KORUS");
      default -> TariffMeasure.of(programme, rule, products, origins, "Free").withRate(rate);
    };
  }

  /** Books of a schedule and charges, some of which yield to others or take the dearest. */
  static Arbitrary<TariffBook> books() {
    return Combinators.combine(
            charge("A"),
            charge("B"),
            charge("C"),
            charge("D"),
            charge("C"),
            Arbitraries.of(1, 2, 3))
        .as(
            (a, b, c, d, second, yields) -> {
              List<TariffMeasure> law = new ArrayList<>(List.of(a, b, c, d));
              law.add(second.withId("C again"));
              law.add(TariffMeasure.adds("cents", "8704", "JP", "12¢/kg"));
              law.add(TariffMeasure.adds("winter", "8703", "DE", "4% (25 NOV - 25 JAN)"));
              return standing(law, programmes(yields));
            })
        .filter(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  /** The book, empty where its programmes would displace each other in a circle. */
  private static Optional<TariffBook> standing(List<TariffMeasure> law, Programme[] programmes) {
    try {
      return Optional.of(
          TariffBook.us()
              .withProgrammes(programmes)
              .with(ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key()))
              .withAll(law));
    } catch (IllegalArgumentException circle) {
      assertTrue(circle.getMessage().contains("in a circle"), circle.getMessage());
      return Optional.empty();
    }
  }

  private static Programme[] programmes(int yields) {
    Programme dearest = Programme.of("C").withChoice(Programme.Choice.HIGHEST);
    return switch (yields) {
      case 1 -> new Programme[] {dearest, Programme.of("B").withYieldTo("A")};
      case 2 -> new Programme[] {dearest, Programme.of("D").withYieldTo("A", "C")};
      default -> new Programme[] {dearest};
    };
  }
}
