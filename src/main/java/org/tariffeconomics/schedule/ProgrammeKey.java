package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.tariff.Rule;

/**
 * The key to the columns of a schedule: what the general rate is called, which origins pay column
 * 2, and what each symbol of the special column stands for. A symbol may stand for a programme in
 * several entries with their own origins and days.
 *
 * @since 0.1.0
 */
public final class ProgrammeKey {

  /**
   * The symbol of what a line grants that is free in the general column, where the special one is
   * blank: programmes that may be claimed for the sake of other duties and fees.
   */
  public static final String FREE_LINES = "free";

  /**
   * The fact that opens a programme of which it is not confirmed who may claim it, followed by the
   * programme's name: a claim to it leaves the duty open until that is declared.
   */
  public static final String CONFIRMED = "programme confirmed:";

  private final String general;
  private final String column2;
  private final List<Column2Days> column2Days;
  private final Map<String, List<SpecialProgramme>> bySymbol;
  private final List<SpecialProgramme> unconfirmed;

  /**
   * Origins that pay column 2 for some days.
   *
   * @param origins the origins
   * @param validity the days on which they do, and from when that was known
   */
  public record Column2Days(OriginScope origins, Validity validity) {

    /**
     * Refuses nulls.
     *
     * @param origins the origins
     * @param validity the days on which they do, and from when that was known
     */
    public Column2Days {
      Objects.requireNonNull(origins, "origins");
      Objects.requireNonNull(validity, "validity");
    }

    /** The origins and the days. */
    @Override
    public String toString() {
      return origins + " " + validity;
    }
  }

  private ProgrammeKey(
      String general,
      String column2,
      List<Column2Days> column2Days,
      Map<String, List<SpecialProgramme>> bySymbol,
      List<SpecialProgramme> unconfirmed) {
    this.general = general;
    this.column2 = column2;
    this.column2Days = column2Days;
    this.bySymbol = bySymbol;
    this.unconfirmed = unconfirmed;
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
    Objects.requireNonNull(general, "general");
    Objects.requireNonNull(column2, "column2");
    Objects.requireNonNull(column2Days, "column2Days");
    Objects.requireNonNull(programmes, "programmes");
    Map<String, List<SpecialProgramme>> bySymbol = new TreeMap<>();
    for (SpecialProgramme each : programmes) {
      bySymbol.computeIfAbsent(each.symbol(), s -> new ArrayList<>()).add(each);
    }
    bySymbol.replaceAll((symbol, entries) -> List.copyOf(entries));
    return new ProgrammeKey(general, column2, List.copyOf(column2Days), bySymbol, List.of());
  }

  /**
   * The same key with programmes of the special column of which it is not confirmed who may claim
   * them, or on which days: a claim to one leaves the duty between the general and the special rate
   * until {@link #CONFIRMED} with its name is declared {@code yes} or {@code no}.
   *
   * @param programmes the programmes
   * @return a changed copy
   */
  public ProgrammeKey withUnconfirmed(Collection<SpecialProgramme> programmes) {
    Objects.requireNonNull(programmes, "programmes");
    return new ProgrammeKey(general, column2, column2Days, bySymbol, List.copyOf(programmes));
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
    Objects.requireNonNull(symbol, "symbol");
    return bySymbol.getOrDefault(symbol, List.of());
  }

  /**
   * The programmes of the special column of which it is not confirmed who may claim them.
   *
   * @return the entries
   */
  public List<SpecialProgramme> unconfirmed() {
    return unconfirmed;
  }

  /** What a symbol stands for, confirmed or not. */
  Stream<SpecialProgramme> anyOf(String symbol) {
    return Stream.concat(
        programmes(symbol).stream(), unconfirmed.stream().filter(p -> p.symbol().equals(symbol)));
  }

  private Stream<SpecialProgramme> any() {
    return Stream.concat(programmes().stream(), unconfirmed.stream());
  }

  /**
   * Every programme of the special column that is confirmed.
   *
   * @return the entries by symbol
   */
  public List<SpecialProgramme> programmes() {
    return bySymbol.values().stream().flatMap(List::stream).toList();
  }

  List<Column2Days> column2(LocalDate day, Knowledge knowledge) {
    return column2Days.stream().filter(c -> c.validity().holds(day, knowledge)).toList();
  }

  /** The origins that measures of a rule speak of on a day, as known on a day. */
  List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    Stream<OriginScope> scopes =
        switch (rule) {
          case BASE ->
              Stream.concat(
                  Stream.of(OriginScope.all()),
                  column2(day, knowledge).stream().map(Column2Days::origins));
          case PREFERENCE ->
              any()
                  .filter(each -> each.validity().holds(day, knowledge))
                  .map(SpecialProgramme::origins);
          default -> Stream.of();
        };
    return scopes.distinct().toList();
  }

  NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    validities().forEach(v -> days.addAll(v.changeDays()));
    return days;
  }

  NavigableSet<LocalDate> knowledgeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    validities().forEach(v -> days.addAll(v.knowledgeDays()));
    return days;
  }

  private Stream<Validity> validities() {
    return Stream.concat(
        column2Days.stream().map(Column2Days::validity), any().map(SpecialProgramme::validity));
  }

  /** The names of all programmes that measures of a schedule may belong to. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(List.of(general, column2));
    any().forEach(each -> names.add(each.programme()));
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProgrammeKey that
        && general.equals(that.general)
        && column2.equals(that.column2)
        && column2Days.equals(that.column2Days)
        && bySymbol.equals(that.bySymbol)
        && unconfirmed.equals(that.unconfirmed);
  }

  @Override
  public int hashCode() {
    return bySymbol.hashCode();
  }

  /** All that its programmes depend on, line by line. */
  void writeContent(Consumer<String> lines) {
    lines.accept(general + " " + column2 + " " + column2Days);
    new TreeMap<>(bySymbol).forEach((symbol, all) -> lines.accept(symbol + " " + all));
    unconfirmed.forEach(each -> lines.accept("not confirmed: " + each));
  }

  /** How many symbols it explains. */
  @Override
  public String toString() {
    return "key to " + bySymbol.size() + " symbols";
  }
}
