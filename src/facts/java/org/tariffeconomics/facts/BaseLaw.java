package org.tariffeconomics.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.io.hts.ChangeRecord;
import org.tariffeconomics.io.hts.DatedLinesText;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.io.hts.ReleaseCalendarCsv;
import org.tariffeconomics.io.hts.ReleaseHistory;
import org.tariffeconomics.io.hts.ScheduleOutlineText;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SeasonalRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.ReleaseCalendar;
import org.tariffeconomics.schedule.ScheduleOutline;

/**
 * Makes the bundled base law of the United States from the releases of its schedule: a file a
 * chapter and an outline, the same bytes for the same releases. Says what the releases changed, and
 * which files differ from those that were there.
 *
 * <p>Arguments: the folder to write to, and the folders in which releases and change records lie.
 */
public final class BaseLaw {

  private static final Path CALENDAR = Path.of("src/facts/resources/us-releases.csv");
  private static final Path SLIPS = Path.of("src/facts/resources/us-slips.csv");
  private static final int VERSION_DIGITS = 8;

  private final List<Path> folders;

  private BaseLaw(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * Makes the files.
   *
   * @param args the folder to write to, and the folders to read from
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "Write: the folder of the bundle, and the folders of releases and change records");
    }
    BaseLaw law = new BaseLaw(Stream.of(args).skip(1).map(Path::of).toList());
    law.write(Path.of(args[0]));
  }

  private void write(Path to) throws IOException {
    ReleaseCalendar calendar = ReleaseCalendarCsv.read(CALENDAR).orThrow();
    ReleaseHistory history = ReleaseHistory.create(slips());
    Map<String, ChangeRecord> records = records();
    for (ReleaseCalendar.Entry each : calendar.entries()) {
      history.add(release(each, records));
    }
    List<DatedLine> lines = history.lines();
    Map<String, String> files = new TreeMap<>();
    lines.stream()
        .collect(Collectors.groupingBy(l -> l.code().chapter(), TreeMap::new, Collectors.toList()))
        .forEach((chapter, of) -> files.put(chapter + ".txt", DatedLinesText.write(of)));
    files.put("outline.txt", ScheduleOutlineText.write(outline(calendar, history, lines, files)));
    report(history, lines);
    Files.createDirectories(to);
    for (Map.Entry<String, String> each : files.entrySet()) {
      put(to.resolve(each.getKey()), each.getValue());
    }
  }

  private static Map<String, ReleaseHistory.Slip> slips() throws IOException {
    return Files.readAllLines(SLIPS).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(
            Collectors.toMap(
                cells -> cells[0] + " " + cells[1],
                cells -> ReleaseHistory.Slip.valueOf(cells[2]),
                (one, other) -> one,
                TreeMap::new));
  }

  private ReleaseHistory.Release release(
      ReleaseCalendar.Entry entry, Map<String, ChangeRecord> records) {
    boolean isAnnual = entry.release().endsWith("_basic");
    return new ReleaseHistory.Release(
        title(entry.release()),
        HtsFile.read(find(entry.release() + ".json.gz")).value(),
        entry.effective(),
        isAnnual,
        records.get(entry.release()));
  }

  /** For example {@code HTS 2025 Revision 16} for {@code hts_2025_rev_16}. */
  private static String title(String release) {
    String[] parts = release.split("_");
    return "HTS "
        + parts[1]
        + (parts[2].equals("rev") ? " Revision " + parts[3] : " Basic Edition");
  }

  private Path find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No " + name + " in " + folders));
  }

  private Map<String, ChangeRecord> records() throws IOException {
    Map<String, ChangeRecord> records = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith("_change_record.txt"))
            .forEach(file -> records.put(release(file), ChangeRecord.read(file).value()));
      }
    }
    return records;
  }

  /** For example {@code hts_2025_rev_16} for {@code 2025HTSRev16_change_record.txt}. */
  private static String release(Path record) {
    String name = record.getFileName().toString().replace("_change_record.txt", "");
    String year = name.substring(0, 4);
    String edition = name.substring(7);
    return "hts_"
        + year
        + (edition.equals("Basic") ? "_basic" : "_rev_" + edition.substring("Rev".length()));
  }

  private static ScheduleOutline outline(
      ReleaseCalendar calendar,
      ReleaseHistory history,
      List<DatedLine> lines,
      Map<String, String> files) {
    ReleaseCalendar.Entry first = calendar.entries().get(0);
    ReleaseCalendar.Entry last = calendar.entries().get(calendar.entries().size() - 1);
    TreeMap<LocalDate, String> editions = new TreeMap<>(history.changeDays());
    editions.put(first.effective(), title(first.release()));
    return new ScheduleOutline(
        title(first.release()) + " to " + title(last.release()).replace("HTS ", ""),
        version(files),
        editions,
        last.published(),
        seasons(lines),
        lines.stream().map(l -> l.code().chapter()).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String version(Map<String, String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NavigableSet<MonthDay> seasons(List<DatedLine> lines) {
    NavigableSet<MonthDay> seasons = new TreeSet<>();
    lines.stream()
        .flatMap(l -> Stream.of(l.general(), l.other()))
        .distinct()
        .map(DutyRate::parse)
        .forEach(rate -> seasons.addAll(SeasonalRate.starts(rate)));
    lines.stream()
        .map(DatedLine::special)
        .distinct()
        .flatMap(text -> SpecialRate.parse(text).stream())
        .forEach(group -> seasons.addAll(SeasonalRate.starts(group.rate())));
    return seasons;
  }

  private static void report(ReleaseHistory history, List<DatedLine> lines) {
    System.out.println(history);
    System.out.println(
        lines.stream().mapToLong(l -> l.statistical().size()).sum() + " statistical states");
    Map<String, Long> counts =
        history.changes().stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.release() + ", " + c.what(), TreeMap::new, Collectors.counting()));
    counts.forEach((what, count) -> System.out.println(what + ": " + count));
    history.changes().forEach(System.out::println);
  }

  private static void put(Path file, String text) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    if (!before.equals(text)) {
      System.out.println((before.isEmpty() ? "new " : "changed ") + file);
      Files.writeString(file, text);
    }
  }
}
