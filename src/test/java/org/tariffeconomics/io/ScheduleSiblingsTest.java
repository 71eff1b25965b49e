package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.io.canada.CanadaTariffCsv;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.io.japan.JapanColumns;
import org.tariffeconomics.io.japan.JapanTariffJson;
import org.tariffeconomics.io.norway.NorwayTariffJson;
import org.tariffeconomics.io.uk.UkGlobalTariffCsv;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Schedules of one line in the layouts of their publishers, with other columns, units, money,
 * layouts and characters. None may have a definite duty that leaves out what stands on its row.
 */
class ScheduleSiblingsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static String lines(String text) {
    return text.replace("¶", "\n") + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # the layout of today, an older one, another separator, another case, padding
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties¶8703.23.01,1,x,,2.5%,Free (KR),10%,,~JP~250.00
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty¶8703.23.01,1,x,,2.5%,Free (KR),10%~KR claiming KORUS~0.00
          HTS Number;Indent;Description;Unit of Quantity;General Rate of Duty;Special Rate of Duty;Column 2 Rate of Duty¶8703.23.01;1;x;;2.5%;Free (KR);10%~JP~250.00
          \u200bHTS number\u00a0, indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty¶\u00a08703.23.01\u200b,\u00a01 ,x,,\u00a02.5%\u200b, Free (KR),10%~JP~250.00
          HTS Number,Indent,Description,Unit of Quantity,Special Rate of Duty,Column 2 Rate of Duty¶8703.23.01,1,x,,Free (KR),10%~JP~UNDETERMINED
          # what else stands on a row
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties¶8703.23.01,1,x,,2.5%,Free (KR),10%,,20¢/kg~JP~UNDETERMINED
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Surcharge¶8703.23.01,1,x,,2.5%,Free (KR),10%,15%~JP~UNDETERMINED
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Surcharge¶8703.23.01,1,x,,2.5%,Free (KR),10%,15%~KR claiming KORUS~UNDETERMINED
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Surcharge¶8703.23.01,1,x,,2.5%,Free (KR),10%,~JP~250.00
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Page¶8703.23.01,1,x,,2.5%,Free (KR),10%,87-12~JP~250.00
          # units of rates
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty¶8703.23.01,1,x,,0.025,Free (KR),10%~JP~UNDETERMINED
          HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty¶8703.23.01,1,x,,20¢/foo,Free (KR),10%~JP~UNDETERMINED
          # the same in JSON
          [{"htsno":"8703.23.01","indent":"0","description":"x","general":"2.5%","special":"Free (KR)","other":"10%"}]~JP~250.00
          [{"htsno":"\u20608703.23.01\u200b","indent":0,"description":"x","general":"2.5%\u200b","special":"\u00a0Free (KR)","other":"10%"}]~KR claiming KORUS~0.00
          [{"htsno":"8703.23.01","indent":"0","description":"x","general":"2.5%","special":"Free (KR)","other":"10%","additionalDuties":"20¢/kg"}]~JP~UNDETERMINED
          [{"htsno":"8703.23.01","indent":"0","description":"x","general":"2.5%","special":"Free (KR)","other":"10%","surcharge":"15%"}]~JP~UNDETERMINED
          [{"htsno":"8703.23.01","indent":"0","description":"x","general":"2.5%","special":"Free (KR)","other":"10%","surcharge":null}]~JP~250.00
          """)
  void a_release_of_the_united_states(String text, String ask, String right) {
    Reading<TariffSchedule> reading =
        HtsFile.read(
            "made", new ByteArrayInputStream(lines(text).getBytes(StandardCharsets.UTF_8)));
    requireAnswer(right, "USD", reading, SmallSchedule.key(), "8703.23.01", ask);
  }

  private static void requireAnswer(
      String right,
      String currency,
      Reading<TariffSchedule> reading,
      ProgrammeKey key,
      String line,
      String ask) {
    String answer = Siblings.answer(currency, reading.value(), key, line, ask);
    assertEquals(right, answer, reading.problems()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          tariff,description,mfn,ust,mxt¶0207.11.91,x,3.32¢/kg,Free,Free~JP~332.00
          tariff,description,mfn,ust,mxt¶0207.11.91,x,238% but not less than $1.67/kg,,~JP~23800.00
          tariff,description,mfn,ust,mxt¶0207.11.91,x,8% but not less than 8.2 cents/kg,,~JP~820.00
          tariff,description,mfn,ust,mxt¶0207.11.91,x,6.1%,N/A,~US claiming CUSMA~610.00
          TARIFF,DESC1,MFN,UST,MXT,CPTPT,EFF_DATE¶0207.11.91,x,6.1%,Free,Free,Free,2026-01-01~US claiming CUSMA~0.00
          Tariff Item,Description, MFN Tariff\u00a0,UST,MXT,General Tariff¶\u00a00207.11.91\u200b,x,\u00a06.1%\u200b,Free\u200b,,35%~JP~610.00
          tariff,description,mfn,ust,mxt,surtax¶0207.11.91,x,6.1%,Free,Free,25%~JP~UNDETERMINED
          tariff,description,mfn,ust,mxt,surtax¶0207.11.91,x,6.1%,Free,Free,25%~US claiming CUSMA~UNDETERMINED
          tariff,description,mfn,ust,mxt,surtax¶0207.11.91,x,6.1%,Free,Free,~JP~610.00
          tariff,description,mfn,ust,mxt¶0207.11.91,x,0.061,0,0~JP~UNDETERMINED
          tariff,description,mfn,ust,mxt¶2071191,x,6.1%,Free,Free~JP~UNDETERMINED
          """)
  void a_table_of_canada(String text, String ask, String right) {
    Reading<TariffSchedule> reading = CanadaTariffCsv.read("made", new StringReader(lines(text)));
    requireAnswer(right, "CAD", reading, CanadaTariffCsv.key(DAY), "0207.11.91", ask);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          5,00~P~~500.00
          0,05~P~~5.00
          1,50~K~~15000.00
          5,00~S~~UNDETERMINED
          5.00~P~~UNDETERMINED
          \u00a05,00\u200b~\u200bP~~500.00
          5,00~P~2026-05-31~UNDETERMINED
          5,00~P~31.12.2026~UNDETERMINED
          """)
  void a_file_of_norway(String value, String unit, String last, String right) {
    String text =
        "{\"varer\":[{\"id\":\"87032310\",\"avtalesatser\":[{\"landgruppe\":\"TALL\",\"sats\":["
            + String.format(
                "{\"satsVerdi\":\"%s\",\"satsEnhet\":\"%s\",\"fomdato\":\"2026-01-01\","
                    + "\"tomdato\":\"%s\"}",
                value, unit, last == null ? "" : last)
            + "]}]}]}";
    Reading<TariffSchedule> reading = NorwayTariffJson.read("made", new StringReader(text), DAY);
    ProgrammeKey key = NorwayTariffJson.key(reading.value(), DAY, Map.of());
    requireAnswer(right, "NOK", reading, key, "8703.23.10", "JP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          "基本":"5%"~DE~500
          "基本":"5%","EPA_欧州連合":"無税"~DE claiming Japan-EU EPA~0
          "基本":"5%","EPA_新協定":"無税"~DE~500
          "基本":"5%","緊急関税":"20%"~DE~UNDETERMINED
          "基本":"5%","緊急関税":"20%","EPA_欧州連合":"無税"~DE claiming Japan-EU EPA~UNDETERMINED
          "基本":"5%","緊急関税":""~DE~500
          "基本":"\u00a05%\u200b"~DE~500
          "基本":"５％"~DE~500
          "基本":"0.05"~DE~UNDETERMINED
          "基本":"1kgにつき10円"~DE~UNDETERMINED
          """)
  void a_chapter_of_japan(String rates, String ask, String right) {
    String text =
        "[{\"level\":\"0\",\"stat_code\":\"8703.23\",\"hs_code\":\"000\",\"desc\":\"x\","
            + "\"rate\":{"
            + rates
            + "},\"children\":[]}]";
    Reading<TariffSchedule> reading = JapanTariffJson.read("made", new StringReader(text));
    requireAnswer(right, "JPY", reading, JapanColumns.key(DAY), "8703.23.000", ask);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          8703231900,10.0%,8.0%,FALSE,FALSE,FALSE~UNITED_KINGDOM~800.00
          8703231900,10.0%,8.0%,FALSE,FALSE,FALSE~EUROPEAN_UNION~1000.00
          8703231900,10.0%,8.0%,TRUE,FALSE,FALSE~UNITED_KINGDOM~UNDETERMINED
          8703231900,10.0%,8.0%,FALSE,TRUE,FALSE~UNITED_KINGDOM~UNDETERMINED
          8703231900,10.0%,8.0%,FALSE,FALSE,TRUE~UNITED_KINGDOM~800.00
          8703231900,10.0%,0.08,FALSE,FALSE,FALSE~UNITED_KINGDOM~UNDETERMINED
          \u200b8703231900,10.0%,\u00a08.0%\u200b,FALSE,FALSE,FALSE~UNITED_KINGDOM~800.00
          """)
  void the_global_tariff_of_the_united_kingdom(
      String row, UkGlobalTariffCsv.Column column, String right) {
    String text =
        "commodity,cet_duty_rate,ukgt_duty_rate,trade_remedy_applies,"
            + "cet_applies_until_trade_remedy_transition_reviews_concluded,suspension_applies\n"
            + row
            + "\n";
    Reading<TariffSchedule> reading =
        UkGlobalTariffCsv.read("made", new StringReader(text), column);
    ProgrammeKey key = ProgrammeKey.of("MFN", "none", List.of(), List.of());
    requireAnswer(right, "GBP", reading, key, "8703231900", "JP");
  }
}
