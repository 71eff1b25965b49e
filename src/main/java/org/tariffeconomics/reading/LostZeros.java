package org.tariffeconomics.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;

/** Restores the leading zeros that spreadsheets take from codes, where it is proved. */
public final class LostZeros {

  private LostZeros() {}

  /**
   * The code of a cell; null, with a problem of the row, where it is none or it cannot be told
   * whether its zero is lost. The subheading beside it, if any, is the proof.
   */
  public static @Nullable HsCode code(
      CsvRow row, String column, String subheadingColumn, List<CsvProblem> repairs) {
    String digits = digits(row.cell(column));
    String subheading = digits(row.cell(subheadingColumn));
    if (digits.isEmpty() || !isNumber(digits)) {
      return row.parsed(column, HsCode::of);
    }
    if (isNumber(subheading) && subheading.length() >= 5) {
      return proved(row, column, digits, padded(subheading), repairs);
    }
    if (digits.length() == 9 || digits.length() == 11) {
      row.addProblem(
          column, digits.length() + " digits: whether a leading zero is lost cannot be told");
      return null;
    }
    boolean lost = digits.length() % 2 == 1;
    return lost ? restored(row, column, digits, repairs) : row.parsed(column, HsCode::of);
  }

  private static @Nullable HsCode proved(
      CsvRow row, String column, String digits, String subheading, List<CsvProblem> repairs) {
    if (digits.startsWith(subheading)) {
      return row.parsed(column, HsCode::of);
    }
    if (digits.length() % 2 == 1 && ("0" + digits).startsWith(subheading)) {
      return restored(row, column, digits, repairs);
    }
    row.addProblem(column, "the line is not in the subheading " + subheading + " beside it");
    return null;
  }

  private static @Nullable HsCode restored(
      CsvRow row, String column, String digits, List<CsvProblem> repairs) {
    String whole = "0" + digits;
    HsCode code = row.parsed(column, text -> HsCode.of(whole));
    if (code != null) {
      repairs.add(
          new CsvProblem(
              row.file(),
              row.line(),
              column,
              row.cell(column),
              "a leading zero was lost: read as " + whole));
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
