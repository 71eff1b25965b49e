package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tariffeconomics.indicator.AdvantageMeasure;
import org.tariffeconomics.indicator.BasketComparison;
import org.tariffeconomics.indicator.Concentration;
import org.tariffeconomics.indicator.MissingFlow;
import org.tariffeconomics.indicator.RevealedAdvantage;
import org.tariffeconomics.indicator.TradeFlow;
import org.tariffeconomics.indicator.TradeMatrix;

/**
 * Indices of 226 countries and 785 products in 1998–2000: revealed advantage by cell, concentration
 * and similarity by country. Codes of the expected file have lost their leading zeros.
 */
final class RcaIndicesSuite implements Suite {

  private static final TreeComparison TOLERANCE = new TreeComparison(1e-10, 0);
  private static final int PRODUCT_DIGITS = 4;

  @Override
  public String name() {
    return "rca_indices";
  }

  @Override
  public String home() {
    return "data/peers/rca_indices";
  }

  @Override
  public boolean isIn(CaseFolder cases) {
    return cases.holds(home() + "/expected_rca.csv")
        || cases.holds(home() + "/expected_country_indices.csv");
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    TradeMatrix exports = exports(cases.inputs(home() + "/inputs_trade_1998_2000.csv.gz"));
    RevealedAdvantage advantage = RevealedAdvantage.of(exports);
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home() + "/expected_rca.csv")) {
      String id = row.getField("country") + "/" + padded(row.getField("product"));
      results.add(CaseResult.of(id, () -> cell(exports, advantage, row)));
    }
    for (NamedCsvRecord row : cases.expected(home() + "/expected_country_indices.csv")) {
      results.add(CaseResult.of(row.getField("country"), () -> country(exports, row)));
    }
    return results;
  }

  private static TradeMatrix exports(List<NamedCsvRecord> rows) {
    List<TradeFlow> flows = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      flows.add(
          new TradeFlow(row.getField("country"), row.getField("product"), number(row, "value")));
    }
    return TradeMatrix.ofFlows(flows, MissingFlow.IS_ZERO);
  }

  private static CaseResult cell(
      TradeMatrix exports, RevealedAdvantage advantage, NamedCsvRecord row) {
    String country = row.getField("country");
    String product = padded(row.getField("product"));
    Map<String, OptionalDouble> computed = new LinkedHashMap<>();
    computed.put("value", OptionalDouble.of(exports.value(country, product)));
    computed.put("balassa", advantage.value(AdvantageMeasure.BALASSA, country, product));
    computed.put("rsca", advantage.value(AdvantageMeasure.SYMMETRIC, country, product));
    computed.put("nrca", advantage.value(AdvantageMeasure.NORMALISED, country, product));
    computed.put("rxa", advantage.value(AdvantageMeasure.RELATIVE_EXPORT, country, product));
    computed.put("packaged_discrete", discrete(computed.get("balassa")));
    return compared(country + "/" + product, row, computed);
  }

  /** The other program's yes or no: 1 where there is an advantage. */
  private static OptionalDouble discrete(OptionalDouble balassa) {
    return OptionalDouble.of(balassa.orElse(0) >= 1 ? 1 : 0);
  }

  private static String padded(String product) {
    return "0".repeat(Math.max(0, PRODUCT_DIGITS - product.length())) + product;
  }

  private static CaseResult country(TradeMatrix exports, NamedCsvRecord row) {
    String country = row.getField("country");
    double[] basket = exports.row(exports.rowIndex(country));
    double[] american = exports.row(exports.rowIndex("usa"));
    Map<String, OptionalDouble> computed = new LinkedHashMap<>();
    computed.put("hhi", OptionalDouble.of(Concentration.herfindahl(basket)));
    computed.put(
        "fk_similarity_with_usa", OptionalDouble.of(BasketComparison.similarity(basket, american)));
    return compared(country, row, computed);
  }

  private static CaseResult compared(
      String id, NamedCsvRecord row, Map<String, OptionalDouble> computed) {
    Map<String, Double> figures = new LinkedHashMap<>();
    computed.forEach((column, value) -> figures.put(column, value.orElse(Double.NaN)));
    return CsvCases.compare(id, row, figures, TOLERANCE);
  }

  private static double number(NamedCsvRecord row, String column) {
    return CsvCases.required(row, column);
  }
}
