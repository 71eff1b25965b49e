package org.tariffeconomics.reading;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;

/**
 * Restores the leading zeros that spreadsheets take from codes, where it is proved.
 *
 * @since 0.1.0
 */
public final class LostZeros {

  private LostZeros() {}

  /**
   * The code of a cell. A zero that is restored is a repair of the row; the subheading beside the
   * code, if there is one, is the proof.
   *
   * @param row the row
   * @param column the column of the code
   * @param subheadingColumn the column of its subheading; a label that no column has where the file
   *     has none
   * @return the code; null, with an error of the row, where it is none or where it is not known
   *     whether its zero is lost
   */
  public static @Nullable HsCode code(Row row, String column, String subheadingColumn) {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(subheadingColumn, "subheadingColumn");
    String digits = digits(row.cell(column));
    String subheading = digits(row.cell(subheadingColumn));
    if (digits.isEmpty() || !isNumber(digits)) {
      return row.parsed(column, HsCode::of);
    }
    if (isNumber(subheading) && subheading.length() >= 5) {
      return proved(row, column, digits, padded(subheading));
    }
    if (digits.length() == 9 || digits.length() == 11) {
      row.problem(column, digits.length() + " digits: whether a leading zero is lost is not clear");
      return null;
    }
    boolean lost = digits.length() % 2 == 1;
    return lost ? restored(row, column, digits) : row.parsed(column, HsCode::of);
  }

  private static @Nullable HsCode proved(Row row, String column, String digits, String subheading) {
    if (digits.startsWith(subheading)) {
      return row.parsed(column, HsCode::of);
    }
    if (digits.length() % 2 == 1 && ("0" + digits).startsWith(subheading)) {
      return restored(row, column, digits);
    }
    row.problem(column, "the line is not in the subheading " + subheading + " beside it");
    return null;
  }

  private static @Nullable HsCode restored(Row row, String column, String digits) {
    String whole = "0" + digits;
    HsCode code = row.parsed(column, text -> HsCode.of(whole));
    if (code != null) {
      row.repair(column, "a leading zero was lost: read as " + whole);
    }
    return code;
  }

  private static String padded(String subheading) {
    return subheading.length() % 2 == 1 ? "0" + subheading : subheading;
  }

  private static String digits(String text) {
    return text.replace(".", "").replace(" ", "");
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
