package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.io.Siblings;
import org.tariffeconomics.tariff.MeasureReading;

/**
 * Tables of measures by area in the layouts of the European Commission, of the UK's data set and of
 * short schedules: an ordinary duty of 5 % and one more row, with and without the columns that a
 * table may have.
 */
class AreaTableSiblingsTest {

  private static final String LINE = "6907220000";

  private static final String COMMISSION =
      "goods code,add code,order no.,start date,end date,RED_IND,origin,measure type,legal base,"
          + "duty,origin code,meas. type code\n"
          + "6907220000,,,2021-01-01,,,ERGA OMNES,Third country duty,R1,5.000 %,1011,103\n";

  /** The columns as the data set has them since 2021, with its mark for a blank. */
  private static final String DATA_SET =
      "id,commodity__sid,commodity__code,measure__type__id,measure__type__description,"
          + "measure__additional_code__code,measure__duty_expression,measure__effective_start_date,"
          + "measure__effective_end_date,measure__reduction_indicator,measure__footnotes,"
          + "measure__conditions,measure__geographical_area__id,"
          + "measure__geographical_area__description,measure__excluded_geographical_areas__ids,"
          + "measure__excluded_geographical_areas__descriptions,measure__quota__order_number,"
          + "measure__regulation__url\n"
          + "1,1,6907220000,103,Third country duty,#NA,5.00%,2021-01-01,#NA,#NA,#NA,#NA,1011,"
          + "ERGA OMNES,#NA,#NA,#NA,#NA\n";

  private static final String SHORT =
      "Commodity,Regulation ID,Geographical area,Excluded areas,Measure type,Additional code,"
          + "Order number,Ad valorem,Specific,Ceiling,Minimum,Specific 2,Date from,Date to\n"
          + "6907220000,R,1011,,103,,,5.0%,,,,,,\n";

  private static String answer(MeasureReading reading, String ask) {
    return Siblings.answer("EUR", reading.measures(), LINE, ask);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # groups and the Union
          6907220000,,,2021-01-01,,,EU,Preference,R,0 %,1013,142~IT claiming preference 1013~0.00
          6907220000,,,2021-01-01,,,EU,Preference,R,0 %,EU,142~IT claiming preference EU~0.00
          6907220000,,,2021-01-01,,,EU,Preference,R,0 %,1013,142~CN claiming preference 1013~500.00
          6907220000,,,2021-01-01,,,GSP,Safeguard,R,25 %,2005,696~BD~UNDETERMINED
          6907220000,,,2021-01-01,,,GSP,Preference,R,0 %,2005,142~BD~500.00
          6907220000,,,2021-01-01,,,ERGA OMNES (excl. EU),Safeguard,R,25 %,1011,696~IT~UNDETERMINED
          # other codes of countries, and codes that are none
          6907220000,,,2021-01-01,,,Serbia,Preference,R,0 %,XS,142~RS claiming preference XS~0.00
          6907220000,,,2021-01-01,,,Ceuta,Preference,R,0 %,XC,142~ES~500.00
          6907220000,,,2021-01-01,,,Northern Ireland,AD,R,20 %,XI,552~GB~UNDETERMINED
          6907220000,,,2021-01-01,,,Northern Ireland,AD,R,20 %,XI,552~CN~500.00
          6907220000,,,2021-01-01,,,High seas,AD,R,20 %,QP,552~CN~500.00
          6907220000,,,2021-01-01,,,China,AD,R,20 %,cn,552~CN~2500.00
          # customs unions and quotas
          6907220000,,,2021-01-01,,,TR,Customs union,R,0 %,TR,106~TR claiming customs union TR~0.00
          6907220000,,090111,2021-01-01,,,TR,Customs union,R,0 %,TR,147~TR claiming customs union TR~0% to 5%
          6907220000,,,2021-01-01,,,TR,Quota,R,0 %,TR,143~TR claiming preference TR~UNDETERMINED
          6907220000,,,2021-01-01,,,TR,Quota,R,0 %,TR,143~TR~500.00
          # prohibitions and their kin
          6907220000,,,2021-01-01,,,KP,Prohibition,R,,KP,277~KP~PROHIBITED
          6907220000,,,2021-01-01,,,KP,Prohibition,R,,KP,277~CN~500.00
          6907220000,,,2021-01-01,,,GSP,Prohibition,R,,2005,277~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,KP,Prohibition,R,Cond: B cert: C-085 (24):; B (05):,KP,277~KP~UNDETERMINED
          6907220000,,,2021-01-01,,,KP,Prohibition,R,Cond: B cert: C-085 (24):; B (05):,KP,277~KP with certificates=C085~500.00
          6907220000,,,2021-01-01,,,IR,Restriction,R,,IR,475~IR~UNDETERMINED
          6907220000,,,2021-01-01,,,CN,Control,R,Cond: B cert: C-400 (24):; B (04):,CN,710~CN~500.00
          6907220000,,,2021-01-01,,,CN,Control,R,Cond: B (04):,CN,710~CN~PROHIBITED
          # certificates and conditions
          6907220000,,,2021-01-01,,,CN,AD,R,Cond: A cert: D-008 (01):0.000 %; A (01):20.000 %,CN,552~CN with certificates=D008~500.00
          6907220000,,,2021-01-01,,,CN,AD,R,Cond: A cert: D-008 (01):0.000 %; A (01):20.000 %,CN,552~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,CN,AD,R,Cond: ZZ cert: D-008 (99):0.000 %; ZZ (01):20.000 %,CN,552~CN with certificates=D008~UNDETERMINED
          # producers' codes
          6907220000,B132,,2021-01-01,,,CN,AD,R,30 %,CN,552~CN with additional code=b132~3500.00
          6907220000,B132,,2021-01-01,,,CN,AD,R,30 %,CN,552~CN with additional code=B999~UNDETERMINED
          6907220000,B-13,,2021-01-01,,,CN,AD,R,30 %,CN,552~CN with additional code=B132~UNDETERMINED
          # days that are not ISO 8601 may be any
          6907220000,,,01-02-2021,,,CN,AD,R,20 %,CN,552~CN~UNDETERMINED
          6907220000,,,13.01.2021,,,CN,AD,R,20 %,CN,552~CN~UNDETERMINED
          6907220000,,,2021-01-01,31/12/2020,,CN,AD,R,20 %,CN,552~CN~UNDETERMINED
          # types, units, currencies, taxes
          6907220000,,,2021-01-01,,,CN,x,R,20 %,CN,698~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,CN,x,R,20 %,CN,698~JP~500.00
          6907220000,,,2021-01-01,,,CN,AD,R,20 EUR ZZZ,CN,552~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,CN,AD,R,20 QQQ DTN,CN,552~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,CN,AD,R,20 JPY DTN,CN,552~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,CN,AD,R,20.0,CN,552~CN~UNDETERMINED
          6907220000,,,2021-01-01,,,EO,VAT,R,20 %,1011,305~CN~500.00
          6907220000,,,2021-01-01,,,EO,VAT,R,20 %,1011,VTS~CN~500.00
          # codes with the suffix of their line, padding, characters that nobody sees
          6907220000 80,,,2021-01-01,,,CN,AD,R,20 %,CN,552~CN~2500.00
          6907220000 10,,,2021-01-01,,,CN,AD,R,20 %,CN,552~CN~UNDETERMINED
          \u200b6907220000\u00a0, , ,\u00a02021-01-01,,,CN,AD,R,20.\u200b0\u00a0% ,\u200bCN ,552 ~CN~2500.00
          """)
  void a_row_of_the_commission_counts_or_leaves_the_duty_open(
      String row, String ask, String right) {
    MeasureReading reading =
        TaricMeasureCsv.read("made", new StringReader(COMMISSION + row + "\n"));
    assertEquals(right, answer(reading, ask), reading.problems()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          2,2,6907220000,696,Safeguard,#NA,25.00%,2021-01-01,#NA,#NA,#NA,#NA,1011,ERGA OMNES,1013|KP,European Union|North Korea,#NA,#NA~IT~500.00
          2,2,6907220000,696,Safeguard,#NA,25.00%,2021-01-01,#NA,#NA,#NA,#NA,1011,ERGA OMNES,1013|KP,European Union|North Korea,#NA,#NA~KP~500.00
          2,2,6907220000,696,Safeguard,#NA,25.00%,2021-01-01,#NA,#NA,#NA,#NA,1011,ERGA OMNES,1013|KP,European Union|North Korea,#NA,#NA~CN~3000.00
          2,2,6907220000,696,Safeguard,#NA,25.00%,2021-01-01,#NA,#NA,#NA,#NA,1011,ERGA OMNES,2005,GSP,#NA,#NA~CN~UNDETERMINED
          2,2,6907220000,142,Preference,#NA,0.00%,2021-01-01,#NA,#NA,#NA,"condition:Q,certificate:U110,action:27|condition:Q,action:07",JP,Japan,#NA,#NA,#NA,#NA~JP claiming preference JP~0.00
          2,2,6907220000,142,Preference,#NA,0.00%,2021-01-01,#NA,#NA,#NA,"condition:Q,certificate:U110,action:27|condition:Q,action:07",JP,Japan,#NA,#NA,#NA,#NA~JP claiming preference JP with certificates=U-110~0.00
          2,2,6907220000,142,Preference,#NA,0.00%,2021-01-01,#NA,#NA,#NA,"condition:Q,certificate:U110,action:27|condition:Q,action:07",JP,Japan,#NA,#NA,#NA,#NA~JP claiming preference JP with certificates=none~500.00
          2,2,6907220000,142,Preference,#NA,0.00%,2021-01-01,#NA,#NA,#NA,"condition:Q,certificate:U110,action:27|condition:Q,action:07",JP,Japan,#NA,#NA,#NA,#NA~JP claiming preference JP with certificates=N954~500.00
          2,2,6907220000,552,AD,#NA,20.00%,2021-01-01,#NA,#NA,#NA,"condition:Y,certificate:Y123,action:07|condition:Y,action:27",CN,China,#NA,#NA,#NA,#NA~CN~UNDETERMINED
          2,2,6907220000,552,AD,#NA,20.00%,2021-01-01,#NA,#NA,#NA,"condition:Y,certificate:Y123,action:07|condition:Y,action:27",CN,China,#NA,#NA,#NA,#NA~CN with certificates=Y123~500.00
          2,2,6907220000,552,AD,#NA,20.00%,2021-01-01,#NA,#NA,#NA,"condition:Y,certificate:Y123,action:07|condition:Y,action:27",CN,China,#NA,#NA,#NA,#NA~CN with certificates=none~2500.00
          2,2,6907220000,552,AD,#NA,20.00%,2021-01-01,#NA,#NA,#NA,"condition:A,certificate:D008,action:01|condition:A,action:01",CN,China,#NA,#NA,#NA,#NA~CN with certificates=D008~UNDETERMINED
          2,2,6907220000,552,AD,#NA,20.00%,2021-01-01,#NA,#NA,#NA,"condition:V,action:01|condition:V,action:01",CN,China,#NA,#NA,#NA,#NA~CN~UNDETERMINED
          2,2,6907220000,552,AD,#NA,20.00%,2021-01-01,#NA,#NA,#NA,weight under 2 kg,CN,China,#NA,#NA,#NA,#NA~CN~UNDETERMINED
          2,2,6907220000,277,Prohibition,#NA,#NA,2021-01-01,#NA,#NA,#NA,#NA,KP,North Korea,#NA,#NA,#NA,#NA~KP~PROHIBITED
          2,2,6907220000,277,Prohibition,#NA,#NA,2021-01-01,#NA,#NA,#NA,"condition:B,certificate:C085,action:24|condition:B,action:05",KP,North Korea,#NA,#NA,#NA,#NA~KP with certificates=C085~500.00
          2,2,6907220000,750,Organic,#NA,#NA,2021-01-01,#NA,#NA,#NA,"condition:B,certificate:C644,action:29|condition:B,certificate:Y929,action:29|condition:B,action:09",CN,China,#NA,#NA,#NA,#NA~CN~500.00
          2,2,6907220000,143,Quota,#NA,0.00%,2021-01-01,#NA,#NA,#NA,#NA,TR,Turkey,#NA,#NA,050123,#NA~TR claiming preference TR~0% to 5%
          2,2,6907220000,142,Preference,#NA,0.00%,2021-01-01,2021-03-31,#NA,#NA,#NA,TR,Turkey,#NA,#NA,#NA,#NA~TR claiming preference TR~500.00
          """)
  void a_row_of_the_data_set_counts_or_leaves_the_duty_open(String row, String ask, String right) {
    MeasureReading reading = TaricMeasureCsv.read("made", new StringReader(DATA_SET + row + "\n"));
    assertEquals(right, answer(reading, ask), reading.problems()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          6907220000,R,1011,EU,696,,,25%,,,,,,~IT~500.00
          6907220000,R,1011,EU;KP,696,,,25%,,,,,,~CN~3000.00
          6907220000,R,5050,,696,,,25%,,,,,,~CN~UNDETERMINED
          6907220000,R,XS,,142,,,0%,,,,,,~RS claiming preference XS~0.00
          6907220000,R,XC,,552,,,20%,,,,,,~ES~500.00
          6907220000,R,TR,,106,,,0%,,,,,,~TR claiming customs union TR~0.00
          6907220000,R,TR,,143,,090123,0%,,,,,,~TR claiming preference TR~0% to 5%
          6907220000,R,TR,,143,,,0%,,,,,,~TR claiming preference TR~UNDETERMINED
          6907220000,R,KP,,277,,,,,,,,,~KP~PROHIBITED
          6907220000,R,KP,,277,,,,,,,,,~CN~500.00
          6907220000,R,IR,,475,,,,,,,,,~IR~UNDETERMINED
          6907220000,R,CN,,710,,,,,,,,,~CN~500.00
          6907220000,R,CN,,552,B132,,30%,,,,,,~CN with additional code=B132~3500.00
          6907220000,R,CN,,552,B132,,30%,,,,,,~CN~UNDETERMINED
          6907220000,R,CN,,698,,,30%,,,,,,~CN~UNDETERMINED
          6907220000,R,1011,,305,,,20%,,,,,,~CN~500.00
          6907220000,R,CN,,552,,,,12 EUR/100 kg,10%,,,,~CN~1500.00
          6907220000,R,CN,,552,,,20%,,,,,2021-07-01,~CN~500.00
          """)
  void a_row_of_a_short_schedule_counts_or_leaves_the_duty_open(
      String row, String ask, String right) {
    MeasureReading reading = UkScheduleCsv.read("made", new StringReader(SHORT + row + "\n"));
    assertEquals(right, answer(reading, ask), reading.problems()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Commodity,Ad Valorem,Specific,Min~6907220000,5.0,,~500.00
          Commodity,Ad Valorem,Specific,Min,Max~6907220000,5.0,,,1 EUR/100 kg~100.00
          Commodity,Ad Valorem,Maximum~6907220000,5.0,1 EUR/100 kg~100.00
          Commodity,Description,Ad Valorem~6907220000,tiles,5.0~500.00
          Commodity,Ad Valorem,Conditions~6907220000,5.0,entry price~UNDETERMINED
          Commodity,Ad Valorem,Excluded countries~6907220000,5.0,JP~UNDETERMINED
          Commodity,Ad Valorem,Additional code~6907220000,5.0,B132~UNDETERMINED
          Commodity,Ad Valorem,Safeguard~6907220000,5.0,25%~UNDETERMINED
          Commodity,Ad Valorem,Safeguard~6907220000,5.0,~500.00
          Commodity,Ad Valorem,Date from~6907220000,5.0,2022-01-01~UNDETERMINED
          goods_nomenclature_item_id,producline_suffix,Ad Valorem~6907220000,80,5.0~500.00
          Goods code,Ad Valorem~6907220000,0.05~UNDETERMINED
          \u200bCommodity\u00a0,Ad Valorem\u200b~\u00a06907220000,5.0\u200b~500.00
          Commodity;Ad Valorem;Specific~6907220000;5.0;~500.00
          """)
  void a_line_of_a_short_schedule_is_all_that_its_columns_say(
      String header, String row, String right) {
    MeasureReading reading =
        UkScheduleCsv.read("made", new StringReader(header + "\n" + row + "\n"));
    assertEquals(right, answer(reading, "CN"), reading.problems()::toString);
  }
}
