package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.ScheduleReference;
import org.threeten.extra.LocalDateRange;

/**
 * The headings of chapter 99 of the United States schedule that were in force on some day since
 * 2025: what each does, when it began and ended, and by which document. A schedule goes on printing
 * headings long after they ended, so that what is printed is not what is in force.
 *
 * <pre>{@code
 * UsTariffs.provisions("9903.01").on("2026-06-08").table()
 * }</pre>
 *
 * @since 0.1.0
 */
public final class UsProvisions {

  /** The headings of subchapter III, and those of the agricultural safeguards. */
  private static final List<String> FILES = List.of("us/provisions.csv", "us/provisions-9904.csv");

  private static final List<String> COLUMNS =
      List.of(
          "heading",
          "programme",
          "role",
          "rate",
          "origins",
          "from",
          "until",
          "published",
          "conditions",
          "citation",
          "verification");

  /**
   * The duties that the Supreme Court found to be without a law, and from when they were not
   * collected.
   */
  private static final String VOID = "IEEPA";

  private static final LocalDate VOID_SINCE = LocalDate.of(2026, 2, 24);
  private static final String VOID_BY = "Learning Resources v. Trump, 20 February 2026; EO 14389";

  /** The subchapter of temporary changes; pointers to other places are no additional duties. */
  private static final String SUBCHAPTER_III = "9903";

  /**
   * Headings that are printed, and pointed to, though none of them was in force on any day since
   * 2025: ended safeguards, retaliation that was settled or suspended, exclusions that lapsed.
   */
  private static final List<String> DORMANT =
      List.of(
          "990304", "990308", "990319", "990327", "990340", "990341", "990345", "990353", "990385",
          "990388", "990389");

  private final String prefix;
  private final List<Provision> provisions;

  private UsProvisions(String prefix, List<Provision> provisions) {
    this.prefix = prefix;
    this.provisions = provisions;
  }

  /** What a heading does. */
  public enum Role {
    /** A duty on top, or in place of another. */
    CHARGES,
    /** An all-inclusive total. */
    TOPS_UP_TO,
    /** An exemption. */
    EXEMPTS,
    /** A rate within or over a quota. */
    QUOTA,
    /** A prohibition. */
    PROHIBITS
  }

  /** Whether a heading counts on a day. */
  public enum Status {
    /** It is in force. */
    IN_FORCE,
    /** It will be in force. */
    NOT_YET,
    /** It was in force. */
    ENDED,
    /** It was in force and is printed to this day, but a court found it to be without a law. */
    VOID,
    /** It counts only in periods that are announced, of which none was found. */
    SUSPENDED
  }

  /**
   * A heading at one rate.
   *
   * @param heading the heading, for example {@code 9903.01.25}
   * @param programme the programme that it belongs to
   * @param role what it does
   * @param rate the rate in words: {@code +10%} on top, {@code 15%} in all
   * @param origins the origins, {@code *} for all
   * @param days the days of force, half-open; empty where it counts only when that is announced,
   *     and no announcement was found
   * @param published when the text was published, null where that is not known here
   * @param conditions what it asks for, in words; may be empty
   * @param citation the document
   * @param verification how far the row was checked against it
   */
  public record Provision(
      String heading,
      String programme,
      Role role,
      String rate,
      String origins,
      LocalDateRange days,
      @Nullable LocalDate published,
      String conditions,
      String citation,
      Verification verification) {

    /**
     * Refuses nulls.
     *
     * @param heading the heading, for example {@code 9903.01.25}
     * @param programme the programme that it belongs to
     * @param role what it does
     * @param rate the rate in words: {@code +10%} on top, {@code 15%} in all
     * @param origins the origins, {@code *} for all
     * @param days the days of force, half-open, empty for none
     * @param published when the text was published, null where that is not known here
     * @param conditions what it asks for, in words; may be empty
     * @param citation the document
     * @param verification how far the row was checked against it
     */
    public Provision {
      Objects.requireNonNull(heading, "heading");
      Objects.requireNonNull(programme, "programme");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(origins, "origins");
      Objects.requireNonNull(days, "days");
      Objects.requireNonNull(conditions, "conditions");
      Objects.requireNonNull(citation, "citation");
      Objects.requireNonNull(verification, "verification");
    }

    /**
     * Whether it counts on a day.
     *
     * @param day the day
     * @return the status
     */
    public Status statusOn(LocalDate day) {
      Objects.requireNonNull(day, "day");
      if (days.isEmpty()) {
        return Status.SUSPENDED;
      }
      if (days.contains(day)) {
        return Status.IN_FORCE;
      }
      if (day.isBefore(days.getStart())) {
        return Status.NOT_YET;
      }
      boolean annulled = programme.startsWith(VOID) && !day.isBefore(VOID_SINCE);
      return annulled && days.getEnd().equals(VOID_SINCE) ? Status.VOID : Status.ENDED;
    }
  }

  /** Headings that ended on a day because others took their place. */
  private record Replacement(
      String first, String last, LocalDate until, String by, String document) {

    private boolean isOf(Provision ended) {
      return ended.days().getEnd().equals(until)
          && ended.heading().compareTo(first) >= 0
          && ended.heading().compareTo(last) <= 0;
    }

    private static @Nullable Replacement of(Row row) {
      LocalDate until = row.day("until");
      return until == null || !row.isGood()
          ? null
          : new Replacement(
              row.required("first"),
              row.required("last"),
              until,
              row.required("by"),
              row.required("document"));
    }
  }

  /** Read once, when first asked for. */
  private static final class Bundle {
    private static final List<Provision> ALL = read();
    private static final List<Replacement> REPLACED = readReplaced();
  }

  private static List<Replacement> readReplaced() {
    String file = "us/provisions-replaced.csv";
    List<String> columns = List.of("first", "last", "until", "by", "document");
    return CsvFile.read(file, Bundled.open(file), columns, columns)
        .records(Replacement::of)
        .orThrow();
  }

  private static List<Provision> read() {
    List<Provision> all = new ArrayList<>();
    for (String file : FILES) {
      Reading<List<Provision>> reading =
          CsvFile.read(file, Bundled.open(file), COLUMNS, COLUMNS).records(UsProvisions::provision);
      all.addAll(reading.orThrow());
    }
    return List.copyOf(all);
  }

  private static @Nullable Provision provision(Row row) {
    Role role = row.word("role", Role.class);
    Verification verification = row.word("verification", Verification.class);
    LocalDateRange days = row.days();
    LocalDate published = row.day("published");
    if (role == null || verification == null || !row.isGood()) {
      return null;
    }
    return new Provision(
        row.cell("heading"),
        row.cell("programme"),
        role,
        row.cell("rate"),
        row.cell("origins"),
        days,
        published,
        row.cell("conditions"),
        row.cell("citation"),
        verification);
  }

  /**
   * The headings that begin with some digits.
   *
   * @param prefix for example {@code 9903.01} or {@code 9903.01.25}, with or without dots
   * @return the headings in order
   * @throws IllegalArgumentException when no heading does
   */
  static UsProvisions of(String prefix) {
    String begin = Texts.plainSigns(Texts.readable("A heading", prefix)).strip();
    String digits = LegalLine.withoutSuffix(begin.replace(".", ""));
    List<Provision> some =
        Bundle.ALL.stream()
            .filter(each -> each.heading().replace(".", "").startsWith(digits))
            .sorted(
                Comparator.comparing(Provision::heading)
                    .thenComparing(each -> each.days().getStart()))
            .toList();
    if (some.isEmpty() || digits.isEmpty()) {
      throw new IllegalArgumentException(
          "No heading of chapter 99 that is held, of subchapters III (9903) and IV (9904), begins"
              + " with "
              + Texts.quoted(prefix)
              + ": write for example '9903.01' or '9903.88.03'");
    }
    return new UsProvisions(begin, some);
  }

  /** The origins of a heading as a scope reads; all where words narrow them. */
  static String originsOf(String heading) {
    return Bundle.ALL.stream()
        .filter(each -> each.heading().equals(heading))
        .map(each -> each.origins().replaceAll(" \\(.*", ""))
        .findFirst()
        .orElse("*");
  }

  /** The origins of some headings, as scopes read, each once. */
  static Set<String> originsOf(Pattern headings) {
    return Bundle.ALL.stream()
        .map(Provision::heading)
        .filter(heading -> headings.matcher(heading).matches())
        .map(UsProvisions::originsOf)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether what a line of a schedule points to is held here, or known to be of no effect. */
  static boolean isHeld(ScheduleReference pointer) {
    String first = pointer.first().digits();
    return !first.startsWith(SUBCHAPTER_III)
        || DORMANT.stream().anyMatch(first::startsWith)
        || Bundle.ALL.stream().anyMatch(each -> pointer.covers(HsCode.of(each.heading())));
  }

  /** {@return the headings, each as often as it had rates, in order} */
  public List<Provision> provisions() {
    return provisions;
  }

  /**
   * The headings as of a day.
   *
   * @param day the day
   * @return their state on it; after the last fact as it was laid down by then, as the table says
   * @throws IllegalArgumentException when the day is before the first of which law is held
   */
  public OnDay on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    UsTariffs.requireHeld(day);
    return new OnDay(prefix, provisions, day);
  }

  /**
   * The headings as of a day.
   *
   * @param day the day, ISO 8601
   * @return their state on it
   * @throws IllegalArgumentException when the day is before the first of which law is held
   */
  public OnDay on(String day) {
    return on(DayText.parse("day", day));
  }

  /** The state of the headings on one day. */
  public static final class OnDay {

    private final String prefix;
    private final List<Provision> provisions;
    private final LocalDate day;

    private OnDay(String prefix, List<Provision> provisions, LocalDate day) {
      this.prefix = prefix;
      this.provisions = provisions;
      this.day = day;
    }

    /**
     * The headings of one status.
     *
     * @param status which ones
     * @return the headings in order
     */
    public List<Provision> of(Status status) {
      Objects.requireNonNull(status, "status");
      return provisions.stream().filter(each -> each.statusOn(day) == status).toList();
    }

    /** What came after a rate that has ended under the same heading; empty where nothing did. */
    private Optional<Provision> next(Provision ended) {
      return provisions.stream()
          .filter(each -> each.heading().equals(ended.heading()))
          .filter(each -> each.role() == ended.role())
          .filter(each -> each.days().getStart().equals(ended.days().getEnd()))
          .findFirst();
    }

    /**
     * The later rate of the heading, or the headings that took its place; blank where it lapsed.
     */
    private String replacedBy(Provision ended) {
      return next(ended)
          .map(Provision::rate)
          .or(
              () ->
                  Bundle.REPLACED.stream()
                      .filter(each -> each.isOf(ended))
                      .map(each -> each.by() + " (" + each.document() + ")")
                      .findFirst())
          .map(by -> "replaced by " + by)
          .orElse("");
    }

    private String remark(Provision each) {
      return switch (each.statusOn(day)) {
        case VOID -> "printed, void: " + VOID_BY;
        case ENDED -> replacedBy(each);
        case SUSPENDED -> "counts when announced by the Secretary of Agriculture; not found";
        case IN_FORCE, NOT_YET -> "";
      };
    }

    /**
     * {@return the headings as a table: one row a heading and rate: heading, programme, what it
     * does, rate, origins, days, status, remark, document}
     */
    public Table table() {
      List<List<Cell>> rows = new ArrayList<>();
      for (Provision each : provisions) {
        rows.add(
            List.of(
                Cell.text(each.heading()),
                Cell.text(each.programme()),
                Cell.text(each.role().name()),
                Cell.text(each.rate()),
                Cell.text(each.origins()),
                Cell.text(Validity.text(each.days())),
                Cell.text(each.statusOn(day).name()),
                Cell.text(remark(each)),
                Cell.text(each.citation())));
      }
      Stamp stamp =
          UsTariffs.versioned(
              Stamp.statutory(day, "bundled headings of chapter 99")
                  .withNewestFact(UsTariffs.FACTS_THROUGH));
      return new Table(
          "Headings " + prefix + " on " + day,
          List.of(
              "heading",
              "programme",
              "does",
              "rate",
              "origins",
              "days",
              "status",
              "remark",
              "document"),
          rows,
          stamp.lines());
    }

    /** How many headings are in force. */
    @Override
    public String toString() {
      return of(Status.IN_FORCE).size() + " of " + provisions.size() + " in force on " + day;
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OnDay that
          && prefix.equals(that.prefix)
          && provisions.equals(that.provisions)
          && day.equals(that.day);
    }

    @Override
    public int hashCode() {
      return Objects.hash(prefix, provisions, day);
    }
  }

  /** How many rows there are. */
  @Override
  public String toString() {
    return "headings " + prefix + ", " + provisions.size() + " rows";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsProvisions that
        && prefix.equals(that.prefix)
        && provisions.equals(that.provisions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(prefix, provisions);
  }
}
