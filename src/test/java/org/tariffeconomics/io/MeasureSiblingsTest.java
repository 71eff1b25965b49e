package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.MeasureReading;

/** The library's own file of measures: a base duty of 5 % in Canada and one more row. */
class MeasureSiblingsTest {

  private static final String FILE =
      "id,programme,rule,targets,products,origins,rate,from,until,conditions\n"
          + "base,MFN,BASE,,6907,*,5%,,,\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a,A,ADDS,,6907,* except EU,20%,,,~DE~500.00
          a,A,ADDS,,6907,* except EU,20%,,,~CN~2500.00
          a,A,ADDS,,6907,EU,20%,,,~IT~2500.00
          a,A,ADDS,,6907,Union,20%,,,~CN~UNDETERMINED
          a,A,ADDS,,6907,XS,20%,,,~RS~UNDETERMINED
          a,A,ADDS,,6907,CN,$20/t,,,~CN~700.00
          a,A,ADDS,,6907,CN,USD 20/t,,,~CN~UNDETERMINED
          a,A,ADDS,,6907,CN,0.2,,,~CN~UNDETERMINED
          a,A,ADDS,,6907,CN,20,,,~CN~UNDETERMINED
          a,A,ADDS,,6907,CN,20%,,,weight under 2 kg~CN~UNDETERMINED
          a,A,ADDS,,6907,CN,20%,01/02/2021,,~CN~UNDETERMINED
          a,A,CHARGES,,6907,CN,20%,,,~CN~UNDETERMINED
          a,A,ADDS,,690,CN,20%,,,~CN~UNDETERMINED
          z,Z,PROHIBITS,,6907,KP,,,,~KP~PROHIBITED
          \u200ba ,A\u200b,ADDS,,\u00a06907,\u00a0CN\u200b,\u00a020%\u200b,,,~CN~2500.00
          a,MFN\u200b,BASE,,6907,CN,20%,,,~CN~2000.00
          """)
  void a_row_counts_or_leaves_the_duty_open(String row, String ask, String right) {
    MeasureReading reading =
        MeasureCsv.read(
            "made",
            new StringReader(FILE + row + "\n"),
            Facts.INCLUDING_UNVERIFIED,
            CurrencyUnit.of("CAD"));
    assertEquals(
        right,
        Siblings.answer("CAD", reading.measures(), "6907", ask),
        reading.problems()::toString);
  }

  @Test
  void a_column_that_is_not_known_leaves_all_open() {
    String text =
        "id,programme,rule,products,origins,rate,surcharge\nbase,MFN,BASE,6907,*,5%,20%\n";
    MeasureReading reading =
        MeasureCsv.read("made", new StringReader(text), Facts.INCLUDING_UNVERIFIED);
    assertEquals("UNDETERMINED", Siblings.answer("USD", reading.measures(), "6907", "CN"));
  }
}
