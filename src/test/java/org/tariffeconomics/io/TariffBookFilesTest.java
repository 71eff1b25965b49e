package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

class TariffBookFilesTest {

  private static Reading<TariffBook> read(Map<String, String> files) {
    return TariffBookFiles.read(
        name -> new StringReader(files.getOrDefault(name, "")), Facts.INCLUDING_UNVERIFIED);
  }

  @Test
  void the_templates_read_back() {
    TariffBook book = read(TariffBookFiles.template()).orThrow();
    assertEquals("US", book.territory());
    assertEquals(1, book.measures().size());
    assertEquals(1, book.programme("Reciprocal").yields().size());
    assertEquals("my own", book.facts());
    assertEquals(LocalDate.parse("2025-12-31"), book.newestFact().orElseThrow());
    String measures = MeasureCsv.template();
    assertEquals(
        1, MeasureCsv.read("m", new StringReader(measures), Facts.VERIFIED_ONLY).orThrow().size());
  }

  @Test
  void the_bundled_book_reads_back_from_a_folder(@TempDir Path folder) {
    TariffBook book = UsTariffs.book().withoutSources();
    TariffBookFiles.write(book, folder.resolve("us"));
    Reading<TariffBook> reading =
        TariffBookFiles.read(folder.resolve("us"), Facts.INCLUDING_UNVERIFIED);
    assertEquals(book, reading.orThrow());
    assertEquals(book.facts(), reading.orThrow().facts());
    assertEquals(book.newestFact(), reading.orThrow().newestFact());
    assertEquals(LocalDate.parse("2025-01-01"), reading.orThrow().oldestFact().orElseThrow());
    assertEquals(book.assumedThroughout(), reading.orThrow().assumedThroughout());
  }

  /** Before its first day a book knows no law; a copy of it that did would answer 2.5 %. */
  @Test
  void the_first_day_and_what_is_assumed_throughout_are_kept() {
    TariffBook book =
        TariffBook.us(TariffMeasure.base("8703", "2.5%"))
            .withFactsFrom(LocalDate.parse("2025-01-01"))
            .assumingThroughout("no dumping; none at all", "new goods");
    TariffBook back = read(TariffBookFiles.write(book)).orThrow();
    assertEquals(book, back);
    assertEquals(book.version(), back.version());
    assertEquals(book.assumedThroughout(), back.assumedThroughout());
    assertTrue(
        back.on("2019-06-01").stack(HsCode.of("8703"), Country.of("JP")).adValoremRate().isEmpty());
  }

  @Test
  void a_row_of_the_book_that_is_not_understood_leaves_no_book() {
    Map<String, String> files = new TreeMap<>(TariffBookFiles.template());
    files.put(
        "book.csv",
        "territory,currency,rounding_decimals,rounding_mode,rounding_level\n"
            + "US,DOLLAR,two,HALF,EACH_DUTY\n");
    Reading<TariffBook> reading = read(files);
    assertTrue(reading.optional().isEmpty());
    assertEquals(
        List.of("currency", "rounding_decimals", "rounding_mode"),
        reading.problems().stream().map(Problem::column).toList());
    assertEquals(3, reading.table().rows().size());
    assertEquals("nothing, 3 errors", reading.toString());
    assertThrows(IllegalArgumentException.class, reading::orThrow);
    files.put("book.csv", "territory,currency,rounding_decimals,rounding_mode,rounding_level\n");
    assertEquals(1, read(files).problems().size());
    String row = "US,USD,2,HALF_UP,EACH_DUTY\n";
    files.put("book.csv", files.get("book.csv") + row + row);
    assertTrue(read(files).optional().isPresent());
    assertTrue(read(files).problems().get(0).message().contains("one book"));
  }

  @Test
  void good_measures_survive_bad_ones_in_the_book() {
    Map<String, String> files = new TreeMap<>(TariffBookFiles.template());
    files.merge("measures.csv", "x,MFN,BASE,,1.23E+05,*,2%,,3025-01-01,,,,,,,,\n", String::concat);
    Reading<TariffBook> reading = read(files);
    assertEquals(2, reading.value().measures().size());
    assertTrue(reading.value().measures().get(1).rate() instanceof DutyRate.Unsupported);
    assertEquals("measures.csv", reading.problems().get(0).file());
    assertEquals(3, reading.problems().get(0).line());
  }

  /** Canada's $4.12/kg is Canadian; what has a code keeps it. */
  @Test
  void dollars_and_cents_are_those_of_the_book() {
    Map<String, String> files = new TreeMap<>(TariffBookFiles.template());
    files.computeIfPresent("book.csv", (f, text) -> text.replace("US,USD", "CA,CAD"));
    files.put(
        "measures.csv",
        "id,programme,rule,products,origins,rate\n"
            + "a,MFN,BASE,0401,*,$4.12/kg but not less than 3.32¢/kg\n"
            + "b,MFN,BASE,0402,*,USD 4/kg\n");
    List<TariffMeasure> measures = read(files).orThrow().measures();
    assertEquals(DutyRate.parse("max(4.12 CAD/kg, 0.0332 CAD/kg)"), measures.get(0).rate());
    assertEquals(DutyRate.parse("4 USD/kg"), measures.get(1).rate());
    assertEquals(DutyRate.parse("4.12 USD/kg"), DutyRate.parse("$4.12/kg", CurrencyUnit.EUR));
    assertEquals(
        DutyRate.parse("5% + 341 CNY/kg"), DutyRate.parse("5% + ¥341/kg", CurrencyUnit.of("CNY")));
    assertEquals(
        DutyRate.parse("2.5% + 0.009 AUD/kg"),
        DutyRate.parse("2.5% + 0.9 cents/kg", CurrencyUnit.of("AUD")));
  }

  /** A row that is not understood, and what exempts from its programme, leave the duty open. */
  @Test
  void what_names_a_programme_of_which_nothing_is_understood_is_open_too() {
    Map<String, String> files = new TreeMap<>(TariffBookFiles.template());
    files.put("programmes.csv", "name,authority,choice\nMFN,,MOST_SPECIFIC\n");
    files.put("yields.csv", "programme,yields_to\n");
    files.put(
        "measures.csv",
        "id,programme,rule,targets,products,origins,rate\n"
            + "m,MFN,BASE,,8703,*,2%\n"
            + "b,B,ADDS,,8703,*,7 percents\n"
            + "c,C,ADDZ,,8703,CN,7%\n"
            + "x,X,EXEMPTS,C,8703,MX,\n");
    Reading<TariffBook> reading = read(files);
    assertEquals(3, reading.count(Severity.ERROR), reading.problems()::toString);
    TariffBook book = reading.value();
    for (String origin : List.of("CN", "MX", "JP")) {
      assertEquals(
          DutyStack.Outcome.UNDETERMINED,
          book.on("2025-01-01").stack(HsCode.of("8703"), Country.of(origin)).outcome());
    }
  }

  @Test
  void a_programme_that_yields_to_nothing_known_cannot_be_written() {
    Programme lonely = Programme.of("A").withYieldTo(new Programme.Yield("B", Validity.always()));
    TariffBook book = TariffBook.us().withProgrammes(lonely);
    String message =
        assertThrows(IllegalArgumentException.class, () -> TariffBookFiles.write(book))
            .getMessage();
    assertEquals("Programme 'A' yields to 'B': describe it too", message);
    TariffBook known = book.with(TariffMeasure.of("B", Rule.ADDS, "*", "*", "5%"));
    assertEquals(known, read(TariffBookFiles.write(known)).orThrow());
  }

  @Test
  void a_file_that_is_missing_is_a_problem(@TempDir Path folder) throws IOException {
    TariffBookFiles.write(read(TariffBookFiles.template()).orThrow(), folder);
    Files.delete(folder.resolve("yields.csv"));
    Reading<TariffBook> reading = TariffBookFiles.read(folder, Facts.INCLUDING_UNVERIFIED);
    assertEquals("[yields.csv: the file is missing]", reading.problems().toString());
    assertEquals(2, reading.value().measures().size());
    assertTrue(reading.value().measures().get(1).rate() instanceof DutyRate.Unsupported);
    Files.delete(folder.resolve("book.csv"));
    Files.delete(folder.resolve("measures.csv"));
    Reading<TariffBook> none = TariffBookFiles.read(folder, Facts.INCLUDING_UNVERIFIED);
    assertTrue(none.optional().isEmpty());
    assertTrue(none.problems().toString().contains("measures.csv: the file is missing"));
  }

  /** Any text in any name: it reads back as it was, or is refused when it is written. */
  @Provide
  Arbitrary<TariffBook> oddBooks() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("aB;\"'=+-@#,n/a \t\r\n").ofMinLength(1).ofMaxLength(5),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(4),
            Arbitraries.of(
                "n/a", "N/A", "'n/a", "=A1", "'=A1", "NA", "none", " a", "a;b", "\"a\""));
    return Combinators.combine(names, names, names, names)
        .as(
            (id, programme, target, fact) ->
                oddBook("i" + id.length() + id, nonBlank(programme), nonBlank(target), fact));
  }

  private static String nonBlank(String text) {
    return text.isBlank() ? "P" : text;
  }

  private static TariffBook oddBook(String id, String programme, String target, String fact) {
    List<Condition> conditions = new ArrayList<>();
    try {
      conditions.add(Condition.parse("fact=" + fact));
    } catch (IllegalArgumentException e) {
      conditions.add(Condition.parse("fact=yes"));
    }
    TariffMeasure added = TariffMeasure.adds(target, "8703", "*", "10%").withId("added");
    TariffMeasure replaced =
        TariffMeasure.of(
                programme.equals(target) ? programme + "2" : programme,
                Rule.EXEMPTS,
                List.of(target),
                ProductScope.parse("8703"),
                OriginScope.all(),
                new DutyRate.Free())
            .withId(id)
            .withConditions(conditions)
            .withSource(new Source(nonBlank(fact), null, id, Verification.USER));
    return TariffBook.us(TariffMeasure.base("8703", "2.5%").withId("base"), added, replaced)
        .withProgrammes(Programme.of(target).withAuthority(id));
  }

  @Property(tries = 1000)
  void a_book_with_odd_names_reads_back_equal_or_is_refused(@ForAll("oddBooks") TariffBook book) {
    for (CsvStyle style : CsvStyle.values()) {
      Map<String, String> files;
      try {
        files = TariffBookFiles.write(book, style);
      } catch (IllegalArgumentException e) {
        assertFalse(String.valueOf(e.getMessage()).isBlank());
        continue;
      }
      assertEquals(book, read(files).orThrow());
    }
  }

  record Law(Rule rule, String products, String origins, String rate, String portion) {}

  record Times(int from, int length, int known, int endKnown) {}

  @Provide
  Arbitrary<TariffBook> books() {
    Arbitrary<Law> laws =
        Combinators.combine(
                Arbitraries.of(Rule.values()),
                Arbitraries.of("*", "8703", "8703 except 8703.10", "01,02 except 0101.21"),
                Arbitraries.of("*", "JP", "JP,KR", "* except CN,RU", "EU"),
                Arbitraries.of("Free", "2.5%", "33 1/3%", "5 cents/kg + 3%", "6.80%"),
                Arbitraries.of("full value", "steel content", "non-US content"))
            .as(Law::new);
    Arbitrary<Times> times =
        Combinators.combine(
                Arbitraries.integers().between(-1, 700),
                Arbitraries.integers().between(-1, 400),
                Arbitraries.integers().between(-1, 700),
                Arbitraries.integers().between(-1, 700))
            .as(Times::new);
    Arbitrary<String> texts =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(8)
            .withChars("aZ9,;\"'#\nü|= ")
            .map(text -> "t" + text.strip().replace("\r", "") + ".");
    Arbitrary<List<TariffMeasure>> measures =
        Combinators.combine(laws, times, texts, Arbitraries.of(Verification.values()))
            .as(TariffBookFilesTest::measure)
            .list()
            .ofMaxSize(6)
            .map(TariffBookFilesTest::numbered);
    return Combinators.combine(
            measures,
            texts,
            roundings(),
            Arbitraries.of(Programme.Choice.values()),
            Arbitraries.integers().between(-1, 500))
        .as(
            (law, text, rounding, choice, day) ->
                TariffBook.of(text, rounding.currency(), rounding.policy(), List.of())
                    .withProgrammes(
                        Programme.of("Y")
                            .withAuthority(text)
                            .withChoice(choice)
                            .withYieldTo(
                                new Programme.Yield(
                                    "R", Validity.during(from(day)).withKnownFrom(day(day)))),
                        Programme.of("Q"),
                        Programme.of("R"),
                        Programme.of("other, one"))
                    .withAll(law));
  }

  private record Rounding(CurrencyUnit currency, RoundingPolicy policy) {}

  /** Policies that a currency can bear: decimals or a step, with or without a step of the value. */
  private static Arbitrary<Rounding> roundings() {
    List<RoundingMode> modes = new ArrayList<>(List.of(RoundingMode.values()));
    modes.remove(RoundingMode.UNNECESSARY);
    return Combinators.combine(
            Arbitraries.of("USD", "CHF", "JPY", "KWD").map(CurrencyUnit::of),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of("", "1", "1000", "5", "50"),
            Arbitraries.of("", "1000", "2"),
            Arbitraries.of(modes),
            Arbitraries.of(RoundingPolicy.Level.values()))
        .as(
            (currency, decimals, step, base, mode, level) -> {
              int most = Math.min(decimals, currency.getDecimalPlaces());
              RoundingPolicy policy =
                  step.isEmpty()
                      ? new RoundingPolicy(most, mode, level)
                      : RoundingPolicy.ofStep(currency + " " + step, mode).withLevel(level);
              return new Rounding(
                  currency,
                  base.isEmpty() ? policy : policy.withBaseStep(currency + " " + base, mode));
            });
  }

  private static LocalDateRange from(int day) {
    LocalDate start = day(day);
    return start == null ? LocalDateRange.ALL : LocalDateRange.of(start, LocalDate.MAX);
  }

  private static LocalDate day(int number) {
    return number < 0 ? null : LocalDate.parse("2025-01-01").plusDays(number);
  }

  private static TariffMeasure measure(
      Law law, Times times, String text, Verification verification) {
    LocalDate start = times.from() < 0 ? LocalDate.MIN : day(times.from());
    LocalDate end =
        times.length() < 0 ? LocalDate.MAX : day(Math.max(0, times.from()) + times.length());
    boolean chargesNothing = law.rule() == Rule.EXEMPTS || law.rule() == Rule.PROHIBITS;
    boolean targets = law.rule() == Rule.REPLACES || law.rule() == Rule.EXEMPTS;
    return TariffMeasure.of(
            "P",
            law.rule(),
            targets ? List.of("Q", "other, one") : List.of(),
            ProductScope.parse(law.products()),
            OriginScope.parse(law.origins()),
            DutyRate.parse(chargesNothing ? "Free" : law.rate()))
        .withId(text)
        .withPortion(Portion.parse(law.portion()))
        .withValidity(
            Validity.during(LocalDateRange.of(start, end))
                .withKnownFrom(day(times.known()))
                .withEndKnownFrom(day(times.endKnown())))
        .withConditions(
            times.known() % 2 == 0 ? List.of(Condition.parse("claim=USMCA")) : List.of())
        .withSource(
            new Source(
                text, day(times.endKnown()), times.from() % 2 == 0 ? text : "", verification));
  }

  /** Each of a programme of its own and base duties on goods of their own: none may overlap. */
  private static List<TariffMeasure> numbered(List<TariffMeasure> measures) {
    List<TariffMeasure> numbered = new ArrayList<>();
    for (TariffMeasure m : measures) {
      int i = numbered.size();
      numbered.add(
          TariffMeasure.of(
                  "P" + i,
                  m.rule(),
                  m.targets(),
                  m.rule() == Rule.BASE ? ProductScope.parse("870" + i) : m.products(),
                  m.origins(),
                  m.rate())
              .withId(m.id() + i)
              .withPortion(m.portion())
              .withValidity(m.validity())
              .withConditions(m.conditions())
              .withSource(m.source()));
    }
    return numbered;
  }

  @Property(tries = 300)
  void any_book_reads_back_as_it_was_written(@ForAll("books") TariffBook book) {
    assertEquals(book, read(TariffBookFiles.write(book)).orThrow());
  }
}
