package org.tariffeconomics.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/** Makes the measures of a schedule's line for every origin: general, special, column 2. */
final class LineMeasures {

  static final String SYMBOLS_NOT_UNDERSTOOD =
      "which programmes the special column names is not understood";

  static final String NO_COLUMN_2 = "the schedule states no rate of column 2 for the line";

  private static final String CHAPTER_99 = "99";

  private final ScheduleLine line;
  private final String schedule;
  private final ProgrammeKey key;
  private final List<TariffMeasure> made = new ArrayList<>();

  private LineMeasures(ScheduleLine line, String schedule, ProgrammeKey key) {
    this.line = line;
    this.schedule = schedule;
    this.key = key;
  }

  static List<TariffMeasure> of(ScheduleLine line, String schedule, ProgrammeKey key) {
    LineMeasures measures = new LineMeasures(line, schedule, key);
    line.general().ifPresent(measures::addGeneral);
    line.special()
        .ifPresentOrElse(
            measures::addPreferences,
            () -> line.general().filter(LineMeasures::isFree).ifPresent(measures::addFree));
    line.other().or(measures::noColumn2).ifPresent(measures::addColumn2);
    return List.copyOf(distinct(measures.made));
  }

  private void addGeneral(RateCell cell) {
    add(
        cell.writtenIn(),
        "general",
        cell.text(),
        key.general(),
        Rule.BASE,
        OriginScope.all(),
        cell.rate(),
        Validity.always());
  }

  private static boolean isFree(RateCell cell) {
    return cell.rate() instanceof DutyRate.Free;
  }

  private void addFree(RateCell cell) {
    for (SpecialProgramme each : key.programmes(ProgrammeKey.FREE_LINES)) {
      add(
          cell.writtenIn(),
          ProgrammeKey.FREE_LINES,
          cell.text(),
          each.programme(),
          Rule.PREFERENCE,
          each.origins(),
          cell.rate(),
          each.validity());
    }
  }

  /** Origins of column 2 do not pay the general rate where their own is not stated. */
  private Optional<RateCell> noColumn2() {
    return line.general().map(general -> unread(general.writtenIn(), NO_COLUMN_2));
  }

  private static RateCell unread(ScheduleRow row, String why) {
    return new RateCell("", row, new DutyRate.Unsupported("", why));
  }

  private void addPreferences(SpecialCell cell) {
    boolean isRead = true;
    for (SpecialRate group : cell.groups()) {
      isRead &=
          !group.programmes().isEmpty() && group.programmes().stream().allMatch(this::isSymbol);
    }
    if (!isRead) {
      addDoubts(cell);
    }
    for (SpecialRate group : cell.groups()) {
      for (String symbol : group.programmes()) {
        for (SpecialProgramme each : key.programmes(symbol)) {
          add(
              cell.writtenIn(),
              symbol,
              cell.text(),
              each.programme(),
              Rule.PREFERENCE,
              each.origins(),
              group.rate(),
              each.validity());
        }
        addUnconfirmed(cell, symbol, group.rate());
      }
    }
  }

  private void addUnconfirmed(SpecialCell cell, String symbol, DutyRate rate) {
    for (SpecialProgramme each : key.unconfirmed()) {
      if (each.symbol().equals(symbol)) {
        add(
            cell.writtenIn(),
            symbol,
            cell.text(),
            each.programme(),
            Rule.PREFERENCE,
            each.origins(),
            rate,
            each.validity());
        int last = made.size() - 1;
        made.set(last, made.get(last).withConditions(KeyEntry.unconfirmed(each)));
      }
    }
  }

  /** A symbol that the key lacks may still be a programme's, to which no one here can claim. */
  private boolean isSymbol(String symbol) {
    return SpecialRate.SYMBOLS.contains(symbol) || key.anyOf(symbol).findAny().isPresent();
  }

  /**
   * Where a cell has what is no symbol, or a rate without one, any programme that it does not name
   * may be meant.
   */
  private void addDoubts(SpecialCell cell) {
    Set<String> named = new HashSet<>();
    cell.groups().forEach(group -> named.addAll(group.programmes()));
    for (SpecialProgramme each : key.programmes()) {
      if (!named.contains(each.symbol())) {
        add(
            cell.writtenIn(),
            each.symbol(),
            cell.text(),
            each.programme(),
            Rule.PREFERENCE,
            each.origins(),
            new DutyRate.Unsupported(cell.text(), SYMBOLS_NOT_UNDERSTOOD),
            each.validity());
      }
    }
  }

  private void addColumn2(RateCell cell) {
    for (ProgrammeKey.Column2Days each : key.column2Days()) {
      add(
          cell.writtenIn(),
          "other",
          cell.text(),
          key.column2(),
          Rule.BASE,
          each.origins(),
          cell.rate(),
          each.validity());
    }
  }

  private void add(
      ScheduleRow writtenIn,
      String column,
      String text,
      String programme,
      Rule rule,
      OriginScope origins,
      DutyRate rate,
      Validity validity) {
    HsCode code = code(line, writtenIn);
    String place = schedule + ", row " + writtenIn.place() + ", " + writtenIn.code() + " " + column;
    made.add(
        TariffMeasure.of(
                programme,
                rule,
                List.of(),
                ProductScope.of(List.of(code), List.of()),
                origins,
                withOthers(rate))
            .withId(programme + " " + code + symbol(rule, column))
            .withValidity(validity)
            .withSource(Source.user(place + " '" + text + "'")));
  }

  /**
   * A rate on whose line the schedule charges something besides: which goods pay it, and from
   * where, it does not say.
   */
  private DutyRate withOthers(DutyRate rate) {
    String besides = besides(line);
    return besides.isEmpty()
        ? rate
        : new DutyRate.Unsupported(
            rate + " and " + besides, "what the schedule charges besides on the line is not known");
  }

  /**
   * What a schedule charges besides on a line or above it; in chapter 99 of the United States it is
   * a safeguard, which is held elsewhere.
   */
  private static String besides(ScheduleLine line) {
    if (line.code().digits().startsWith(CHAPTER_99)) {
      return "";
    }
    String own = line.row().additionalDuties().strip();
    return own.isEmpty()
        ? line.above().stream()
            .map(row -> row.additionalDuties().strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("")
        : own;
  }

  private static String symbol(Rule rule, String column) {
    return rule == Rule.PREFERENCE ? " (" + column + ")" : "";
  }

  /** Two entries of one line that have one name are told apart by a number. */
  private static List<TariffMeasure> distinct(List<TariffMeasure> measures) {
    Map<String, Integer> seen = new HashMap<>();
    List<TariffMeasure> distinct = new ArrayList<>(measures.size());
    for (TariffMeasure each : measures) {
      int count = seen.merge(each.id(), 1, Integer::sum);
      distinct.add(count == 1 ? each : each.withId(each.id() + " #" + count));
    }
    return distinct;
  }

  /** The code that a rate is for: that of the row it was written in, where it covers the line. */
  private static HsCode code(ScheduleLine line, ScheduleRow writtenIn) {
    if (writtenIn.code().isBlank() || writtenIn.equals(line.row())) {
      return line.code();
    }
    HsCode written = HsCode.of(writtenIn.code().strip());
    return written.covers(line.code()) ? written : line.code();
  }

  /** What two lines have in common when their measures differ in nothing but the line. */
  static Object kind(ScheduleLine line) {
    return List.of(
        line.general().map(c -> text(line, c.writtenIn(), c.text())).orElse(""),
        line.special().map(c -> text(line, c.writtenIn(), c.text())).orElse(""),
        line.other().map(c -> text(line, c.writtenIn(), c.text())).orElse(""),
        besides(line));
  }

  private static String text(ScheduleLine line, ScheduleRow writtenIn, String text) {
    return code(line, writtenIn).digits().length() + " " + text;
  }
}
