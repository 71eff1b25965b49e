package org.tariffeconomics.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Columns of a publisher's table that a reader does not know. Most say nothing of the duty; where
 * the label of one may, and a row has a text in it, no one knows what is due on that row.
 *
 * @param labels the labels of those of a table that may bear on the duty, in small letters
 * @since 0.1.0
 */
public record OtherColumns(List<String> labels) {

  private static final Pattern MAY_BEAR =
      Pattern.compile(
          ".*(dut(y|ies)|rate|tax|tariff|levy|charge|surtax|excise|ad.?valorem|specific|additional"
              + "|exclu|except|exempt|condition|certificate|licen[cs]e|document|quota|order|suspen"
              + "|safeguard|dumping|countervailing|remed(y|ies)|prohibit|restrict|end.?use"
              + "|qualifier|entry price|minimum|maximum|ceiling|floor|season|component).*"
              + "|min|max|(.*[ _.])?(min|max)([ _.].*)?");

  /**
   * Columns of a table.
   *
   * @param labels their labels in small letters
   */
  public OtherColumns {
    labels = List.copyOf(Objects.requireNonNull(labels, "labels"));
  }

  /**
   * The columns of a table that may bear on the duty.
   *
   * @param header the header of the table
   * @param isKnown whether the reader knows a column, by its label in small letters, or knows that
   *     it says nothing of the duty
   * @return the others
   */
  public static OtherColumns of(Header header, Predicate<String> isKnown) {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(isKnown, "isKnown");
    return new OtherColumns(
        header.labels().stream().filter(each -> mayBear(each) && !isKnown.test(each)).toList());
  }

  /**
   * The first of these columns in which a row has a text.
   *
   * @param row a row of the table
   * @return the label; empty where there is none
   */
  public Optional<String> firstIn(Row row) {
    Objects.requireNonNull(row, "row");
    return labels.stream().filter(each -> row.optional(each).isPresent()).findFirst();
  }

  /**
   * Whether a column may say something of the duty.
   *
   * @param label its label, in any case
   * @return true where the words of the label name a duty, or what a duty depends on
   */
  public static boolean mayBear(String label) {
    Objects.requireNonNull(label, "label");
    return MAY_BEAR.matcher(Header.normal(label)).matches();
  }
}
