package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
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
  public boolean isIn(Path dir) {
    return Files.exists(folder(dir).resolve("expected_rca.csv"));
  }

  private static Path folder(Path dir) {
    return dir.resolve("data/peers/rca_indices");
  }

  @Override
  public List<CaseResult> run(Path dir) throws IOException {
    TradeMatrix exports = exports(folder(dir).resolve("inputs_trade_1998_2000.csv.gz"));
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : rows(folder(dir).resolve("expected_rca.csv"))) {
      results.add(cell(exports, row));
    }
    for (NamedCsvRecord row : rows(folder(dir).resolve("expected_country_indices.csv"))) {
      results.add(country(exports, row));
    }
    return results;
  }

  private static TradeMatrix exports(Path file) throws IOException {
    List<TradeFlow> flows = new ArrayList<>();
    try (BufferedReader text =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        flows.add(
            new TradeFlow(row.getField("country"), row.getField("product"), number(row, "value")));
      }
    }
    return TradeMatrix.ofFlows(flows, MissingFlow.IS_ZERO);
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  private static CaseResult cell(TradeMatrix exports, NamedCsvRecord row) {
    String country = row.getField("country");
    String product = padded(row.getField("product"));
    RevealedAdvantage advantage = RevealedAdvantage.of(exports);
    Map<String, OptionalDouble> computed = new LinkedHashMap<>();
    computed.put("value", OptionalDouble.of(exports.value(country, product)));
    computed.put("balassa", advantage.value(AdvantageMeasure.BALASSA, country, product));
    computed.put("rsca", advantage.value(AdvantageMeasure.SYMMETRIC, country, product));
    computed.put("nrca", advantage.value(AdvantageMeasure.NORMALISED, country, product));
    computed.put("rxa", advantage.value(AdvantageMeasure.RELATIVE_EXPORT, country, product));
    return compared(country + "/" + product, row, computed);
  }

  private static String padded(String product) {
    return "0".repeat(PRODUCT_DIGITS - product.length()) + product;
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
    for (Map.Entry<String, OptionalDouble> each : computed.entrySet()) {
      double expected = number(row, each.getKey());
      OptionalDouble actual = each.getValue();
      if (actual.isEmpty() || !TOLERANCE.agree(expected, actual.getAsDouble())) {
        return CaseResult.failed(
            id, each.getKey() + ": expected " + expected + " but was " + actual);
      }
    }
    return CaseResult.passed(id);
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
