package org.tariffeconomics.facts;

import java.util.Comparator;
import java.util.List;

/** What codes of a list have in common: they are written in one row. */
record Group(
    String list,
    String from,
    String until,
    String words,
    String conditions,
    String takenOut,
    String source,
    String verification)
    implements Comparable<Group> {

  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::list)
          .thenComparing(Group::from)
          .thenComparing(Group::until)
          .thenComparing(Group::words)
          .thenComparing(Group::conditions)
          .thenComparing(Group::takenOut)
          .thenComparing(Group::source)
          .thenComparing(Group::verification);

  /** When a part of a document's text was published that the days of force do not tell. */
  private static final List<String[]> PUBLISHED =
      List.of(
          new String[] {"Memorandum of 2025-04-11", "2025-04-11"},
          new String[] {"notice of 2025-04-04", "2025-04-04"},
          new String[] {"HTS 2025 rev. 15", "2025-06-16"},
          new String[] {"90 FR 40326", "2025-08-18"},
          new String[] {"EO 14346 Annex II", "2025-09-05"},
          new String[] {"EO 14360", "2025-11-14"},
          new String[] {"EO of 2025-11-20", "2025-11-20"},
          new String[] {"Proclamation 11032", "2026-06-01"},
          new String[] {"HTS 2026 rev. 19", "2026-09-15"},
          new String[] {"HTS 2026 rev. 20", "2026-09-29"});

  /** When it was published that a list or a code of it ends. */
  private static final List<String[]> END_PUBLISHED =
      List.of(
          new String[] {"taken off by EO 14346", "2025-09-05"},
          new String[] {"taken off by Proclamation 10962", "2025-07-30"},
          new String[] {"taken off by Proclamation 10976", "2025-09-29"},
          new String[] {"replaced by 90 FR 40326", "2025-08-18"},
          new String[] {"moved by Proclamation 11032", "2026-06-01"},
          new String[] {"taken off in HTS 2026 rev. 19", "2026-09-15"},
          new String[] {"split in HTS 2026 rev. 20", "2026-09-29"});

  /**
   * Lists that were ordered for an earlier day and put off before it came: they are written from
   * that day, so that what was known until then can be told. Rows of duties say what was in force.
   */
  private static final List<String[]> PUT_OFF =
      List.of(
          // Proclamations 11046 to 11048 of 20 July 2026, put off by Proclamation 11056
          new String[] {"9903.03.12", "2026-08-22", "2026-08-19"},
          new String[] {"9903.03.13", "2026-08-22", "2026-08-19"},
          new String[] {"9903.03.14", "2026-08-22", "2026-08-19"},
          new String[] {"9903.03.16", "2026-08-22", "2026-08-19"});

  /**
   * What a code of a row has in common with others.
   *
   * @param each the code
   * @param row the row of the list that it comes from, which is what others confirm
   */
  static Group of(ListedCode each, ListedCode row, Words words, Witnesses witnesses) {
    boolean inFootnotes = each.source().contains("footnote");
    boolean second =
        each.verification().equals("SECOND") && !words.isOfWordsOnly(each) && !inFootnotes;
    boolean confirmed =
        !each.source().contains("outcome not found")
            && (!second || words.isOfficialLater(each) || witnesses.confirm(row));
    return new Group(
        words.list(each),
        words.outlasts(each) ? "" : firstOrdered(each),
        words.outlasts(each) ? "" : each.until(),
        words.restriction(each),
        words.conditions(each),
        words.takenOut(each),
        each.source() + (second && confirmed ? "; two copies agree" : ""),
        confirmed ? "VERIFIED" : "UNVERIFIED");
  }

  private static String firstOrdered(ListedCode each) {
    return PUT_OFF.stream()
        .filter(row -> row[0].equals(each.heading()) && row[1].equals(each.from()))
        .map(row -> row[2])
        .findFirst()
        .orElse(each.from());
  }

  /** The cells after the codes. */
  List<String> cells() {
    return List.of(
        words,
        conditions,
        from,
        until,
        from.isEmpty() || !endPublished().isEmpty() ? "" : day(PUBLISHED),
        until.isEmpty() ? "" : endPublished(),
        source,
        verification);
  }

  private String endPublished() {
    return day(END_PUBLISHED);
  }

  private String day(List<String[]> days) {
    return days.stream()
        .filter(each -> source.contains(each[0]))
        .map(each -> each[1])
        .findFirst()
        .orElse("");
  }

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
