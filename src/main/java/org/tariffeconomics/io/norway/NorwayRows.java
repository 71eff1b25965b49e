package org.tariffeconomics.io.norway;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/** Makes the rows of a schedule of the goods of Norway's file of rates, as they are on a day. */
final class NorwayRows {

  private static final Pattern CODE = Pattern.compile("[0-9]{8}");
  private static final Pattern VALUE = Pattern.compile("[0-9]{1,12},[0-9]{1,6}");
  private static final int LETTERS = 26;

  /** The group of the ordinary duty as it stands in the notes of a line. */
  static final String ORDINARY = "TALL";

  private static final BigDecimal NONE = new BigDecimal("999999.99");

  private final String name;
  private final LocalDate day;
  private final Map<String, String> texts;
  private final ProblemLog log = ProblemLog.create();
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<LocalDate> changes = new TreeSet<>();
  private int ofOtherDays;

  NorwayRows(String name, LocalDate day, Map<String, String> texts) {
    this.name = name;
    this.day = day;
    this.texts = texts;
  }

  void accept(Problem problem) {
    log.accept(problem);
  }

  void add(Reading<JsonTree> tree) {
    log.addAll(tree);
    tree.optional()
        .ifPresent(
            root -> {
              if (root.get("varer").items().isEmpty()) {
                log.accept(error(root, "varer", "", "the file must have goods under 'varer'"));
              }
              root.get("varer").items().forEach(this::addGoods);
            });
  }

  private void addGoods(JsonTree goods) {
    String code = goods.text("id");
    if (!CODE.matcher(code).matches()) {
      log.accept(error(goods, "id", code, "a commodity has eight digits; it is left out"));
      return;
    }
    if (!seen.add(code)) {
      log.accept(error(goods, "id", code, "comes twice; the first is read, its duty is not known"));
      lines.replaceAll(line -> line.code().equals(code) ? line.doubted() : line);
      return;
    }
    Map<String, List<String>> byGroup = new LinkedHashMap<>();
    for (JsonTree agreement : goods.get("avtalesatser").items()) {
      String group = agreement.text("landgruppe");
      List<String> inForce = inForce(agreement);
      if (!inForce.isEmpty()) {
        byGroup.computeIfAbsent(group, g -> new ArrayList<>()).addAll(inForce);
      }
    }
    lines.add(line(goods, code, byGroup));
  }

  /** A line as it is being made: what each group pays on the day. */
  private record Line(String code, String words, List<String> units, Map<String, String> rates) {

    Line doubted() {
      Map<String, String> none = new LinkedHashMap<>(rates);
      none.replaceAll((group, rate) -> notKnown("which of the goods of this code is meant"));
      return new Line(code, words, units, none);
    }

    /** The ordinary duty; a special rate for each other group, by its symbol. */
    ScheduleRow row(int place, Map<String, String> symbols, LocalDate day) {
      String general = notKnown("ordinary duty on " + day);
      List<String> special = new ArrayList<>();
      List<ScheduleRow.Footnote> notes = new ArrayList<>();
      for (Map.Entry<String, String> each : rates.entrySet()) {
        notes.add(new ScheduleRow.Footnote(List.of(each.getKey()), each.getValue()));
        String symbol = symbols.get(each.getKey());
        if (symbol == null) {
          general = each.getValue();
        } else {
          special.add(each.getValue() + " (" + symbol + ")");
        }
      }
      return new ScheduleRow(
          place,
          printed(code),
          0,
          words,
          units,
          general,
          String.join(" ", special),
          "",
          "",
          "",
          notes);
    }
  }

  private Line line(JsonTree goods, String code, Map<String, List<String>> byGroup) {
    Map<String, String> rates = new LinkedHashMap<>();
    List<String> ordinary = new ArrayList<>();
    byGroup.forEach(
        (group, all) -> {
          if (NorwayTariffJson.ORDINARY.contains(group)) {
            ordinary.addAll(all);
          } else {
            rates.put(group, one(goods, group, all));
          }
        });
    if (ordinary.isEmpty()) {
      note(goods, ORDINARY, code, "no ordinary duty in force on " + day + ": it is not known");
    } else {
      rates.put(ORDINARY, one(goods, ORDINARY, ordinary));
    }
    return new Line(code, texts.getOrDefault(code, ""), units(goods), rates);
  }

  private static List<String> units(JsonTree goods) {
    List<String> units = new ArrayList<>();
    for (String each : List.of("enhet", "annenEnhet")) {
      if (!goods.text(each).isEmpty()) {
        units.add(goods.text(each));
      }
    }
    return units;
  }

  /** {@code 87032310} as the schedule prints it. */
  private static String printed(String code) {
    return code.substring(0, 4) + "." + code.substring(4);
  }

  /** One rate; several of one group on one day are none that is known. */
  private String one(JsonTree goods, String group, List<String> rates) {
    List<String> distinct = rates.stream().distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    String all = String.join(" and ", distinct).replace('"', ' ');
    note(goods, group, all, "several rates on one day: which counts is not known");
    return notKnown("which counts of " + all);
  }

  private void note(JsonTree goods, String column, String text, String message) {
    log.accept(Problem.note(Place.ofPath(name, goods.path()), column, text, message));
  }

  private static String notKnown(String what) {
    return "see \"" + what + "\"";
  }

  /** The rates of a group that are in force on the day, as texts that the grammar reads. */
  private List<String> inForce(JsonTree agreement) {
    List<String> rates = new ArrayList<>();
    for (JsonTree each : agreement.get("sats").items()) {
      Optional<LocalDate> from = date(each, "fomdato");
      Optional<LocalDate> to = date(each, "tomdato");
      boolean readable = isReadable(each, "fomdato", from) && isReadable(each, "tomdato", to);
      boolean began = from.map(f -> !f.isAfter(day)).orElse(true);
      boolean ended = to.map(t -> t.isBefore(day)).orElse(false);
      if (!readable) {
        rates.add(notKnown("rate of days that are not understood"));
      } else if (began && !ended) {
        rates.add(rate(each));
      } else {
        ofOtherDays++;
      }
      from.filter(f -> f.isAfter(day)).ifPresent(changes::add);
      to.filter(t -> !t.isBefore(day)).ifPresent(t -> changes.add(t.plusDays(1)));
    }
    return rates;
  }

  private static Optional<LocalDate> date(JsonTree rate, String column) {
    try {
      return Optional.of(LocalDate.parse(rate.text(column)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean isReadable(JsonTree rate, String column, Optional<LocalDate> read) {
    boolean readable = read.isPresent() || rate.text(column).isEmpty();
    if (!readable) {
      log.accept(error(rate, column, rate.text(column), "a day must read like 2026-01-01"));
    }
    return readable;
  }

  private static String rate(JsonTree rate) {
    String value = rate.text("satsVerdi");
    String unit = rate.text("satsEnhet");
    if (!VALUE.matcher(value).matches()) {
      return asPrinted(rate);
    }
    BigDecimal number = new BigDecimal(value.replace(',', '.'));
    if (number.compareTo(NONE) >= 0) {
      return asPrinted(rate);
    }
    if (number.signum() == 0) {
      return "Free";
    }
    String plain = number.stripTrailingZeros().toPlainString();
    return switch (unit) {
      case "P" -> plain + "%";
      case "K" -> plain + " NOK/kg";
      default -> asPrinted(rate);
    };
  }

  /** A rate that is not understood, in a form that no rate has. */
  private static String asPrinted(JsonTree rate) {
    return "NOK "
        + rate.text("satsVerdi").replaceAll("[()]", "")
        + " unit "
        + (rate.text("satsEnhet") + " " + rate.text("satsEnhetBeskrivelse"))
            .replaceAll("[()]", "")
            .strip();
  }

  private Problem error(JsonTree at, String column, String text, String message) {
    return Problem.error(Place.ofPath(name, at.path()), column, text, message);
  }

  /** Symbols of the groups, which the special column asks to have one or two letters. */
  static Map<String, String> symbols(Set<String> groups) {
    Map<String, String> symbols = new LinkedHashMap<>();
    for (String each : new TreeSet<>(groups)) {
      int at = symbols.size();
      symbols.put(each, "" + (char) ('A' + at / LETTERS % LETTERS) + (char) ('A' + at % LETTERS));
    }
    return symbols;
  }

  private List<ScheduleRow> rows() {
    Set<String> groups = new TreeSet<>();
    lines.forEach(line -> groups.addAll(line.rates().keySet()));
    groups.remove(ORDINARY);
    Map<String, String> symbols = symbols(groups);
    List<ScheduleRow> rows = new ArrayList<>();
    for (Line each : lines) {
      rows.add(each.row(rows.size() + 1, symbols, day));
    }
    return rows;
  }

  Reading<TariffSchedule> reading() {
    for (String code : texts.keySet()) {
      if (CODE.matcher(code).matches() && !seen.contains(code)) {
        log.accept(
            Problem.error(
                Place.ofFile(name), "id", code, "a line of the structure that has no rates"));
      }
    }
    if (ofOtherDays > 0) {
      log.accept(
          Problem.note(
              Place.ofFile(name),
              "fomdato",
              "",
              ofOtherDays
                  + " rates are not in force on "
                  + day
                  + " and are not in the schedule"
                  + changes.stream()
                      .findFirst()
                      .map(c -> "; the next change is on " + c)
                      .orElse("")));
    }
    TariffSchedule schedule = TariffSchedule.of(name, rows());
    for (TariffSchedule.RowFault fault : schedule.faults()) {
      Place place = Place.ofLine(name, fault.row().place());
      log.accept(
          fault.column().equals(TariffSchedule.CODE)
              ? Problem.error(place, fault.column(), fault.text(), fault.message())
              : Problem.note(place, fault.column(), fault.text(), fault.message()));
    }
    return log.inOrder().reading(schedule);
  }
}
