package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.tariff.Rule;

/**
 * One meaning of a column or symbol: a programme for some origins and days. Symbols that mean the
 * same are one entry.
 *
 * @param number its place among the entries of the key
 * @param programme the programme's name
 * @param rule what its measures do
 * @param origins the origins it is open to
 * @param validity when it is in force
 * @param citation where a line states its rate, and where the programme stands
 */
record KeyEntry(
    int number,
    String programme,
    Rule rule,
    OriginScope origins,
    Validity validity,
    String citation) {

  /** What symbols have in common that mean the same. */
  private record Meaning(String programme, OriginScope origins, Validity validity) {

    private static Meaning of(SpecialProgramme each) {
      return new Meaning(each.programme(), each.origins(), each.validity());
    }
  }

  boolean holds(Country origin, LocalDate day, Knowledge knowledge) {
    return validity.holds(day, knowledge) && origins.includes(origin, day);
  }

  /** The entries of a key in a fixed order, and which of them a column or symbol stands for. */
  static final class Table {

    private final List<KeyEntry> all = new ArrayList<>();
    private final KeyEntry general;
    private final List<KeyEntry> column2 = new ArrayList<>();
    private final Map<String, List<KeyEntry>> bySymbol = new LinkedHashMap<>();
    private final Set<Meaning> free = new HashSet<>();

    Table(ProgrammeKey key) {
      general =
          add(key.general(), Rule.BASE, OriginScope.all(), Validity.always(), "column 1 general");
      for (ProgrammeKey.Column2Days each : key.column2Days()) {
        column2.add(add(key.column2(), Rule.BASE, each.origins(), each.validity(), "column 2"));
      }
      Map<Meaning, KeyEntry> known = new LinkedHashMap<>();
      key.programmes(ProgrammeKey.FREE_LINES).forEach(each -> free.add(Meaning.of(each)));
      for (SpecialProgramme each : key.programmes()) {
        Meaning meaning = Meaning.of(each);
        bySymbol
            .computeIfAbsent(each.symbol(), symbol -> new ArrayList<>())
            .add(known.computeIfAbsent(meaning, m -> special(each)));
      }
    }

    private KeyEntry special(SpecialProgramme each) {
      String stands = each.source().citation();
      return add(
          each.programme(),
          Rule.PREFERENCE,
          each.origins(),
          each.validity(),
          "column 1 special ("
              + each.symbol()
              + ")"
              + (free.contains(Meaning.of(each)) ? ", or free in column 1 general" : "")
              + (stands.isEmpty() ? "" : "; " + stands));
    }

    private KeyEntry add(
        String programme, Rule rule, OriginScope origins, Validity validity, String citation) {
      KeyEntry entry = new KeyEntry(all.size(), programme, rule, origins, validity, citation);
      all.add(entry);
      return entry;
    }

    List<KeyEntry> all() {
      return all;
    }

    KeyEntry general() {
      return general;
    }

    List<KeyEntry> column2() {
      return column2;
    }

    boolean knows(String symbol) {
      return SpecialRate.SYMBOLS.contains(symbol) || bySymbol.containsKey(symbol);
    }

    /** The preferences of all symbols but some, each once. */
    Set<KeyEntry> allBut(Set<String> symbols) {
      Set<KeyEntry> rest = new LinkedHashSet<>();
      bySymbol.forEach(
          (symbol, some) -> {
            if (!symbols.contains(symbol)) {
              rest.addAll(some);
            }
          });
      return rest;
    }

    List<KeyEntry> of(String symbol) {
      return bySymbol.getOrDefault(symbol, List.of());
    }
  }
}
