package org.tariffeconomics.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, texts, numbers and truth values as JSON, in the order in which they come. A
 * number has twelve digits at most, so that its text does not depend on how a Java runtime writes
 * doubles.
 */
final class ChartJson {

  static final MathContext DIGITS = new MathContext(12);

  private final StringBuilder out = new StringBuilder(4096);

  private ChartJson() {}

  static String of(Map<String, ?> object) {
    ChartJson json = new ChartJson();
    json.value(object, 0);
    return json.out.append('\n').toString();
  }

  /** The number that a double stands for, to twelve digits. */
  static BigDecimal exact(double value) {
    return new BigDecimal(value).round(DIGITS);
  }

  private void value(@Nullable Object value, int depth) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof List<?> list) {
      list(list, depth);
    } else if (value instanceof Double number) {
      BigDecimal exact = exact(number);
      out.append(exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString());
    } else if (value instanceof Integer) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void object(Map<?, ?> map, int depth) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> each : map.entrySet()) {
      out.append(separator);
      separator = ",";
      indent(depth + 1);
      text(each.getKey().toString());
      out.append(':').append(depth < 4 ? " " : "");
      value(each.getValue(), depth + 1);
    }
    indent(depth);
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    out.append('[');
    String separator = "";
    for (Object each : list) {
      out.append(separator);
      separator = ",";
      indent(depth + 1);
      value(each, depth + 1);
    }
    indent(depth);
    out.append(']');
  }

  /** Only the outer levels stand on lines of their own: a row of data stays on one. */
  private void indent(int depth) {
    if (depth < 4) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        out.append('\\').append(each);
      } else if (each < ' '
          || each == '<'
          || Character.isSurrogate(each)
          || each == '\u2028'
          || each == '\u2029') {
        escape(each);
      } else {
        out.append(each);
      }
    }
    out.append('"');
  }

  /** Escaped too is what would end a script element, and what JavaScript takes for a line break. */
  private void escape(char each) {
    String hex = Integer.toHexString(each);
    out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
  }
}
