package org.tariffeconomics.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.conformance.CaseResult.Outcome;

/** A case that is wrong, empty or not understood never counts as met, and says what is amiss. */
class WrongCasesTest {

  private static final Path OURS = Path.of("src/test/resources/conformance");

  @TempDir Path dir;

  private List<CaseResult> run(String file, String text) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    CaseFolder cases = new CaseFolder(dir, List.of(OURS));
    return Suites.in(cases).stream().flatMap(suite -> results(suite, cases)).toList();
  }

  private static Stream<CaseResult> results(Suite suite, CaseFolder cases) {
    try {
      return suite.run(cases).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private CaseResult formula(String method, String body) throws IOException {
    List<CaseResult> results =
        run("golden/formulas/" + method + ".json", "[{\"id\": \"x\", " + body + "}]");
    assertEquals(1, results.size());
    return results.get(0);
  }

  /** ACR (2012): with a domestic share of 0.5 and an elasticity of 1, half of income is gained. */
  private static final String INPUTS =
      "\"inputs\": {\"domesticShare\": 0.5, \"tradeElasticityAbs\": 1}";

  @Test
  void a_formula_case_is_met_or_failed_by_its_numbers() throws IOException {
    assertEquals(
        Outcome.PASSED, formula("acr", INPUTS + ", \"expected\": {\"gainsReal\": 0.5}").outcome());
    assertEquals(
        Outcome.FAILED,
        formula("acr", INPUTS + ", \"expected\": {\"gainsReal\": 0.501}").outcome());
    assertEquals(
        Outcome.FAILED, formula("acr", INPUTS + ", \"expected\": {\"gainsReal\": null}").outcome());
    assertEquals(
        Outcome.FAILED, formula("acr", INPUTS + ", \"expected\": {\"gain\": 0.5}").outcome());
  }

  @Test
  void a_formula_case_that_expects_nothing_is_not_met() throws IOException {
    for (String expected : List.of("", ", \"expected\": {}", ", \"expected\": null")) {
      CaseResult result = formula("acr", INPUTS + expected);
      assertEquals(CaseResult.unsupported("x", "the case expects nothing"), result);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|domesticShare",
        "{\"domesticShare\": null, \"tradeElasticityAbs\": 1}|domesticShare",
        "{\"domesticShare\": \"half\", \"tradeElasticityAbs\": 1}|domesticShare",
        "{\"domesticShare\": 0.5}|tradeElasticityAbs",
        "[]|no inputs",
      })
  void an_input_that_is_no_number_is_named(String inputs, String named) throws IOException {
    CaseResult result =
        formula("acr", "\"inputs\": " + inputs + ", \"expected\": {\"gainsReal\": 0.5}");
    assertEquals(Outcome.UNSUPPORTED, result.outcome());
    assertTrue(result.detail().contains(named), result::detail);
  }

  /** A value-added share of 0.5 and a tariff of 10 %: 20 %, and nothing of a blank among them. */
  @Test
  void a_blank_in_a_list_is_not_zero() throws IOException {
    CaseResult result =
        formula(
            "effective_protection",
            "\"inputs\": {\"tariff\": 0.1, \"inputShares\": [0.5, null], \"inputTariffs\": [0, 0]},"
                + " \"expected\": {\"erp\": 0.2}");
    assertEquals("the input 'inputShares[1]' must be a number, but is null", result.detail());
  }

  @Test
  void a_case_says_its_method_wherever_it_stands() throws IOException {
    String acr = INPUTS + ", \"expected\": {\"gainsReal\": 0.5}";
    assertEquals(Outcome.PASSED, formula("more", "\"method\": \"acr\", " + acr).outcome());
    assertEquals(
        CaseResult.unsupported("x", "the library has no method of the name 'no such'"),
        formula("more", "\"method\": \"no such\", " + acr));
    assertEquals(
        CaseResult.unsupported("x", "the library has no method of the name 'more'"),
        formula("more", acr));
  }

  private static final String GAINS = "data/peers/acr_wiod2000/expected.csv";

  @Test
  void a_mark_of_the_byte_order_and_other_line_ends_change_nothing() throws IOException {
    List<CaseResult> results =
        run(GAINS, "\uFEFF\"acr_gain_eps4\",\"domestic_share\",\"country\"\r\n0,1,X\r\n");
    assertEquals(List.of(CaseResult.passed("X")), results);
  }

  @Test
  void text_where_a_number_belongs_is_named_with_its_column() throws IOException {
    CaseResult result = run(GAINS, "country,domestic_share,acr_gain_eps4\nX,n/a,0\n").get(0);
    assertEquals(Outcome.FAILED, result.outcome());
    assertTrue(result.detail().contains("domestic_share: 'n/a'"), result::detail);
  }

  @Test
  void a_column_that_no_check_reads_is_listed() throws IOException {
    List<CaseResult> results =
        run(
            "golden/ge/revenue_us_2025.csv",
            "sector,imports_before_usd_m,my_figure\nELC,800859.4992,7\n");
    assertEquals(
        List.of(
            "revenue_us_2025.csv ELC PASSED", "revenue_us_2025.csv column my_figure UNSUPPORTED"),
        results.stream().map(r -> r.id() + " " + r.outcome()).collect(Collectors.toList()));
  }

  /** Without a change of the duty nothing can fall on anyone: 0.5 there is a wrong expectation. */
  @Test
  void a_share_of_a_duty_that_does_not_change_is_no_number() throws IOException {
    String header = "case,region,v0,eps,eta,t0,sigma,tau_hat,p_hat,incidence_on_buyers\n";
    CaseResult result =
        run("golden/emr_armington/cases.csv", header + "a,x,10,2,-1,0,4,1,1,0.5\n").get(0);
    assertEquals(Outcome.FAILED, result.outcome());
  }

  @Test
  void a_pair_without_a_row_does_not_trade_and_a_stranger_is_named() throws IOException {
    String home = "golden/gsim_francois_hall/";
    run(
        home + "inputs_elasticities.csv",
        "region,import_demand_elasticity,export_supply_elasticity,substitution_elasticity\n"
            + "A,-1,1,2\nB,-1,1,2\n");
    run(
        home + "inputs_flows.csv",
        "exporter,importer,trade_world_prices,tariff_power_0\nA,B,9,1\n");
    run(home + "inputs_scenarios.csv", "scenario,exporter,importer,tariff_power_1\n");
    String header = "scenario,region,lin_net_welfare,exact_net_welfare\n";
    assertEquals(
        List.of(CaseResult.passed("still A linear"), CaseResult.passed("still A exact")),
        run(home + "expected.csv", header + "still,A,0,0\n"));
    CaseResult stranger = run(home + "expected.csv", header + "still,Z,0,0\n").get(0);
    assertTrue(stranger.detail().contains("'Z'"), stranger::detail);
  }

  @Test
  void a_file_that_no_suite_asks_for_is_not_taken_for_run() throws IOException {
    Path other = dir.resolve("cases/field/refunds_of_2027.csv");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "entry\n");
    CaseFolder cases = new CaseFolder(dir, List.of());
    Suites.in(cases).forEach(suite -> assertTrue(results(suite, cases).toList().isEmpty()));
    assertEquals(
        List.of("cases/field/refunds_of_2027.csv"),
        cases.filesBelow(List.of("cases")).stream()
            .filter(file -> !cases.asked().contains(file))
            .toList());
  }
}
