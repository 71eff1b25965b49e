package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.schedule.OriginStates.Situation;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * The duties of one chapter. Each text is read once, and lines that state one rate for the same
 * days share one measure.
 */
final class ChapterDuties {

  /** Answers for headings kept at most; there are some 20 headings and 100 subheadings. */
  private static final int MOST_HEADINGS_KEPT = 1 << 12;

  private final NavigableMap<String, LineDuties> lines = new TreeMap<>();
  private final Map<String, LineDuties> byDigits = new HashMap<>();
  private final Memo<Heading, List<TariffMeasure>> headings = new Memo<>(MOST_HEADINGS_KEPT);

  private record Heading(HsCode code, Situation situation) {}

  private ChapterDuties() {}

  /**
   * Reads the texts of a chapter.
   *
   * @param dated its lines
   * @param newGroup makes a group of what its lines have in common
   * @param kinds gives equal lists of terms, of whatever chapter, one object
   */
  static ChapterDuties of(
      List<DatedLine> dated,
      KeyEntry.Table key,
      Function<DutyGroup.Terms, DutyGroup> newGroup,
      Function<List<DutyGroup.Terms>, Object> kinds) {
    ChapterDuties chapter = new ChapterDuties();
    Texts texts = new Texts(key);
    Map<DutyGroup.Terms, DutyGroup> groups = new LinkedHashMap<>();
    Map<List<DutyGroup>, LineDuties.Groups> shared = new HashMap<>();
    byCode(dated)
        .forEach(
            (code, states) -> {
              List<DutyGroup> ofLine = new ArrayList<>();
              for (DutyGroup.Terms each : texts.terms(states)) {
                DutyGroup group = groups.computeIfAbsent(each, newGroup);
                group.add(code);
                ofLine.add(group);
              }
              LineDuties.Groups duties =
                  shared.computeIfAbsent(
                      ofLine, g -> new LineDuties.Groups(g, kinds.apply(terms(g))));
              chapter.add(code, new LineDuties(states, duties));
            });
    return chapter;
  }

  /** Statistical lines are found by their own digits, since most questions ask for them. */
  private void add(HsCode code, LineDuties line) {
    lines.put(code.digits(), line);
    byDigits.put(code.digits(), line);
    for (DatedLine state : line.states()) {
      state.statistical().forEach(each -> byDigits.put(code.digits() + each.suffix(), line));
    }
  }

  private static Map<HsCode, List<DatedLine>> byCode(List<DatedLine> dated) {
    Map<HsCode, List<DatedLine>> byCode = new TreeMap<>();
    dated.forEach(each -> byCode.computeIfAbsent(each.code(), c -> new ArrayList<>(1)).add(each));
    return byCode;
  }

  private static List<DutyGroup.Terms> terms(List<DutyGroup> groups) {
    return groups.stream().map(DutyGroup::terms).toList();
  }

  /** What the texts of the columns say, each read once; terms are for all days where not dated. */
  private static final class Texts {

    private final KeyEntry.Table key;
    private final Map<String, DutyRate> rates = new HashMap<>();
    private final Map<String, List<DutyGroup.Terms>> byTexts = new HashMap<>();

    Texts(KeyEntry.Table key) {
      this.key = key;
    }

    /** What a line states, with the days on which it does without a break. */
    List<DutyGroup.Terms> terms(List<DatedLine> states) {
      if (states.size() == 1 && states.get(0).days().equals(LocalDateRange.ALL)) {
        return stated(states.get(0));
      }
      Map<DutyGroup.Terms, List<LocalDateRange>> days = new LinkedHashMap<>();
      for (DatedLine state : states) {
        for (DutyGroup.Terms each : stated(state)) {
          join(days.computeIfAbsent(each, s -> new ArrayList<>(1)), state.days());
        }
      }
      List<DutyGroup.Terms> terms = new ArrayList<>();
      days.forEach((stated, ranges) -> ranges.forEach(range -> terms.add(stated.on(range))));
      return terms;
    }

    private static void join(List<LocalDateRange> ranges, LocalDateRange next) {
      int last = ranges.size() - 1;
      if (last >= 0 && ranges.get(last).isConnected(next)) {
        ranges.set(last, ranges.get(last).span(next));
      } else {
        ranges.add(next);
      }
    }

    private List<DutyGroup.Terms> stated(DatedLine line) {
      String texts = line.general() + '\t' + line.special() + '\t' + line.other();
      List<DutyGroup.Terms> known = byTexts.get(texts);
      if (known == null) {
        known = List.copyOf(read(line));
        byTexts.put(texts, known);
      }
      return known;
    }

    private Set<DutyGroup.Terms> read(DatedLine line) {
      Set<DutyGroup.Terms> stated = new LinkedHashSet<>();
      if (!line.general().isBlank()) {
        stated.add(always(key.general(), rate(line.general())));
      }
      if (!line.other().isBlank() || !line.general().isBlank()) {
        for (KeyEntry entry : key.column2()) {
          stated.add(always(entry, column2(line.other())));
        }
      }
      if (!line.special().isBlank()) {
        addSpecial(line.special(), stated);
      } else if (!line.general().isBlank() && rate(line.general()) instanceof DutyRate.Free free) {
        for (KeyEntry entry : key.of(ProgrammeKey.FREE_LINES)) {
          stated.add(always(entry, free));
        }
      }
      return stated;
    }

    private void addSpecial(String text, Set<DutyGroup.Terms> stated) {
      List<SpecialRate> groups = SpecialRate.parse(text);
      boolean isRead =
          groups.stream()
              .allMatch(
                  g -> !g.programmes().isEmpty() && g.programmes().stream().allMatch(key::knows));
      if (!isRead) {
        addDoubts(text, groups, stated);
      }
      for (SpecialRate group : groups) {
        for (String symbol : group.programmes()) {
          for (KeyEntry entry : key.of(symbol)) {
            stated.add(always(entry, group.rate()));
          }
        }
      }
    }

    /** Where a symbol is not understood, any other preference may be meant. */
    private void addDoubts(String text, List<SpecialRate> groups, Set<DutyGroup.Terms> stated) {
      Set<String> named = new HashSet<>();
      groups.forEach(group -> named.addAll(group.programmes()));
      DutyRate unread = new DutyRate.Unsupported(text, LineMeasures.SYMBOLS_NOT_UNDERSTOOD);
      key.allBut(named).forEach(entry -> stated.add(always(entry, unread)));
    }

    private static DutyGroup.Terms always(KeyEntry entry, DutyRate rate) {
      return new DutyGroup.Terms(entry, rate, LocalDateRange.ALL);
    }

    private DutyRate column2(String text) {
      return text.isBlank() ? new DutyRate.Unsupported("", LineMeasures.NO_COLUMN_2) : rate(text);
    }

    private DutyRate rate(String text) {
      return rates.computeIfAbsent(text, DutyRate::parse);
    }
  }

  /** The lines in order. */
  NavigableMap<String, LineDuties> lines() {
    return lines;
  }

  /** The legal line that a code of eight digits or more lies in. */
  @Nullable LineDuties line(HsCode code) {
    LineDuties known = byDigits.get(code.digits());
    return known != null || code.digits().length() == DatedLine.DIGITS
        ? known
        : byDigits.get(code.digits().substring(0, DatedLine.DIGITS));
  }

  /** The legal lines below a code of fewer digits, or that line itself. */
  NavigableMap<String, LineDuties> below(HsCode code) {
    String digits = code.digits();
    return lines.subMap(digits, true, digits + ':', false);
  }

  List<TariffMeasure> measures(HsCode code, Situation situation) {
    if (code.digits().length() >= DatedLine.DIGITS) {
      LineDuties line = line(code);
      return line == null ? List.of() : line.measures(situation);
    }
    return headings.get(new Heading(code, situation), this::ofHeading);
  }

  /**
   * The duties of the lines below a heading: one for the whole of it where all lines state the
   * same, else those of its lines.
   */
  private List<TariffMeasure> ofHeading(Heading heading) {
    Map<Integer, Set<DutyGroup>> groups = new LinkedHashMap<>();
    Map<Integer, Integer> stating = new HashMap<>();
    int count = 0;
    for (LineDuties line : below(heading.code).values()) {
      if (isInForce(line, heading.situation.day())) {
        count++;
        List<DutyGroup> open = line.open(heading.situation);
        open.forEach(
            g ->
                groups
                    .computeIfAbsent(g.terms().entry().number(), e -> new LinkedHashSet<>())
                    .add(g));
        open.stream()
            .map(g -> g.terms().entry().number())
            .distinct()
            .forEach(entry -> stating.merge(entry, 1, Integer::sum));
      }
    }
    List<TariffMeasure> measures = new ArrayList<>();
    for (Map.Entry<Integer, Set<DutyGroup>> each : groups.entrySet()) {
      List<DutyGroup> different = List.copyOf(each.getValue());
      if (stating.getOrDefault(each.getKey(), 0) == count && isOneRate(different)) {
        measures.add(different.get(0).measureOf(heading.code));
      } else {
        different.forEach(group -> measures.add(group.measure()));
      }
    }
    return List.copyOf(measures);
  }

  private static boolean isOneRate(List<DutyGroup> groups) {
    DutyGroup.Terms first = groups.get(0).terms();
    return groups.stream().allMatch(g -> g.terms().isTheRateOf(first));
  }

  private static boolean isInForce(LineDuties line, LocalDate day) {
    return line.on(day).isPresent();
  }
}
