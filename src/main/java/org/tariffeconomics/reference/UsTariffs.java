package org.tariffeconomics.reference;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.io.ProgrammeCsv;
import org.tariffeconomics.io.hts.DatedLinesText;
import org.tariffeconomics.io.hts.ProgrammeKeyCsv;
import org.tariffeconomics.io.hts.ScheduleOutlineText;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ScheduleOutline;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The bundled tariff law of the United States from 1 January 2025 on: the ordinary duties and
 * preferences of every line of chapters 1 to 98, and the additional duties, each with its source.
 *
 * <p>The {@link #schedule} was made from all releases of the Harmonized Tariff Schedule by a
 * program of the build (profile {@code facts}) and is read chapter by chapter. The additional
 * duties lie beside this class in {@code us/*.csv}, one file a group of programmes, and are read by
 * the same code as a user's own files ({@link MeasureCsv}, {@link ProgrammeCsv}). What each file
 * leaves out is said in its first lines. A code that is no line comes out undetermined and names
 * the nearest lines; {@link TariffBook#withAll} adds measures.
 *
 * <p>Rows that were not verified in their source are left out unless asked for.
 *
 * @since 0.1.0
 */
public final class UsTariffs {

  /**
   * The last day for which text of the law was seen (official schedules to 2026-06-08, copies of
   * single notes after it); law of later days is assumed to be what was laid down by then.
   */
  public static final LocalDate FACTS_THROUGH = LocalDate.of(2026, 9, 29);

  /**
   * The first day of which the additional duties are held; what was law before is not known here.
   */
  public static final LocalDate FACTS_FROM = LocalDate.of(2025, 1, 1);

  private static final List<String> FILES =
      List.of(
          "s232-autos.csv",
          "s232-parts-trucks.csv",
          "s232-metals.csv",
          "s232-wood.csv",
          "s232-semiconductors.csv",
          "s232-pharmaceuticals.csv",
          "s232-drones.csv",
          "s232-polysilicon.csv",
          "s201.csv",
          "civil-aircraft.csv",
          "russia-column-2.csv",
          "ieepa-fentanyl.csv",
          "ieepa-reciprocal.csv",
          "ieepa-brazil-india.csv",
          "s122.csv",
          "s301-china.csv",
          "s301-brazil-nicaragua.csv",
          "s301-forced-labor.csv",
          "s338-canada.csv",
          "agricultural-safeguards.csv",
          "chapter-98.csv",
          "origins.csv",
          "embargoes.csv");

  private static final String PROGRAMME_KEY = "special-programmes.csv";
  private static final String SCHEDULE = "hts/";

  private static final String US = "us/";

  private static final String NAME = "bundled US measures";

  private static final String NO_CASE =
      "no anti-dumping or countervailing duty where none is declared";

  private static final String NOT_TOLD = "not told";

  private UsTariffs() {}

  /** Each book is read once, when it is first asked for. */
  private static final class Verified {
    private static final TariffBook BOOK = read(Facts.VERIFIED_ONLY);
  }

  private static final class Everything {
    private static final TariffBook BOOK = read(Facts.INCLUDING_UNVERIFIED);
  }

  /**
   * The book of the rows that were verified.
   *
   * @return the book of the territory {@code US}, in dollars, each duty rounded to the cent
   */
  public static TariffBook book() {
    return Verified.BOOK;
  }

  /**
   * The book of the rows that may stand.
   *
   * @param facts whether rows that were not verified may stand too
   * @return the book of the territory {@code US}, in dollars, each duty rounded to the cent
   */
  public static TariffBook book(Facts facts) {
    Objects.requireNonNull(facts, "facts");
    return facts == Facts.VERIFIED_ONLY ? Verified.BOOK : Everything.BOOK;
  }

  /**
   * The book of the rows that were verified, where anti-dumping and countervailing duties are left
   * open until they are declared.
   *
   * <p>They are due on goods of producers and exporters, within scopes in words, which no list of
   * codes tells: {@link #book()} takes goods to be under no case where none is declared, and says
   * so in every stamp. Here the duty is undetermined until both kinds are told: {@code AD
   * case=none; CVD case=none}, or {@code AD case=A-570-909; AD deposit=118.04%}.
   *
   * @return the book of the territory {@code US}
   */
  public static TariffBook bookAskingForCases() {
    return Asking.BOOK;
  }

  /** The bundled book with the two kinds of case as something to be told. */
  private static final class Asking {
    private static final TariffBook BOOK =
        Verified.BOOK
            .withAll(List.of(notTold("anti-dumping", "AD"), notTold("countervailing", "CVD")))
            .describedAs(Verified.BOOK.facts() + ", asking for AD/CVD cases", FACTS_THROUGH)
            .assumingThroughout();

    /** Charged at a rate that is not known where neither the case nor its deposit is told. */
    private static TariffMeasure notTold(String programme, String kind) {
      return TariffMeasure.adds(programme, "*", "*", "Free")
          .withRate(
              DutyRate.parse(
                  "see the case, declared as "
                      + kind
                      + " case=none, or with its "
                      + kind
                      + " deposit"))
          .withId(programme + " duty, not declared")
          .withCondition(kind + " case=" + NOT_TOLD)
          .withCondition(kind + " deposit=" + NOT_TOLD)
          .withSource(Source.user("19 U.S.C. 1671, 1673: on producers and exporters"));
    }
  }

  /** The programmes and the schedule are read beside the measures: the first answer waits. */
  private static TariffBook read(Facts facts) {
    ForkJoinTask<TariffBook> empty = ForkJoinTask.adapt(UsTariffs::withProgrammes).fork();
    ForkJoinTask<DatedSchedule> schedule = ForkJoinTask.adapt(() -> readSchedule(facts)).fork();
    // a test holds each row to be good, and all of them to stand together
    MeasureReading reading = reading(facts);
    List<TariffMeasure> rows = reading.unchecked();
    TariffBook book =
        empty
            .join()
            .withAllUnchecked(rows)
            .with(schedule.join())
            .assuming(UsualFacts.ordinaryGoods());
    TariffBook described =
        book.describedAs(NAME + notStanding(reading, schedule.join().key()), FACTS_THROUGH)
            .withFactsFrom(FACTS_FROM)
            .assumingThroughout(NO_CASE);
    return facts == Facts.VERIFIED_ONLY ? described.withVersion(version()) : described;
  }

  private static TariffBook withProgrammes() {
    return TariffBook.of("US", CurrencyUnit.USD, RoundingPolicy.EACH_DUTY_TO_CENT, List.of())
        .withProgrammes(programmes().orThrow().toArray(Programme[]::new));
  }

  /** The rows that no number rests on, for the stamp of each. */
  private static String notStanding(MeasureReading measures, ProgrammeKey key) {
    int rows = measures.excluded().size();
    int preferences = key.unconfirmed().size();
    List<String> said = new ArrayList<>();
    if (rows > 0) {
      said.add(rows + " unverified rows left out");
    }
    if (preferences > 0) {
      said.add(preferences + " unverified preferences left open");
    }
    return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
  }

  /** The version of the verified rows, worked out beforehand; a test holds it to the rows. */
  private static String version() {
    List<String> lines = new ArrayList<>();
    Bundled.lines(US + "version.txt", lines::add);
    return lines.get(0);
  }

  /**
   * The rows as they were read, with those excluded for want of verification.
   *
   * @param facts whether rows that were not verified may stand too
   * @return the reading
   */
  public static MeasureReading reading(Facts facts) {
    Objects.requireNonNull(facts, "facts");
    Collection<ProductList> lists = UsLists.all();
    return PartOfTerritory.added(
        FILES.parallelStream()
            .map(file -> MeasureCsv.read(file, open(file), facts, lists))
            .reduce(MeasureReading::and)
            .orElseThrow());
  }

  /**
   * The layers of the tariff with their legal authority, and which yields to which.
   *
   * @return the reading
   */
  public static Reading<List<Programme>> programmes() {
    return ProgrammeCsv.read(
        "programmes.csv", open("programmes.csv"), "yields.csv", open("yields.csv"));
  }

  /**
   * What the columns and symbols of the Harmonized Tariff Schedule stand for.
   *
   * @param facts whether rows that were not verified may stand too; where they may not, a claim to
   *     them leaves the duty open ({@link ProgrammeKey#unconfirmed})
   * @return the key
   */
  public static ProgrammeKey programmeKey(Facts facts) {
    Objects.requireNonNull(facts, "facts");
    return ProgrammeKeyCsv.read(PROGRAMME_KEY, open(PROGRAMME_KEY), facts).orThrow();
  }

  /**
   * The ordinary duties and preferences: column 1 general, special and column 2 of every line of
   * chapters 1 to 98, each with its days, read chapter by chapter when they are asked for.
   *
   * @param facts whether programmes that were not verified may be claimed too; where they may not,
   *     a claim to them leaves the duty open
   * @return the schedule
   */
  public static DatedSchedule schedule(Facts facts) {
    Objects.requireNonNull(facts, "facts");
    return (DatedSchedule) book(facts).sources().get(0);
  }

  /** The text that a schedule is read from, chapter by chapter. */
  private static void write(ScheduleOutline outline, Consumer<String> lines) {
    Bundled.lines(US + SCHEDULE + "outline.txt", lines);
    outline.chapters().forEach(chapter -> Bundled.lines(US + SCHEDULE + chapter + ".txt", lines));
  }

  private static DatedSchedule readSchedule(Facts facts) {
    ScheduleOutline outline =
        ScheduleOutlineText.read("outline.txt", open(SCHEDULE + "outline.txt"));
    return DatedSchedule.of(
        outline,
        programmeKey(facts),
        chapter -> DatedLinesText.read(chapter, open(SCHEDULE + chapter + ".txt")),
        lines -> write(outline, lines));
  }

  /**
   * The bundled book joined with a loaded release of the Harmonized Tariff Schedule: every line of
   * the release has its ordinary duty, its preferences and its column 2, and the additional duties
   * of the bundled measures. Their lists are written in the codes of the bundled editions: the duty
   * on a line that these do not have on the day, whose notes point to a heading of chapter 99 that
   * is not held or to a list without it, or whose notes in a release later than the bundle do not
   * point any more to the list of section 301 or of Russia that it is on, is undetermined, says so,
   * and is told once {@code additional duties checked=yes} is declared. Notes do not name the
   * duties of section 232 and of the emergency act: of these a later release tells nothing.
   *
   * <p>A release that is older than the bundled schedule is told by its rates: the stamps then say
   * of which days its ordinary duties are ({@link UsReleaseAge}).
   *
   * @param release the release, taken to be law on every day that is asked about
   * @return the book of the rows that were verified, with the release
   */
  public static TariffBook book(TariffSchedule release) {
    Objects.requireNonNull(release, "release");
    UsReleaseAge age = UsReleaseAge.of(release);
    DatedSchedule bundled = schedule(Facts.VERIFIED_ONLY);
    return book()
        .withoutSources()
        .with(
            new JoinedRelease(
                ScheduledDuties.of(release, bundled.key()),
                bundled,
                !age.isOlder() && pointsToAdditionalDuties(release)))
        .describedAs(
            age.name() + " + bundled additional duties" + book().facts().substring(NAME.length()),
            FACTS_THROUGH);
  }

  /** Whether it comes with its notes; a file without them says nothing of additional duties. */
  private static boolean pointsToAdditionalDuties(TariffSchedule release) {
    return release.lines().stream()
        .filter(line -> !line.code().digits().startsWith("99"))
        .flatMap(line -> line.references().stream())
        .anyMatch(each -> each.first().digits().startsWith("9903"));
  }

  /**
   * How far the bundled law goes for a line.
   *
   * @param line the line, with or without dots
   * @return the ordinary duty, and each programme: held, partly, not held, with its days
   * @throws IllegalArgumentException when it is no code
   */
  public static UsCoverage coverage(String line) {
    Objects.requireNonNull(line, "line");
    return UsCoverage.of(HsCode.of(line));
  }

  /**
   * The headings of chapter 99 that begin with some digits: what each does, from when to when, and
   * by which document.
   *
   * @param prefix for example {@code 9903.01}, with or without dots
   * @return the headings
   * @throws IllegalArgumentException when no heading begins so
   */
  public static UsProvisions provisions(String prefix) {
    Objects.requireNonNull(prefix, "prefix");
    return UsProvisions.of(prefix);
  }

  /**
   * A stamp of numbers that the bundled law went into, with the version and the last day of its
   * facts and what all its answers assume.
   */
  static Stamp assuming(Stamp stamp) {
    Stamp all = stamp.withVersion(book().version());
    all = all.newestFact() == null ? all.withNewestFact(FACTS_THROUGH) : all;
    return all.withAssumptions(book().assumedThroughout());
  }

  /** A stamp of what the bundled files say without the law being read. */
  static Stamp versioned(Stamp stamp) {
    return stamp.withVersion(version());
  }

  /** Of days before the first facts nothing is told. */
  static void requireHeld(LocalDate day) {
    if (day.isBefore(FACTS_FROM)) {
      throw new IllegalArgumentException(
          "day must not be before " + FACTS_FROM + ", the first held, but was " + day);
    }
  }

  private static Reader open(String file) {
    return Bundled.open(US + file);
  }
}
