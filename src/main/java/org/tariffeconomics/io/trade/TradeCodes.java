package org.tariffeconomics.io.trade;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.reading.Row;

/** Codes of parties and products, each understood once a file. */
final class TradeCodes {

  static final String RESTORED = "leading zero of a product code put back";

  /** A file with more distinct codes than any nomenclature has is not let fill the memory. */
  private static final int MOST = 200_000;

  /** Codes of the statistics of EU trade for countries that have another one elsewhere. */
  private static final Map<String, String> OTHER_CODES = Map.of("XS", "RS", "XU", "GB");

  private final Map<String, TradeParty> parties = new HashMap<>();
  private final Map<String, Product> products = new HashMap<>();
  private final Function<String, Country> countries;

  /** A product's code, or why it is none. */
  record Product(String digits, @Nullable HsCode code, boolean restored, String problem) {}

  /** Whether codes have an even number of digits, as those of the United Nations and the US. */
  private final boolean even;

  private TradeCodes(Function<String, Country> countries, boolean even) {
    this.countries = countries;
    this.even = even;
  }

  TradeCodes(Function<String, Country> countries) {
    this(countries, false);
  }

  /** Of files whose codes have an even number of digits. */
  static TradeCodes ofEvenDigits(Function<String, Country> countries) {
    return new TradeCodes(countries, true);
  }

  TradeParty party(Row row, int column) {
    String code = row.cell(column);
    if (code.isEmpty()) {
      row.problem(column, "the cell is blank and must not be");
      return TradeParty.UNSTATED;
    }
    TradeParty known = parties.get(code);
    if (known == null) {
      known = found(code);
      remember(parties, code, known);
    }
    return known;
  }

  private TradeParty found(String code) {
    try {
      return new TradeParty(code, countries.apply(OTHER_CODES.getOrDefault(code, code)));
    } catch (IllegalArgumentException e) {
      return new TradeParty(code, null);
    }
  }

  /** The product in a cell; one of five, seven or nine digits may have lost its leading zero. */
  @Nullable Product product(Row row, int column, boolean numeric) {
    return product(row, column, row.cell(column), numeric);
  }

  /** The product whose code stands before its description in one cell. */
  @Nullable Product productBefore(Row row, int column) {
    String text = row.cell(column);
    int end = text.indexOf(' ');
    return product(row, column, end < 0 ? text : text.substring(0, end), false);
  }

  private @Nullable Product product(Row row, int column, String text, boolean numeric) {
    Product known = products.get(text);
    if (known == null) {
      known = found(text, numeric);
      remember(products, text, known);
    }
    if (known.code() == null) {
      row.problem(column, known.problem());
      return null;
    }
    if (known.restored()) {
      row.countRepair(RESTORED);
    }
    return known;
  }

  /** Only codes written as numbers are mended: an odd length then has one cause. */
  private Product found(String text, boolean numeric) {
    boolean lost = numeric && text.matches("[1-9][0-9]{0,8}") && text.length() % 2 == 1;
    String digits = lost ? "0" + text : text;
    try {
      HsCode code = HsCode.of(digits);
      if (even && code.digits().length() % 2 == 1) {
        return new Product(
            text,
            null,
            false,
            "a code of this file has an even number of digits, but this one has "
                + code.digits().length()
                + " (a leading zero lost in a spreadsheet?)");
      }
      return new Product(code.digits(), code, lost, "");
    } catch (IllegalArgumentException e) {
      return new Product(text, null, false, String.valueOf(e.getMessage()));
    }
  }

  private static <T> void remember(Map<String, T> known, String key, T value) {
    if (known.size() < MOST) {
      known.put(key, value);
    }
  }

  static Set<TradeMark> marks(@Nullable Product product) {
    return product != null && product.restored()
        ? EnumSet.of(TradeMark.CODE_RESTORED)
        : EnumSet.noneOf(TradeMark.class);
  }
}
