package org.tariffeconomics.landedcost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The headings of chapter 99 under which duties are reported: which of those that the source of a
 * measure cites are for an origin, a day, a rate and a duty that is charged or comes to nothing.
 */
final class UsHeadings {

  /** A heading written out, with the ends of those that share its first six digits. */
  private static final Pattern CITED =
      Pattern.compile(
          "(99\\d\\d\\.\\d\\d)(\\.\\d\\d)((?:(?:, and |, | and | or | to )\\.\\d\\d)*)");

  private static final Pattern MORE = Pattern.compile("(, and |, | and | or | to )(\\.\\d\\d)");

  private static final String NOTHING = "0%";

  private static final List<Entry> KNOWN = read();

  private UsHeadings() {}

  /** One row of the table: what a heading does for some origins on some days. */
  private record Entry(
      String heading,
      String role,
      String rate,
      OriginScope origins,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean verified) {

    boolean isFor(Country origin, LocalDate day) {
      return origins.includes(origin, day)
          && (from == null || !day.isBefore(from))
          && (until == null || day.isBefore(until));
    }

    boolean charges(DutyLine duty) {
      boolean all = duty.measure().rule().isTotal();
      boolean nothing = all && duty.amount().isZero();
      return role.equals(nothing ? "exempts" : all ? "total" : "charges");
    }

    /** Whether the heading prints the rate, or none; a rate that is computed may be any. */
    boolean isAt(TariffMeasure measure) {
      boolean isNothing = measure.rate() instanceof DutyRate.Free && rate.equals(NOTHING);
      return rate.isEmpty() || isNothing || rate.equals(measure.rate().toString());
    }

    boolean fits(DutyLine duty) {
      DutyRate its = duty.measure().rate();
      boolean isPrinted = its instanceof DutyRate.AdValorem || its instanceof DutyRate.Free;
      boolean isRelief = role.equals("exempts");
      return (isRelief || !isPrinted || isAt(duty.measure()))
          && (!isRelief || duty.amount().isZero());
    }
  }

  /**
   * The headings of one duty.
   *
   * @param headings those that it may be reported under
   * @param certain whether there is one, and that is certain
   */
  record Found(List<String> headings, boolean certain) {}

  /**
   * The headings that a measure's name gives, else those that its source cites. A name may be that
   * of a list, by a heading under which others are charged: it is passed over where its rate is
   * another.
   */
  static Found of(DutyLine duty, Country origin, LocalDate day) {
    TariffMeasure measure = duty.measure();
    List<String> named = cited(measure.id());
    List<String> cited = cited(measure.source().citation());
    Found byName = among(named, duty, origin, day);
    Found found = byName.headings().isEmpty() ? among(cited, duty, origin, day) : byName;
    if (!found.headings().isEmpty()) {
      return found;
    }
    return named.isEmpty()
        ? new Found(cited, false)
        : new Found(named, isAllThatIsSaid(named, cited));
  }

  /** A measure of the user's own may be named by its heading and cite none. */
  private static boolean isAllThatIsSaid(List<String> named, List<String> cited) {
    return named.size() == 1 && cited.isEmpty();
  }

  /** Those of some headings that fit; of the register the origin and the day are looked at too. */
  private static Found among(List<String> cited, DutyLine duty, Country origin, LocalDate day) {
    List<String> fitting = cited.stream().filter(heading -> fits(heading, duty)).toList();
    List<Entry> known =
        KNOWN.stream()
            .filter(e -> fitting.contains(e.heading()) && e.isFor(origin, day) && e.charges(duty))
            .toList();
    List<Entry> atRate = known.stream().filter(e -> e.isAt(duty.measure())).toList();
    List<Entry> best = atRate.isEmpty() ? known : atRate;
    List<String> headings = best.stream().map(Entry::heading).distinct().toList();
    return headings.isEmpty()
        ? new Found(fitting, cited.size() == 1 && fitting.size() == 1)
        : new Found(
            headings,
            headings.size() == 1 && (cited.size() == 1 || best.stream().allMatch(Entry::verified)));
  }

  /** Whether a duty can stand under a heading: one that is not in the register may be any. */
  private static boolean fits(String heading, DutyLine duty) {
    List<Entry> rows = KNOWN.stream().filter(e -> e.heading().equals(heading)).toList();
    return rows.isEmpty() || rows.stream().anyMatch(e -> e.fits(duty));
  }

  private static List<String> cited(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = CITED.matcher(text);
    while (matcher.find()) {
      String last = matcher.group(1) + matcher.group(2);
      found.add(last);
      Matcher more = MORE.matcher(matcher.group(3));
      while (more.find()) {
        String next = matcher.group(1) + more.group(2);
        if (more.group(1).equals(" to ")) {
          addBetween(last, next, found);
        }
        found.add(next);
        last = next;
      }
    }
    return List.copyOf(found);
  }

  /** The numbers from one heading to another of the same six digits. */
  private static void addBetween(String first, String last, Set<String> found) {
    for (int i = end(first) + 1; i < end(last); i++) {
      found.add(first.substring(0, 8) + (i < 10 ? "0" : "") + i);
    }
  }

  private static int end(String heading) {
    return Integer.parseInt(heading.substring(8));
  }

  private static List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = UsHeadings.class.getResourceAsStream("us-headings.csv")) {
      if (in == null) {
        throw new IllegalStateException("Missing from the library's jar: us-headings.csv");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines
          .lines()
          .filter(line -> line.startsWith("99"))
          .forEach(line -> entries.add(entry(line.split(",", -1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(entries);
  }

  private static Entry entry(String[] cells) {
    return new Entry(
        cells[0],
        cells[1],
        cells[2].isEmpty() ? "" : Rate.parse(cells[2]).toString(),
        OriginScope.parse(cells[3].replace(' ', ',')),
        cells[4].isEmpty() ? null : LocalDate.parse(cells[4]),
        cells[5].isEmpty() ? null : LocalDate.parse(cells[5]),
        cells[6].equals("yes"));
  }
}
