package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tariffeconomics.equilibrium.BertrandMarket;
import org.tariffeconomics.equilibrium.BertrandResult;
import org.tariffeconomics.equilibrium.DemandForm;

/**
 * Brewers that set prices, run by another program: its demand parameters, prices, costs and shares
 * before and after a tariff.
 *
 * <p>The other program's own parameters are put in. Its least-squares search stops a little early
 * (logit: slope −61.70094 where −61.70161 fits better), which {@code BertrandMarketTest} shows.
 */
final class BertrandSuite implements Suite {

  private static final TreeComparison TOLERANCE = new TreeComparison(1e-6, 0);

  @Override
  public String name() {
    return "bertrand_tariff";
  }

  @Override
  public String home() {
    return "golden/bertrand_tariff";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (DemandForm form : DemandForm.values()) {
      String word = form.name().toLowerCase(Locale.ROOT);
      List<NamedCsvRecord> rows = cases.expected(home() + "/bertrand_" + word + ".csv");
      if (!rows.isEmpty()) {
        results.addAll(check(form, slopes(cases, word), rows));
      }
    }
    return results;
  }

  private JsonNode slopes(CaseFolder cases, String form) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(cases.input(home() + "/slopes_" + form + ".json")));
  }

  private static List<CaseResult> check(
      DemandForm form, JsonNode parameters, List<NamedCsvRecord> rows) {
    JsonNode values = parameters.path("meanval");
    BertrandMarket market =
        BertrandMarket.ofMeanValues(
            form,
            rows.stream().map(row -> row.getField("owner")).toList(),
            column(rows, "pricePre"),
            IntStream.range(0, values.size()).mapToDouble(i -> values.get(i).asDouble()).toArray(),
            parameters.path("alpha_or_gamma").asDouble());
    BertrandResult result = market.afterTariffs(column(rows, "tariffPost_share_of_consumer_price"));
    List<CaseResult> results = new ArrayList<>();
    double[] sharesBefore = market.shares();
    double[] sharesAfter = result.shares();
    if (form == DemandForm.CES && !near(rows, sharesBefore)) {
      sharesBefore = ofUnits(sharesBefore, market.prices());
      sharesAfter = ofUnits(sharesAfter, result.prices());
    }
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("pricePost", result.prices()[i]);
      figures.put("mcPre", market.costs()[i]);
      figures.put("mcPost", result.costs()[i]);
      figures.put("sharePre", sharesBefore[i]);
      figures.put("sharePost", sharesAfter[i]);
      NamedCsvRecord row = rows.get(i);
      results.add(CsvCases.compare(form + " " + row.getField("product"), row, figures, TOLERANCE));
    }
    if (form == DemandForm.LOGIT) {
      results.add(variation(parameters, market, rows));
    }
    return results;
  }

  /** Logit only: for CES the other program takes another utility of the outside good. */
  private static CaseResult variation(
      JsonNode parameters, BertrandMarket market, List<NamedCsvRecord> rows) {
    double size = sum(column(rows, "quantity")) / sum(market.shares());
    double loss =
        market
            .withSize(size)
            .afterTariffs(column(rows, "tariffPost_share_of_consumer_price"))
            .consumerLoss()
            .orElseThrow();
    double expected = parameters.path("CV").asDouble();
    return TOLERANCE.agree(expected, loss)
        ? CaseResult.passed("LOGIT compensating variation")
        : CaseResult.failed("LOGIT compensating variation", expected + " but was " + loss);
  }

  /** Whether the rows give shares of spending; else they are shares of units. */
  private static boolean near(List<NamedCsvRecord> rows, double[] shares) {
    double[] given = column(rows, "sharePre");
    return IntStream.range(0, given.length).allMatch(i -> TOLERANCE.agree(given[i], shares[i]));
  }

  private static double[] ofUnits(double[] spendingShares, double[] prices) {
    double outside = 1 - sum(spendingShares);
    double[] units =
        IntStream.range(0, prices.length).mapToDouble(i -> spendingShares[i] / prices[i]).toArray();
    double all = sum(units) + outside;
    return IntStream.range(0, units.length).mapToDouble(i -> units[i] / all).toArray();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double[] column(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> CsvCases.required(row, column)).toArray();
  }
}
