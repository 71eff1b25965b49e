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
import org.tariffeconomics.rate.Condition;
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
 * @param conditions what must be declared besides a claim
 */
record KeyEntry(
    int number,
    String programme,
    Rule rule,
    OriginScope origins,
    Validity validity,
    String citation,
    List<Condition> conditions) {

  /** What symbols have in common that mean the same. */
  private record Meaning(
      String programme, OriginScope origins, Validity validity, List<Condition> conditions) {

    private static Meaning of(SpecialProgramme each, List<Condition> conditions) {
      return new Meaning(each.programme(), each.origins(), each.validity(), conditions);
    }
  }

  /** What opens a programme of which it is not confirmed who may claim it. */
  static List<Condition> unconfirmed(SpecialProgramme each) {
    return List.of(Condition.parse(ProgrammeKey.CONFIRMED + each.programme() + "=yes"));
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
          add(
              key.general(),
              Rule.BASE,
              OriginScope.all(),
              Validity.always(),
              "column 1 general",
              List.of());
      for (ProgrammeKey.Column2Days each : key.column2Days()) {
        column2.add(
            add(key.column2(), Rule.BASE, each.origins(), each.validity(), "column 2", List.of()));
      }
      key.programmes(ProgrammeKey.FREE_LINES)
          .forEach(each -> free.add(Meaning.of(each, List.of())));
      Map<Meaning, KeyEntry> known = new LinkedHashMap<>();
      key.programmes().forEach(each -> addSpecial(each, List.of(), known));
      key.unconfirmed().forEach(each -> addSpecial(each, KeyEntry.unconfirmed(each), known));
    }

    private void addSpecial(
        SpecialProgramme each, List<Condition> conditions, Map<Meaning, KeyEntry> known) {
      Meaning meaning = Meaning.of(each, conditions);
      bySymbol
          .computeIfAbsent(each.symbol(), symbol -> new ArrayList<>())
          .add(known.computeIfAbsent(meaning, m -> special(each, m)));
    }

    private KeyEntry special(SpecialProgramme each, Meaning meaning) {
      String stands = each.source().citation();
      return add(
          each.programme(),
          Rule.PREFERENCE,
          each.origins(),
          each.validity(),
          "column 1 special ("
              + each.symbol()
              + ")"
              + (free.contains(meaning) ? ", or free in column 1 general" : "")
              + (stands.isEmpty() ? "" : "; " + stands),
          meaning.conditions());
    }

    private KeyEntry add(
        String programme,
        Rule rule,
        OriginScope origins,
        Validity validity,
        String citation,
        List<Condition> conditions) {
      KeyEntry entry =
          new KeyEntry(all.size(), programme, rule, origins, validity, citation, conditions);
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
