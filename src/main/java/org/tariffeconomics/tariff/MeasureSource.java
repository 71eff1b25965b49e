package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;

/**
 * Ordinary duties and preferences that a book does not hold one by one but asks for by line: a
 * whole national schedule, or several with the days from which they count.
 *
 * <p>An implementation is immutable, and equal to another that gives the same measures.
 *
 * @since 0.1.0
 */
public interface MeasureSource {

  /**
   * The measures that are for goods of a code and an origin on a day.
   *
   * @param code the line, heading or chapter that is asked about
   * @param origin the country of origin
   * @param day the day of entry
   * @param knowledge the day of knowledge, empty for all that is known now
   * @return measures of the rules {@link Rule#BASE} and {@link Rule#PREFERENCE}, and of {@link
   *     Rule#ADDS} where it is not known whether a code bears more, that are in force on the day,
   *     include the origin, and list the code, one above it or one below it; each id once
   */
  List<TariffMeasure> measures(HsCode code, Country origin, LocalDate day, Knowledge knowledge);

  /**
   * What two lines have in common when their measures differ in nothing but the line: equal kinds
   * mean the same programmes, origins, rates and conditions at the same number of digits.
   *
   * @param code the line that is asked about
   * @param day the day of entry
   * @param knowledge the day of knowledge, empty for all that is known now
   * @return the kind, with {@code equals} and {@code hashCode}
   */
  Object kind(HsCode code, LocalDate day, Knowledge knowledge);

  /**
   * The {@link #kind} of a code that is a line, with none below it or in its place, on whatever day
   * and as known on whatever day: so that a question about it need not ask again.
   *
   * @param code the line that is asked about
   * @return the kind; empty where it may differ from day to day, or is not found so
   */
  default Optional<Object> kindOnAllDays(HsCode code) {
    Objects.requireNonNull(code, "code");
    return Optional.empty();
  }

  /**
   * The origins that its measures of a rule speak of on a day.
   *
   * @param rule {@link Rule#BASE}, {@link Rule#PREFERENCE} or {@link Rule#ADDS}
   * @param day the day of entry
   * @param knowledge the day of knowledge, empty for all that is known now
   * @return every scope that a measure of the rule may have, each once; that of all origins, which
   *     tells none apart, need not be among them
   */
  List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge);

  /**
   * Whatever of its measures tells origins apart of which no preference is claimed: ordinary duties
   * and charges of which it is not known whether a code bears them.
   *
   * @param day the day of entry
   * @param knowledge the day of knowledge, empty for all that is known now
   * @return the {@link #origins} of those measures, each once
   */
  default List<OriginScope> originsUnclaimed(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return Stream.of(Rule.BASE, Rule.ADDS)
        .flatMap(rule -> origins(rule, day, knowledge).stream())
        .distinct()
        .toList();
  }

  /**
   * The lines that goods are declared under on a day.
   *
   * @param day the day of entry
   * @param knowledge the day of knowledge, empty for all that is known now
   * @return the lines by code; empty where nothing is in force
   */
  List<HsCode> lines(LocalDate day, Knowledge knowledge);

  /**
   * The lines that goods of a code are declared under on a day.
   *
   * @param code a heading, a chapter, or a line with lines below it
   * @param day the day of entry
   * @param knowledge the day of knowledge, empty for all that is known now
   * @return the lines below the code by code, itself not among them; empty where there are none
   */
  default List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return lines(day, knowledge).stream()
        .filter(line -> code.covers(line) && !line.equals(code))
        .toList();
  }

  /**
   * What is to be said of a code that is no line on a day: the nearest lines, or those that took
   * its place.
   *
   * @param code the code that is asked about
   * @param day the day of entry
   * @return the remark; empty for a line or a code above lines, and where nothing is known of it
   */
  default Optional<String> remark(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return Optional.empty();
  }

  /**
   * What stands for the charges that may be due on a code which is none of this schedule's: lists
   * of additional duties are written in the codes of a schedule, so that nothing is known of a code
   * that it does not have. Asked for where a book has an ordinary duty of its own for the code.
   *
   * @param code the code that is asked about
   * @param day the day of entry
   * @return a charge whose rate is not known; empty where the schedule has the code
   */
  default Optional<TariffMeasure> doubt(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return Optional.empty();
  }

  /**
   * The days on which its measures change.
   *
   * @return the first days of each new state, in order
   */
  NavigableSet<LocalDate> changeDays();

  /**
   * The days from which its measures became known.
   *
   * @return the days in order; none for measures known ever since
   */
  NavigableSet<LocalDate> knowledgeDays();

  /**
   * The days of the year on which one of its rates may change with the season.
   *
   * @return the days in order; none where no rate has seasons
   */
  NavigableSet<MonthDay> seasonStarts();

  /** {@return the programmes that its measures belong to, on whatever day} */
  Set<String> programmes();

  /**
   * Writes all that the law of this source depends on, line by line, for the version of a book: the
   * same lines in every JVM for the same law, and other lines for another.
   *
   * @param lines takes each line
   * @return false where a source cannot; the version then says so
   */
  default boolean writeContent(Consumer<String> lines) {
    Objects.requireNonNull(lines, "lines");
    return false;
  }

  /**
   * The same source without the measures of a programme.
   *
   * @param programme the programme's name
   * @return a source that gives all others
   */
  default MeasureSource without(String programme) {
    Objects.requireNonNull(programme, "programme");
    return new SourceWithout(this, programme);
  }
}
