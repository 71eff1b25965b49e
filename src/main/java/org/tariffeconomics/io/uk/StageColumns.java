package org.tariffeconomics.io.uk;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.schedule.StageCalendar.Count;

/**
 * Which columns of a file hold what of a staged schedule.
 *
 * @param code the column of the tariff line
 * @param description that of the goods
 * @param base that of the base rate
 * @param baseText that of a base rate in words
 * @param basket that of the staging category
 * @param count how years are counted
 * @param years the columns of each year
 */
record StageColumns(
    String code,
    String description,
    String base,
    String baseText,
    String basket,
    Count count,
    NavigableMap<Integer, Cells> years) {

  /** The columns of a year: a percentage, and a rate in words; either may be missing. */
  record Cells(String percent, String text) {}

  /** The columns of percentages. */
  Set<String> percents() {
    Set<String> percents = new HashSet<>(Set.of(base));
    years.values().forEach(each -> percents.add(each.percent()));
    return percents;
  }

  private static final String NONE = "\u0000";
  private static final Pattern CALENDAR = Pattern.compile("(?:y|alt_)([0-9]{4})");
  private static final Pattern OF_FORCE = Pattern.compile("year([0-9]{1,2})(?:_alt)?");
  private static final Pattern ANNEX =
      Pattern.compile("(eif|entry into force|year ([a-z]+|[0-9]{1,2}))(?: and subsequent.*)?");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20));

  /** The columns of a header in small letters; empty where it is not that of a staged schedule. */
  static Optional<StageColumns> of(List<String> header) {
    Optional<String> code = StagedScheduleCsv.codeColumn(header);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    String line = code.orElseThrow();
    if (line.equals("hs code")) {
      NavigableMap<Integer, Cells> years = annexYears(header);
      return columns(years, line, "description", "base rate", "modality", Count.YEARS_OF_FORCE);
    }
    NavigableMap<Integer, Cells> calendar = years(header, CALENDAR);
    boolean isCalendar = !calendar.isEmpty();
    return columns(
        isCalendar ? calendar : years(header, OF_FORCE),
        line,
        "tl_desc",
        "base_rate",
        header.contains("stagingbasket") ? "stagingbasket" : "staging_basket",
        isCalendar ? Count.CALENDAR_YEARS : Count.YEARS_OF_FORCE);
  }

  private static Optional<StageColumns> columns(
      NavigableMap<Integer, Cells> years,
      String code,
      String description,
      String base,
      String basket,
      Count count) {
    return years.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StageColumns(code, description, base, base + "_alt", basket, count, years));
  }

  private static NavigableMap<Integer, Cells> years(List<String> header, Pattern pattern) {
    NavigableMap<Integer, Cells> years = new TreeMap<>();
    for (String column : header) {
      Matcher matcher = pattern.matcher(column);
      if (matcher.matches()) {
        boolean isText = column.contains("alt");
        Cells cells = isText ? new Cells(NONE, column) : new Cells(column, NONE);
        years.merge(Integer.valueOf(matcher.group(1)), cells, StageColumns::both);
      }
    }
    return years;
  }

  private static Cells both(Cells one, Cells other) {
    return new Cells(
        one.percent().equals(NONE) ? other.percent() : one.percent(),
        one.text().equals(NONE) ? other.text() : one.text());
  }

  private static NavigableMap<Integer, Cells> annexYears(List<String> header) {
    NavigableMap<Integer, Cells> years = new TreeMap<>();
    for (String column : header) {
      Matcher matcher = ANNEX.matcher(column);
      if (matcher.matches()) {
        String number = matcher.group(2);
        Integer year = number == null ? Integer.valueOf(1) : number(number);
        if (year != null) {
          years.putIfAbsent(year, new Cells(column, NONE));
        }
      }
    }
    return years;
  }

  private static @Nullable Integer number(String text) {
    Integer word = NUMBERS.get(text);
    return word != null ? word : text.matches("[0-9]+") ? Integer.valueOf(text) : null;
  }
}
