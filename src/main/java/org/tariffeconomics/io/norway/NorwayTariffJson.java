package org.tariffeconomics.io.norway;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.TextFiles;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Reads the duty rates that Norwegian Customs publish as {@code tollavgiftssats.json} (Tolletaten,
 * data.toll.no, CC BY 4.0), as they are on a day, into a schedule: {@code versjon, varer[{id,
 * enhet, enhetBeskrivelse, annenEnhet, annenEnhetBeskrivelse, avtalesatser[{landgruppe,
 * sats[{satsVerdi, satsEnhet, satsEnhetBeskrivelse, fomdato, tomdato}]}]}]}.
 *
 * <p>The rate of the country group {@code TALL} (ordinary duty) is the general column; the rates of
 * other groups are the special one, under symbols that {@link #key} resolves. The value has a
 * decimal comma; the unit {@code P} is a percentage of the value, {@code K} kroner per kilogram.
 * Days are ISO 8601, the last one counts, a blank one is none.
 *
 * <p>Follows the documented names of the file; no whole file was at hand. A rate of another unit,
 * several rates of one group on a day and a value of 999999.99 or more, which stands for none, are
 * not understood and stay on their line; rates of other days are counted in a note.
 *
 * <p>The texts of the lines stand in {@code customstariffstructure.json}: nodes of {@code type
 * commodity} with {@code id} and {@code item}, under {@code sections, chapters, divisions,
 * headings, subchapters}; it may be read beside the rates.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * nothing that stands in a file throws. What is no line is an error and listed; a rate that is not
 * understood is a note and stays on its line as not known.
 *
 * @since 0.1.0
 */
public final class NorwayTariffJson {

  /** The group of the ordinary duty, which goods of all countries pay. */
  static final Set<String> ORDINARY = Set.of("TALL", "TAL", "ALLE");

  private NorwayTariffJson() {}

  /**
   * Reads a file of rates in UTF-8.
   *
   * @param rates {@code tollavgiftssats.json}
   * @param day the day whose rates are read
   * @return the schedule of the day, named after the file, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<TariffSchedule> read(Path rates, LocalDate day) {
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(day, "day");
    return read(TextFiles.name(rates), TextFiles.open(rates), day);
  }

  /**
   * Reads a file of rates and the file of texts in UTF-8.
   *
   * @param rates {@code tollavgiftssats.json}
   * @param structure {@code customstariffstructure.json}
   * @param day the day whose rates are read
   * @return the schedule of the day, named after the file of rates; a line of the structure without
   *     rates is an error, since nothing is known of its duty
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static Reading<TariffSchedule> read(Path rates, Path structure, LocalDate day) {
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(day, "day");
    return read(TextFiles.name(rates), TextFiles.open(rates), TextFiles.open(structure), day);
  }

  /**
   * Reads rates.
   *
   * @param name what the schedule and its problems are called
   * @param in the text; it is read to its end and closed
   * @param day the day whose rates are read
   * @return the schedule of the day, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<TariffSchedule> read(String name, Reader in, LocalDate day) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(day, "day");
    NorwayRows rows = new NorwayRows(name, day, Map.of());
    rows.add(JsonTree.read(name, in));
    return rows.reading();
  }

  /**
   * Reads rates and texts.
   *
   * @param name what the schedule and its problems are called
   * @param rates the rates; they are read to their end and closed
   * @param structure the texts; they are read to their end and closed
   * @param day the day whose rates are read
   * @return the schedule of the day, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when one cannot be read
   */
  public static Reading<TariffSchedule> read(
      String name, Reader rates, Reader structure, LocalDate day) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(day, "day");
    Reading<JsonTree> texts = JsonTree.read(name + " structure", structure);
    Map<String, String> words = texts.optional().map(NorwayTexts::of).orElse(Map.of());
    NorwayRows rows = new NorwayRows(name, day, words);
    texts.problems().forEach(rows::accept);
    if (words.isEmpty()) {
      rows.accept(
          Problem.error(
              Place.ofFile(name + " structure"),
              "sections",
              "",
              "no nodes of type commodity with an id: not customstariffstructure.json"));
    }
    rows.add(JsonTree.read(name, rates));
    return rows.reading();
  }

  /**
   * What the symbols of the special column of a schedule stand for. Which countries a group has
   * stands in other files of the publisher and is stated by the user; a group that is not stated is
   * open to no origin.
   *
   * @param schedule the schedule that was read
   * @param edition the day of its rates
   * @param groups the countries of each group, {@code {"TKR": "KR"}}
   * @return the key: the preference of a group is called {@code Norway TKR}
   * @throws IllegalArgumentException when the schedule has no such group, or its countries cannot
   *     be read
   */
  public static ProgrammeKey key(
      TariffSchedule schedule, LocalDate edition, Map<String, String> groups) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(edition, "edition");
    Objects.requireNonNull(groups, "groups");
    Map<String, String> symbols = NorwayRows.symbols(groups(schedule));
    Source source =
        Source.verified("Norway's duty rates of " + edition, edition, "Tolletaten, data.toll.no");
    List<SpecialProgramme> programmes = new ArrayList<>();
    for (Map.Entry<String, String> each : groups.entrySet()) {
      String symbol = symbols.get(each.getKey());
      if (symbol == null) {
        throw new IllegalArgumentException(
            "No group "
                + Texts.quoted(each.getKey())
                + " in "
                + schedule.name()
                + ": there are "
                + String.join(", ", symbols.keySet()));
      }
      programmes.add(
          new SpecialProgramme(
              symbol,
              "Norway " + each.getKey(),
              OriginScope.parse(each.getValue()),
              Validity.always(),
              source));
    }
    return ProgrammeKey.of("MFN", "none", List.of(), programmes);
  }

  /**
   * The groups that a schedule has rates for besides the ordinary duty.
   *
   * @param schedule a schedule that was read here
   * @return their codes, in order
   */
  public static Set<String> groups(TariffSchedule schedule) {
    Objects.requireNonNull(schedule, "schedule");
    Set<String> groups = new TreeSet<>();
    schedule.rows().forEach(row -> row.footnotes().forEach(note -> groups.addAll(note.columns())));
    groups.remove(NorwayRows.ORDINARY);
    return groups;
  }
}
