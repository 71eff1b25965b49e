package org.tariffeconomics.basics;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds units by their codes and words. */
final class UnitCodes {

  private static final String OF = " of ";
  private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t\n\u000b\f\r");
  private static final Pattern QUALIFIER = Pattern.compile("[a-z0-9](?:[a-z0-9 %']|-(?! ))*+");

  private static final Map<String, Unit> BY_CODE = new HashMap<>();
  private static final List<Unit> ALL;

  /** Codes that stand where a unit should and are none. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "x", "no quantity is collected",
          "na", "the unit differs between the ten-digit lines",
          "irc", "the quantity is that of the Internal Revenue Code",
          "cwt", "a hundredweight is 100 or 112 pounds: state the quantity in lb");

  static {
    List<Unit> units = new ArrayList<>();
    BundledCsv.rows("units.csv").forEach(row -> units.add(unit(row)));
    ALL = List.copyOf(units);
  }

  private UnitCodes() {}

  private static Unit unit(NamedCsvRecord row) {
    Unit unit =
        new Unit(
            row.getField("code"),
            row.getField("name"),
            Unit.Dimension.valueOf(row.getField("dimension")),
            row.getField("measures"),
            new BigDecimal(row.getField("multiplier")));
    add(unit.code(), unit);
    for (String alias : row.getField("aliases").split("\\|", -1)) {
      add(alias, unit);
    }
    return unit;
  }

  private static void add(String code, Unit unit) {
    if (code.isEmpty()) {
      return;
    }
    Unit before = BY_CODE.put(key(code), unit);
    if (before != null && !before.equals(unit)) {
      throw new IllegalStateException("units.csv gives " + code + " to " + before + " and " + unit);
    }
  }

  private static String key(String code) {
    String key = BLANKS.collapseFrom(code.strip().toLowerCase(Locale.ROOT), ' ');
    return key.endsWith(".") ? key.substring(0, key.length() - 1).stripTrailing() : key;
  }

  /** A plain unit with a qualifier: the official one, where there is one. */
  static Unit measuring(Unit plain, String what) {
    String measures = key(Texts.readable("A qualifier", what));
    if (!plain.measures().isEmpty() || !QUALIFIER.matcher(measures).matches()) {
      throw new IllegalArgumentException(Texts.quoted(plain + OF + what) + " is no unit");
    }
    return ALL.stream()
        .filter(u -> u.measures().equals(measures) && u.dimension() == plain.dimension())
        .filter(u -> u.multiplier().compareTo(plain.multiplier()) == 0)
        .findFirst()
        .orElseGet(() -> measured(plain, measures));
  }

  private static Unit measured(Unit plain, String measures) {
    return new Unit(
        plain + OF + measures,
        plain.name() + OF + measures,
        plain.dimension(),
        measures,
        plain.multiplier());
  }

  static List<Unit> all() {
    return ALL;
  }

  static Unit unit(String code) {
    Texts.readable("A unit", code);
    Unit unit = BY_CODE.get(key(code));
    if (unit != null) {
      return unit;
    }
    int of = key(code).indexOf(OF);
    Unit plain = of < 0 ? null : BY_CODE.get(key(code).substring(0, of));
    if (plain != null) {
      return plain.measuring(key(code).substring(of + OF.length()));
    }
    String reason = REFUSED.get(key(code));
    throw new IllegalArgumentException(
        reason == null
            ? "Unknown unit " + Texts.quoted(code)
            : Texts.quoted(code) + " is no unit: " + reason);
  }
}
