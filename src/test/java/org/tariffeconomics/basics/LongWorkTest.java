package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.RefundTotals;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.equilibrium.GsimModel;
import org.tariffeconomics.io.trade.FlowCsv;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.uncertainty.Distribution;
import org.tariffeconomics.uncertainty.MonteCarlo;
import org.tariffeconomics.uncertainty.SobolIndices;
import org.tariffeconomics.uncertainty.UncertainInput;

/** Long work says how far it has come, ends when it is told to, and gives the same result. */
class LongWorkTest {

  private static final MonteCarlo STUDY =
      MonteCarlo.of(List.of(UncertainInput.of("x", Distribution.normal(0, 1))), 100_000, 7);

  private final List<String> heard = new ArrayList<>();

  private boolean hear(String work, long done, long total) {
    heard.add(work + " " + done + "/" + total);
    return true;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_study_reports_to_its_end_and_is_the_same(int threads) {
    double[] watched =
        LongWork.watched(this::hear, () -> STUDY.withThreads(threads).run(x -> x[0])).outcomes();
    assertArrayEquals(STUDY.run(x -> x[0]).outcomes(), watched);
    assertEquals("Monte Carlo draws 100000/100000", heard.get(heard.size() - 1));
    assertTrue(heard.size() > 50 && heard.size() <= 101, heard.size() + " reports");
  }

  @Test
  void a_study_that_is_not_wanted_ends() {
    CancellationException end =
        assertThrows(
            CancellationException.class,
            () ->
                LongWork.watched(
                    (work, done, total) -> done < total / 2, () -> STUDY.run(x -> x[0])));
    assertTrue(
        end.getMessage().startsWith("Monte Carlo draws cancelled after 5"), end.getMessage());
  }

  @Test
  void nobody_is_told_after_the_watched_work() {
    LongWork.watched(this::hear, () -> STUDY.run(x -> x[0]));
    int before = heard.size();
    STUDY.run(x -> x[0]);
    assertEquals(before, heard.size());
  }

  @Test
  void an_inner_listener_is_told_alone() {
    List<String> inner = new ArrayList<>();
    LongWork.watched(
        this::hear,
        () -> LongWork.watched((work, done, total) -> inner.add(work), () -> STUDY.run(x -> x[0])));
    assertEquals(List.of(), heard);
    assertTrue(inner.size() > 50);
  }

  @Test
  void panels_and_refunds_report() {
    LongWork.watched(
        this::hear,
        () ->
            TariffPanel.of(
                Tariffs.us(),
                List.of(HsCode.of("8703.23.01")),
                List.of(DeclaredOrigin.parse("JP")),
                List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 9, 16))));
    assertEquals("states of the law in a panel 2/2", heard.get(heard.size() - 1));
    List<PastEntry> entries =
        IntStream.range(0, 250)
            .mapToObj(i -> PastEntry.of("" + i, "2025-10-15", "6109.10.00", "VN", "USD 1000"))
            .toList();
    Refunds refunds =
        LongWork.watched(
            this::hear, () -> Refunds.ofVoidProgramme(Tariffs.us(), "IEEPA reciprocal", entries));
    assertEquals(250, refunds.refunds().size());
    assertEquals("past entries 250/250", heard.get(heard.size() - 1));
  }

  @Test
  void refunds_in_great_number_report_from_every_thread_and_can_be_ended() {
    List<PastEntry> entries =
        IntStream.range(0, 5_000)
            .mapToObj(i -> PastEntry.of("" + i, "2025-10-15", "6109.10.00", "VN", "USD 1000"))
            .toList();
    RefundTotals alone = RefundTotals.ofVoidProgramme(Tariffs.us(), "IEEPA reciprocal", entries);
    RefundTotals watched =
        LongWork.watched(
            this::hear,
            () -> RefundTotals.ofVoidProgramme(Tariffs.us(), "IEEPA reciprocal", entries));
    assertEquals(alone, watched);
    assertEquals("past entries 5000/5000", heard.get(heard.size() - 1));
    assertThrows(
        CancellationException.class,
        () ->
            LongWork.watched(
                (work, done, total) -> false,
                () -> RefundTotals.ofVoidProgramme(Tariffs.us(), "IEEPA reciprocal", entries)));
  }

  @Test
  void solvers_and_sensitivities_report_and_can_be_ended() {
    double[][] flows = {{0, 100}, {200, 0}};
    double[][] taxed = {{0, 0.25}, {0.1, 0}};
    GsimModel market = GsimModel.of(flows, new double[2][2], -1.25, 1.5, 5);
    LongWork.watched(this::hear, () -> market.afterTariffs(taxed));
    assertEquals("steps of the solver 1/-1", heard.get(0));
    assertThrows(
        CancellationException.class,
        () -> LongWork.watched((work, done, total) -> false, () -> market.afterTariffs(taxed)));
    Equilibrium world = Equilibrium.of(World.of2023(), Elasticity.of(4));
    DutyShock shock = DutyShock.none(world.world()).withAdded("US", "*", 0.10);
    heard.clear();
    LongWork.watched(this::hear, () -> world.solve(shock));
    assertEquals("steps of the solver 1/-1", heard.get(0));
    assertThrows(
        CancellationException.class,
        () -> LongWork.watched((work, done, total) -> false, () -> world.solve(shock)));
    List<UncertainInput> inputs = List.of(UncertainInput.of("x", Distribution.normal(0, 1)));
    LongWork.watched(this::hear, () -> SobolIndices.of(inputs, 64, 7, (double[] x) -> x[0]));
    assertTrue(heard.get(heard.size() - 1).startsWith("copies of a Sobol sequence"));
  }

  @Test
  void rows_of_a_file_report_without_a_total() {
    String header = "importer,exporter,product,period,value,currency,valuation,direction,marks\n";
    String row = "US,JP,870323,2024,1,USD,CUSTOMS_VALUE,IMPORT,\n";
    String text = header + row.repeat(25_000);
    LongWork.watched(this::hear, () -> FlowCsv.read("flows.csv", new StringReader(text)));
    assertEquals(List.of("rows of flows.csv 10000/-1", "rows of flows.csv 20000/-1"), heard);
  }
}
