package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Reading;

/** Staged schedules of one line: whose money, percentages or fractions, layouts, padding. */
class StagedSiblingsTest {

  private static final String UNKNOWN = "not known";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # the dollar and the cent of the importer
          TL,HS6,ReporterName,Y2025,Alt_2025¶02012050,020120,United States,,2.9 cents/kg~2025~0.029 USD/kg
          TL,HS6,ReporterName,Y2025,Alt_2025¶02012050,020120,Canada,,2.9 cents/kg~2025~0.029 CAD/kg
          TL,HS6,ReporterName,Y2025,Alt_2025¶02012050,020120,Australia,,$1.5/kg~2025~1.5 AUD/kg
          TL,HS6,ReporterName,Y2025,Alt_2025¶02012050,020120,Atlantis,,$1.5/kg~2025~not known
          TL,HS6,ReporterName,Y2025,Alt_2025¶02012050,020120,Atlantis,,1.5 USD/kg~2025~1.5 USD/kg
          TL,HS6,Y2025,Alt_2025¶02012050,020120,,2.9 cents/kg~2025~0.029 USD/kg
          # percentages or fractions
          TL,HS6,Base_Rate,Y2025,Y2026¶02012050,020120,6.8,0.9,0~2025~0.9%
          TL,HS6,Base_Rate,Y2025,Y2026¶02012050,020120,0.068,0.045,0~2025~not known
          TL,HS6,Base_Rate,Y2025,Y2026¶02012050,020120,0.068,0.045,0~2026~Free
          TL,HS6,Base_Rate,Y2025,Y2026¶02012050,020120,6.8%,0.9%,0~2025~0.9%
          # blank, not available, not understood
          TL,HS6,Y2025,Alt_2025,Y2026¶02012050,020120,n/a,,0~2026~Free
          TL,HS6,Y2025,Alt_2025,Y2026¶02012050,020120,,hello,0~2025~not known
          TL,HS6,Y2025,Alt_2025,Y2026¶02012050,020120,,20 cents/foo,0~2025~not known
          # layouts, lost zeros, padding
          TL,HS6,YEAR1,YEAr1_Alt,YEAR2¶02012050,020120,4.5,,2.2~2~2.2%
          HS Code,Description,Base Rate,Category,Entry into force,Year 2¶0201.20.50,Beef,6.8,A,4.5,2.2~2~2.2%
          TL,HS6,Y2025¶2012050,020120,4.5~2025~4.5%
          TL\u200b ,HS6 ,\u00a0Y2025¶\u00a002012050\u200b,020120 ,\u200b4.5 ~2025~4.5%
          """)
  void a_line_of_a_staged_schedule(String text, int year, String right) {
    Reading<StagedSchedules> reading =
        StagedScheduleCsv.read("made", new StringReader(text.replace("¶", "\n") + "\n"));
    StagedSchedules all = reading.value();
    DutyRate rate =
        all.schedule(all.importers().get(0))
            .line(HsCode.of("02012050"))
            .orElseThrow()
            .rate(year)
            .orElseThrow();
    assertEquals(
        right,
        rate instanceof DutyRate.Unsupported ? UNKNOWN : rate.toString(),
        reading.problems()::toString);
  }
}
