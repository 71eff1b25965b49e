package org.tariffeconomics.economy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.basics.Country;

/** Codes and where they stand in a list. */
final class Index {

  private static final int SHOWN = 12;

  private Index() {}

  static Map<String, Integer> of(List<String> codes) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      index.put(codes.get(i), i);
    }
    return index;
  }

  /** A code that matches nothing must fail: a shock to nobody would be no shock. */
  static IllegalArgumentException noSuch(String what, String code, List<String> codes) {
    String shown = code.length() > 40 ? code.substring(0, 40) + "…" : code;
    String close =
        codes.stream()
            .filter(each -> each.equalsIgnoreCase(code.strip()))
            .findFirst()
            .or(() -> country(code).filter(codes::contains))
            .map(each -> ": did you mean " + each + "?")
            .orElse("");
    String known =
        codes.size() <= SHOWN
            ? codes.toString()
            : String.format(
                Locale.ROOT, "%s and %d more", codes.subList(0, SHOWN), codes.size() - SHOWN);
    return new IllegalArgumentException("No " + what + " '" + shown + "' in " + known + close);
  }

  /** The code of a country that was named in another way: by three letters, in English. */
  private static Optional<String> country(String named) {
    return Country.find(named).map(Country::alpha2);
  }
}
