package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ImportMarketProperties {

  private static final double SLIP = 1e-12;

  @Property
  void in_a_market_of_two_one_ones_lead_is_the_others_lag(
      @ForAll @DoubleRange(min = 0, max = 2) double one,
      @ForAll @DoubleRange(min = 0, max = 2) double other,
      @ForAll @DoubleRange(min = 0.1, max = 99) double imports) {
    ImportMarket market =
        ImportMarket.of(
            "m",
            "USD",
            List.of(
                MarketSupplier.of("p", "A", imports, one), MarketSupplier.of("p", "B", 7, other)));
    assertEquals(
        market.position("A").margin().known(), -market.position("B").margin().known(), SLIP);
  }

  @Property
  void own_and_rivals_effects_add_up_to_the_change_of_the_margin(
      @ForAll("markets") ImportMarket before,
      @ForAll @DoubleRange(min = 0, max = 3) double factor) {
    ImportMarket after =
        before.withTariffs(s -> Figure.of(s.tariff().known() * factor * s.origin().length()));
    for (String origin : before.origins()) {
      PositionErosion erosion = before.erosion(origin, after);
      double change =
          after.position(origin).margin().known() - before.position(origin).margin().known();
      assertEquals(change, erosion.change(), SLIP);
      assertEquals(erosion.ownEffect() + erosion.rivalsEffect(), erosion.change(), 0);
    }
  }

  @Property
  void the_order_of_suppliers_and_the_unit_of_imports_do_not_matter(
      @ForAll("markets") ImportMarket market) {
    List<MarketSupplier> reversed = new ArrayList<>(market.suppliers());
    Collections.reverse(reversed);
    UnaryOperator<MarketSupplier> scaled =
        s ->
            MarketSupplier.of(
                s.product(), s.origin(), 1_000 * s.imports().known(), s.tariff().known());
    ImportMarket other = ImportMarket.of("m", "USD", reversed.stream().map(scaled).toList());
    for (String origin : market.origins()) {
      assertEquals(
          market.position(origin).margin().known(), other.position(origin).margin().known(), SLIP);
    }
  }

  @Property
  void one_tariff_for_all_leaves_nobody_ahead(@ForAll("markets") ImportMarket market) {
    ImportMarket even = market.withTariffs(s -> Figure.of(0.15));
    for (String origin : even.origins()) {
      assertEquals(0, even.position(origin).margin().known(), SLIP);
      assertEquals(1, even.ranking().positions().get(0).coverage().known(), SLIP);
    }
  }

  @Provide
  Arbitrary<ImportMarket> markets() {
    Arbitrary<Double> imports = Arbitraries.doubles().between(0.01, 500).ofScale(4);
    Arbitrary<Double> tariffs = Arbitraries.doubles().between(0, 1.5).ofScale(4);
    return Combinators.combine(imports, tariffs)
        .as((value, tariff) -> new double[] {value, tariff})
        .list()
        .ofMinSize(4)
        .ofMaxSize(12)
        .map(ImportMarketProperties::market);
  }

  /** Two products, each with at least two suppliers. */
  private static ImportMarket market(List<double[]> pairs) {
    List<MarketSupplier> suppliers = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      String product = i % 2 == 0 ? "chips" : "cars";
      String origin = "X".repeat(1 + i / 2);
      suppliers.add(MarketSupplier.of(product, origin, pairs.get(i)[0], pairs.get(i)[1]));
    }
    return ImportMarket.of("m", "USD", suppliers);
  }
}
