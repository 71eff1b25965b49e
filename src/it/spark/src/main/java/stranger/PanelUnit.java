package stranger;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.panel.PanelBlock;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.PanelSlice.Execution;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * The cells of one day under one law: every line from every origin. The sum is made in the order of
 * lines and origins, so that it is the same to the bit wherever it is made; {@code bits} folds the
 * bits of every single rate.
 */
record PanelUnit(String scenario, String day, long cells, long known, double sum, long bits) {

  private static final int LINES_PER_BLOCK = 500;
  private static final double NO_RATE = -1;

  static PanelUnit of(LawText law, LocalDate day, int mostLines) {
    PanelSlice slice = slice(law, day, mostLines);
    long cells = 0;
    long known = 0;
    double sum = 0;
    long bits = 0;
    for (double[] rates :
        slice.mapBlocks(
            LINES_PER_BLOCK, Execution.SEQUENTIAL, (PanelBlock block) -> block.totals(NO_RATE))) {
      for (double rate : rates) {
        cells++;
        bits = bits * 31 + Double.doubleToLongBits(rate);
        if (rate >= 0) {
          known++;
          sum += rate;
        }
      }
    }
    return new PanelUnit(law.name(), day.toString(), cells, known, sum, bits);
  }

  private static PanelSlice slice(LawText law, LocalDate day, int mostLines) {
    List<HsCode> lines = TariffPanel.lines(law.book(), day);
    Stream<HsCode> some = lines.stream().limit(mostLines);
    List<DeclaredOrigin> origins = TariffPanel.allOrigins();
    return TariffPanel.of(law.book(), some.toList(), origins, List.of(day)).on(day);
  }
}
