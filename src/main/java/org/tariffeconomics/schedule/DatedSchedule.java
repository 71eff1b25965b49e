package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A whole schedule whose lines carry their own days: the general rates, the preferences of the
 * special column and the rates of column 2, on every day from its first edition on.
 *
 * <p>It is read chapter by chapter: a question about a line reads the chapter that the line stands
 * in, once for all threads. Lines of a chapter that state the same rate for the same days share one
 * measure, which lists them. A legal line of eight digits and the statistical lines below it have
 * the same duties; a statistical code that the line no longer has, or never had, is answered by its
 * legal line, and {@link #remark} says so. A heading has one duty where all lines below it state
 * the same, and else those of its lines.
 *
 * <p>Days before the first edition are answered by it; the book that the schedule is law of says
 * from when its facts are.
 *
 * @since 0.1.0
 */
public final class DatedSchedule implements MeasureSource {

  private final ScheduleOutline outline;
  private final ProgrammeKey key;
  private final Function<String, List<DatedLine>> reader;

  /** Writes the text that the chapters are read from. */
  private final Consumer<Consumer<String>> text;

  private final KeyEntry.Table entries;
  private final NavigableSet<LocalDate> changes;
  private final OriginStates states;

  /** The chapters read so far, by their number. */
  private final AtomicReferenceArray<@Nullable ChapterDuties> chapters =
      new AtomicReferenceArray<>(100);

  /** One small object for all lines that say the same, cheap to compare. */
  private final Map<List<DutyGroup.Terms>, Object> kinds = new ConcurrentHashMap<>();

  private DatedSchedule(
      ScheduleOutline outline,
      ProgrammeKey key,
      Function<String, List<DatedLine>> reader,
      Consumer<Consumer<String>> text) {
    this.text = text;
    this.outline = outline;
    this.key = key;
    this.reader = reader;
    this.entries = new KeyEntry.Table(key);
    this.changes = OriginStates.changes(entries.all());
    this.changes.addAll(outline.editions().tailMap(outline.editions().firstKey(), false).keySet());
    this.states = new OriginStates(entries.all(), changes);
  }

  /**
   * A schedule.
   *
   * @param outline what is known of it before a chapter is read
   * @param key what its columns and symbols stand for
   * @param reader reads the lines of a chapter of two digits, those of one code in the order of
   *     their days; asked at most once for each chapter of the outline
   * @param text writes all that the chapters are read from, line by line, without reading it: what
   *     the version of a book is made from
   * @return the schedule, of which nothing is read yet
   */
  public static DatedSchedule of(
      ScheduleOutline outline,
      ProgrammeKey key,
      Function<String, List<DatedLine>> reader,
      Consumer<Consumer<String>> text) {
    Objects.requireNonNull(outline, "outline");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(text, "text");
    return new DatedSchedule(outline, key, reader, text);
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    Objects.requireNonNull(lines, "lines");
    key.writeContent(lines);
    text.accept(lines);
    return true;
  }

  /** {@return what is known of the schedule before any of its chapters is read} */
  public ScheduleOutline outline() {
    return outline;
  }

  /** {@return what its columns and symbols stand for} */
  public ProgrammeKey key() {
    return key;
  }

  private @Nullable ChapterDuties chapter(HsCode code) {
    String digits = code.digits();
    int number = 10 * (digits.charAt(0) - '0') + digits.charAt(1) - '0';
    ChapterDuties known = chapters.get(number);
    return known != null ? known : read(number, code.chapter());
  }

  /** One thread reads while others wait, so that each chapter is read once. */
  private synchronized @Nullable ChapterDuties read(int number, String chapter) {
    ChapterDuties known = chapters.get(number);
    if (known == null && outline.chapters().contains(chapter)) {
      known = read(chapter);
      chapters.set(number, known);
    }
    return known;
  }

  private ChapterDuties read(String chapter) {
    return ChapterDuties.of(
        reader.apply(chapter),
        entries,
        terms -> new DutyGroup(terms, outline, chapter),
        terms -> kinds.computeIfAbsent(terms, t -> new Object()));
  }

  private Stream<ChapterDuties> chapters() {
    return outline.chapters().stream().map(HsCode::of).map(this::chapter).filter(Objects::nonNull);
  }

  private @Nullable LineDuties legalLine(HsCode code) {
    ChapterDuties chapter = chapter(code);
    return chapter == null || code.digits().length() < DatedLine.DIGITS ? null : chapter.line(code);
  }

  /**
   * The legal line that a code lies in, as it stood on a day.
   *
   * @param code a code of eight digits or more
   * @param day the day of entry
   * @return the line with its texts and units; empty where the schedule has none
   */
  public Optional<DatedLine> line(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    LineDuties line = legalLine(code);
    return line == null ? Optional.empty() : line.on(day);
  }

  /**
   * A legal line over time.
   *
   * @param code a code of eight digits or more
   * @return how it stood, the earliest first; none where the schedule has no such line
   */
  public List<DatedLine> history(HsCode code) {
    Objects.requireNonNull(code, "code");
    LineDuties line = legalLine(code);
    return line == null ? List.of() : line.states();
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    ChapterDuties chapter = chapter(code);
    return chapter == null ? List.of() : chapter.measures(code, states.of(origin, day, knowledge));
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    LineDuties line = legalLine(code);
    return line == null ? List.of("its own", code) : line.kind();
  }

  @Override
  public Optional<Object> kindOnAllDays(HsCode code) {
    Objects.requireNonNull(code, "code");
    LineDuties line = legalLine(code);
    return line != null && isNumberThroughout(line, code)
        ? Optional.of(line.kind())
        : Optional.empty();
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return key.origins(rule, day, knowledge);
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    List<HsCode> lines = new ArrayList<>();
    chapters().forEach(chapter -> chapter.lines().values().forEach(l -> addTo(lines, l, day)));
    return lines;
  }

  @Override
  public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    ChapterDuties chapter = chapter(code);
    if (chapter == null) {
      return List.of();
    }
    if (code.digits().length() >= DatedLine.DIGITS) {
      return numbers(code, day, knowledge).map(line -> below(code, line)).orElse(List.of());
    }
    List<HsCode> lines = new ArrayList<>();
    chapter.below(code).values().forEach(l -> addTo(lines, l, day));
    return lines;
  }

  /** Whether a legal line has a number on each day that it is one. */
  private static boolean isNumberThroughout(LineDuties line, HsCode code) {
    return code.digits().length() > DatedLine.DIGITS && line.declaresAlways(code);
  }

  /** A line with the numbers that it was then known to have: no renumbering is known before. */
  private Optional<DatedLine> numbers(HsCode code, LocalDate day, Knowledge knowledge) {
    return knowledge
        .on(day)
        .filter(known -> known.isBefore(day))
        .flatMap(known -> line(code, known))
        .or(() -> line(code, day));
  }

  /**
   * The numbers of a legal line below a code; of a number that the line does not have, those that
   * took its place, or all of them where none did.
   */
  private List<HsCode> below(HsCode code, DatedLine legal) {
    if (CodeRemark.isLine(code, legal)) {
      if (code.digits().length() > DatedLine.DIGITS) {
        return List.of();
      }
      return legal.declarable().stream()
          .filter(line -> code.covers(line) && !line.equals(code))
          .toList();
    }
    List<HsCode> instead = CodeRemark.instead(code, legal, history(code));
    return instead.isEmpty() ? legal.declarable() : instead;
  }

  /** Whether a line lies below a heading on a day. */
  boolean hasBelow(HsCode heading, LocalDate day) {
    ChapterDuties chapter = chapter(heading);
    return chapter != null
        && chapter.below(heading).values().stream().anyMatch(line -> line.on(day).isPresent());
  }

  private static void addTo(List<HsCode> lines, LineDuties line, LocalDate day) {
    line.on(day).ifPresent(state -> lines.addAll(state.declarable()));
  }

  @Override
  public Optional<String> remark(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return new CodeRemark(this, code, day).text();
  }

  @Override
  public Optional<TariffMeasure> doubt(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return remark(code, day).map(why -> ChargesNotHeld.on(code, why));
  }

  @Override
  public NavigableSet<LocalDate> changeDays() {
    return new TreeSet<>(changes);
  }

  @Override
  public NavigableSet<LocalDate> knowledgeDays() {
    return key.knowledgeDays();
  }

  @Override
  public NavigableSet<MonthDay> seasonStarts() {
    return outline.seasons();
  }

  @Override
  public Set<String> programmes() {
    return key.names();
  }

  /** Two schedules are equal when they have one outline, whose version tells, and one key. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatedSchedule that
        && outline.equals(that.outline)
        && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(outline, key);
  }

  /** The name. */
  @Override
  public String toString() {
    return outline.name();
  }
}
