package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.Rule;
import org.threeten.extra.LocalDateRange;

/**
 * The key to the columns of a schedule: what the general rate is called, which origins pay column
 * 2, and what each symbol of the special column stands for. A symbol may stand for a programme in
 * several entries with their own origins and days.
 */
public final class ProgrammeKey {

  private final String general;
  private final String column2;
  private final List<Column2Days> column2Days;
  private final Map<String, List<SpecialProgramme>> bySymbol;

  /**
   * Origins that pay column 2 for some days.
   *
   * @param origins the origins
   * @param inForce the days, half-open
   * @param knownFrom the first day on which that was known, null for ever since
   */
  public record Column2Days(
      OriginScope origins, LocalDateRange inForce, @Nullable LocalDate knownFrom) {

    /** The origins and the days. */
    @Override
    public String toString() {
      return origins + " " + inForce;
    }
  }

  private ProgrammeKey(
      String general,
      String column2,
      List<Column2Days> column2Days,
      Map<String, List<SpecialProgramme>> bySymbol) {
    this.general = general;
    this.column2 = column2;
    this.column2Days = column2Days;
    this.bySymbol = bySymbol;
  }

  /**
   * A key.
   *
   * @param general the programme of the general column, {@code MFN}
   * @param column2 the programme of column 2, {@code Column 2}
   * @param column2Days who pays column 2, and when
   * @param programmes the programmes of the special column
   * @return the key
   */
  public static ProgrammeKey of(
      String general,
      String column2,
      Collection<Column2Days> column2Days,
      Collection<SpecialProgramme> programmes) {
    Map<String, List<SpecialProgramme>> bySymbol = new TreeMap<>();
    for (SpecialProgramme each : programmes) {
      bySymbol.computeIfAbsent(each.symbol(), s -> new ArrayList<>()).add(each);
    }
    bySymbol.replaceAll((symbol, entries) -> List.copyOf(entries));
    return new ProgrammeKey(general, column2, List.copyOf(column2Days), bySymbol);
  }

  /** {@return the programme of the general column: its name} */
  public String general() {
    return general;
  }

  /** {@return the programme of column 2: its name} */
  public String column2() {
    return column2;
  }

  /**
   * Who pays column 2, and when.
   *
   * @return the entries
   */
  public List<Column2Days> column2Days() {
    return column2Days;
  }

  /**
   * What a symbol stands for.
   *
   * @param symbol the symbol as the schedule prints it
   * @return the entries; none for a symbol that the key does not know
   */
  public List<SpecialProgramme> programmes(String symbol) {
    return bySymbol.getOrDefault(symbol, List.of());
  }

  /**
   * Every programme of the special column.
   *
   * @return the entries by symbol
   */
  public List<SpecialProgramme> programmes() {
    return bySymbol.values().stream().flatMap(List::stream).toList();
  }

  /** The programmes that a symbol stands for and that are open to an origin on a day. */
  List<SpecialProgramme> openTo(
      Country origin, String symbol, LocalDate day, Optional<LocalDate> knownOn) {
    List<SpecialProgramme> open = new ArrayList<>(1);
    for (SpecialProgramme each : programmes(symbol)) {
      if (each.inForce().contains(day)
          && isKnown(each.knownFrom(), knownOn)
          && each.origins().includes(origin, day)) {
        open.add(each);
      }
    }
    return open;
  }

  private List<SpecialProgramme> inForce(
      String symbol, LocalDate day, Optional<LocalDate> knownOn) {
    return programmes(symbol).stream()
        .filter(p -> p.inForce().contains(day) && isKnown(p.knownFrom(), knownOn))
        .toList();
  }

  List<Column2Days> column2(LocalDate day, Optional<LocalDate> knownOn) {
    return column2Days.stream()
        .filter(c -> c.inForce().contains(day) && isKnown(c.knownFrom(), knownOn))
        .toList();
  }

  /** The origins that measures of a rule speak of on a day, as known on a day. */
  List<OriginScope> origins(Rule rule, LocalDate day, Optional<LocalDate> knownOn) {
    Stream<OriginScope> scopes =
        rule == Rule.BASE
            ? Stream.concat(
                Stream.of(OriginScope.all()),
                column2(day, knownOn).stream().map(Column2Days::origins))
            : bySymbol.keySet().stream()
                .flatMap(symbol -> inForce(symbol, day, knownOn).stream())
                .map(SpecialProgramme::origins);
    return scopes.distinct().toList();
  }

  static boolean isKnown(@Nullable LocalDate knownFrom, Optional<LocalDate> knownOn) {
    return knownFrom == null || knownOn.map(k -> !knownFrom.isAfter(k)).orElse(true);
  }

  NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    column2Days.forEach(c -> add(days, c.inForce()));
    programmes().forEach(p -> add(days, p.inForce()));
    return days;
  }

  NavigableSet<LocalDate> knowledgeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    column2Days.forEach(c -> Optional.ofNullable(c.knownFrom()).ifPresent(days::add));
    programmes().forEach(p -> Optional.ofNullable(p.knownFrom()).ifPresent(days::add));
    return days;
  }

  private static void add(NavigableSet<LocalDate> days, LocalDateRange range) {
    days.add(range.getStart());
    days.add(range.getEnd());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProgrammeKey that
        && general.equals(that.general)
        && column2.equals(that.column2)
        && column2Days.equals(that.column2Days)
        && bySymbol.equals(that.bySymbol);
  }

  @Override
  public int hashCode() {
    return bySymbol.hashCode();
  }

  /** How many symbols it explains. */
  @Override
  public String toString() {
    return "key to " + bySymbol.size() + " symbols";
  }
}
