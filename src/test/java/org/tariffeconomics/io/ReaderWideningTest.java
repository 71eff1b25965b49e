package org.tariffeconomics.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.io.uk.UkCommodity;
import org.tariffeconomics.io.uk.UkCommodityJson;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/** Holds the readers to the law of {@link Garbling}: every cell of a file, and any two of them. */
class ReaderWideningTest {

  // --- a commodity of the UK and EU tariffs

  /** What is a valid other file without the value: a bound of days, or a list of conditions. */
  private static final List<String> MAY_BE_MISSING =
      List.of("effective_start_date", "effective_end_date", "number", "base", "duty_expression");

  private static final Garbling COMMODITY =
      new Garbling(
          text -> {
            UkCommodity read = UkCommodityJson.read("made", new StringReader(text)).value();
            return read.code()
                .map(
                    code ->
                        TariffBook.of(
                            "XI",
                            CurrencyUnit.EUR,
                            RoundingPolicy.EACH_DUTY_TO_CENT,
                            read.measures()));
          },
          "2021-06-01",
          "EUR 8000",
          List.of(
              "0702000007 NZ with entry price=80 EUR/100 kg",
              "0702000007 NZ with entry price=75 EUR/100 kg",
              "0702000007 BD with entry price=75 EUR/100 kg",
              "0702000007 BD claiming preference 2005 with entry price=75 EUR/100 kg",
              "0702000007 RS claiming preference 2005 with entry price=80 EUR/100 kg",
              "0702000007 DE claiming preference EU with entry price=80 EUR/100 kg; quota:054567=in",
              "0702000007 DE claiming preference EU with entry price=80 EUR/100 kg; quota:054567=out",
              "0702000007 DE with entry price=80 EUR/100 kg",
              "0702000007 TR with entry price=80 EUR/100 kg; additional code=B132; certificates=D008",
              "0702000007 TR with entry price=80 EUR/100 kg; additional code=B132; certificates=none",
              "0702000007 TR with entry price=80 EUR/100 kg; additional code=B999",
              "0702000007 TR with entry price=80 EUR/100 kg; additional code=B777",
              "0702000007 AD claiming customs union AD with entry price=80 EUR/100 kg",
              "0702000007 KP with entry price=80 EUR/100 kg"));

  private static String commodity() {
    try (var in =
        Objects.requireNonNull(
            ReaderWideningTest.class.getResourceAsStream("made-commodity.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void no_value_of_a_commodity_that_is_garbled_or_missing_gives_another_duty() {
    String json = commodity();
    List<String> whole = COMMODITY.answers(json);
    COMMODITY.requireDefinite(whole, 9);
    for (int[] each : Garbling.leaves(json, List.of())) {
      COMMODITY.requireNoOther(
          whole, Garbling.garbledLeaf(json, each), Garbling.around(json, each));
    }
    for (int[] each : Garbling.leaves(json, MAY_BE_MISSING)) {
      COMMODITY.requireNoOther(
          whole, Garbling.missingLeaf(json, each), "null for " + Garbling.around(json, each));
    }
  }

  /** The property below found it: the code 999 of a list whose type is not read is for others. */
  @Test
  void a_list_of_producers_of_which_no_type_is_read_may_reach_producers_it_does_not_name() {
    String json = commodity();
    COMMODITY.requireNoOther(
        COMMODITY.answers(json), json.replace("\"552\"", "\"\u00a7552\""), "both types 552");
  }

  @Property(tries = 200)
  void no_two_values_of_a_commodity_do(
      @ForAll @IntRange(max = 10_000) int one, @ForAll @IntRange(max = 10_000) int other) {
    String json = commodity();
    two(COMMODITY, json, Garbling.leaves(json, List.of()), Garbling::garbledLeaf, one, other);
  }

  // --- a release of the US schedule

  private static final Garbling RELEASE =
      new Garbling(
          text -> {
            TariffSchedule schedule =
                HtsFile.read(
                        "made", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .value();
            return Optional.of(
                TariffBook.us().with(ScheduledDuties.of(schedule, SmallSchedule.key())));
          },
          "2026-01-15",
          "USD 10000",
          List.of(
              "8703.23.01 JP",
              "8703.23.01.40 KR claiming KORUS",
              "8703.23.01.40 DO claiming CAFTA-DR",
              "8703.23.01 RU",
              "8704.21.01 CA claiming USMCA",
              "0201.10.50.10 AU claiming AUSFTA",
              "0201.10.50 AU",
              "0201.20.50.15 JP",
              "0201.20.50.25 MX claiming USMCA",
              "0201.20.50.25 KP"));

  private static String release() {
    StringBuilder json = new StringBuilder();
    for (ScheduleRow row : SmallSchedule.rows()) {
      json.append(json.isEmpty() ? "[" : ",\n");
      json.append(
          String.format(
              Locale.ROOT,
              "{\"htsno\":\"%s\",\"indent\":\"%d\",\"description\":\"%s\",\"units\":[],"
                  + "\"general\":\"%s\",\"special\":\"%s\",\"other\":\"%s\"}",
              row.code(),
              row.indent(),
              row.description(),
              row.general().replace("A+,", ""),
              row.special().replace("A+,", "").replace(",CL", "").replace("\n", ""),
              row.other()));
    }
    return json.append("]").toString();
  }

  @Test
  void no_cell_of_a_release_that_is_garbled_gives_another_duty() {
    String json = release();
    List<String> whole = RELEASE.answers(json);
    RELEASE.requireDefinite(whole, 10);
    for (int[] each : Garbling.leaves(json, List.of())) {
      RELEASE.requireNoOther(whole, Garbling.garbledLeaf(json, each), Garbling.around(json, each));
    }
  }

  @Property(tries = 200)
  void no_two_cells_of_a_release_do(
      @ForAll @IntRange(max = 10_000) int one, @ForAll @IntRange(max = 10_000) int other) {
    String json = release();
    two(RELEASE, json, Garbling.leaves(json, List.of()), Garbling::garbledLeaf, one, other);
  }

  // --- the files of a book

  private static final Map<String, String> BOOK =
      Map.of(
          "book.csv",
          "territory,currency,rounding_mode,rounding_level,rounding_decimals\n"
              + "US,USD,HALF_UP,EACH_DUTY,2\n",
          "programmes.csv",
          "name,authority,choice\nMFN,,MOST_SPECIFIC\nA,law,HIGHEST\nB,law,MOST_SPECIFIC\n",
          "yields.csv",
          "programme,yields_to,from,until,known_from\nB,A,2025-01-01,2026-01-01,2024-12-01\n",
          "measures.csv",
          "id,programme,rule,targets,products,origins,rate,portion,from,until,known_from,"
              + "end_known_from,conditions,verification,planned_until\n"
              + "m,MFN,BASE,,8703,*,2.5%,,,,,,,USER,\n"
              + "m2,MFN,BASE,,8703.23,JP,3%,,2025-01-01,2026-01-01,2024-12-01,,,USER,\n"
              + "p,P,PREFERENCE,,8703,KR,Free,,2025-01-01,,,,,USER,\n"
              + "a,A,ADDS,,8703.23,CN,20%,steel content,2025-01-01,2026-01-01,,,,USER,\n"
              + "a2,A,ADDS,,8703,CN,10%,,,2025-12-01,,2025-02-01,age<25,USER,2026-06-01\n"
              + "b,B,ADDS,,8703,*,7%,,2025-03-01,,,,,USER,\n"
              + "t,T,TOPS_UP_TO,,8703,JP,15%,,,,,,,USER,\n"
              + "x,X,EXEMPTS,B,8703,MX,,,,,,,claim=P2,USER,\n"
              + "p2,P2,PREFERENCE,,8703,MX,1%,,,,,,,USER,\n"
              + "z,Z,PROHIBITS,,8703,KP,,,,,,,,USER,\n");

  private static final String NO_ASSUMPTIONS = AssumptionCsv.write(List.of(), CsvStyle.PLAIN);

  private static Garbling book(String file) {
    return new Garbling(
        text -> {
          Map<String, String> files = new HashMap<>(BOOK);
          files.put(file, text);
          return TariffBookFiles.read(
                  name -> new StringReader(files.getOrDefault(name, NO_ASSUMPTIONS)),
                  Facts.INCLUDING_UNVERIFIED)
              .optional();
        },
        "2025-06-15",
        "USD 10000",
        List.of(
            "8703.23 JP",
            "8703.23 KR claiming P",
            "8703.23 KR",
            "8703.23 CN with content:steel=0.4; age=10",
            "8703.10 CN with content:steel=0.4; age=10",
            "8703.23 MX claiming P2",
            "8703.23 MX",
            "8703.23 KP"));
  }

  /** Where any text is a name, which is another file's. */
  private static final List<String> NAMES =
      List.of("id", "programme", "name", "authority", "conditions");

  @Test
  void no_cell_of_the_files_of_a_book_that_is_garbled_gives_another_duty() {
    for (String file : List.of("measures.csv", "programmes.csv", "yields.csv", "book.csv")) {
      Garbling garbling = book(file);
      String csv = BOOK.get(file);
      List<String> whole = garbling.answers(csv);
      garbling.requireDefinite(whole, 8);
      List<String> except =
          file.equals("book.csv")
              ? List.of("territory")
              : file.equals("yields.csv") ? List.of() : NAMES;
      for (int[] each : Garbling.cells(csv, except)) {
        garbling.requireNoOther(
            whole, Garbling.garbledCell(csv, each), file + " " + Garbling.around(csv, each));
      }
    }
  }

  @Property(tries = 200)
  void no_two_cells_of_a_file_of_measures_do(
      @ForAll @IntRange(max = 10_000) int one, @ForAll @IntRange(max = 10_000) int other) {
    String csv = BOOK.get("measures.csv");
    two(book("measures.csv"), csv, Garbling.cells(csv, NAMES), Garbling::garbledCell, one, other);
  }

  /** Garbles the later place first, so that the earlier one stays where it was. */
  private static void two(
      Garbling garbling,
      String text,
      List<int[]> places,
      BiFunction<String, int[], String> garble,
      int one,
      int other) {
    List<int[]> both = new ArrayList<>();
    both.add(places.get(one % places.size()));
    both.add(places.get(other % places.size()));
    both.sort((a, b) -> b[0] - a[0]);
    if (both.get(0)[0] == both.get(1)[0]) {
      both.remove(1);
    }
    String garbled = text;
    StringBuilder what = new StringBuilder();
    for (int[] each : both) {
      what.append(Garbling.around(text, each)).append(" | ");
      garbled = garble.apply(garbled, each);
    }
    garbling.requireNoOther(garbling.answers(text), garbled, what.toString());
  }
}
