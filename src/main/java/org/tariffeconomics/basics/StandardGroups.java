package org.tariffeconomics.basics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tariffeconomics.basics.CountryGroup.Membership;

/** The groups that come with the library. */
final class StandardGroups {

  private static final Map<String, CountryGroup> GROUPS = load();

  /** No full name is shorter, so that codes of countries are not looked for among them. */
  private static final int SHORTEST_FULL = 4;

  /** The groups by their full names, made when a text is no group's short name. */
  private static final class Full {
    private static final Map<String, String> NAMES = new TreeMap<>();

    static {
      fullName("European Union", "EU");
      fullName("European Free Trade Association", "EFTA");
      fullName("European Economic Area", "EEA");
      fullName("Association of Southeast Asian Nations", "ASEAN");
      fullName("Association of South-East Asian Nations", "ASEAN");
      fullName("Gulf Cooperation Council", "GCC");
      fullName("Cooperation Council for the Arab States of the Gulf", "GCC");
      fullName("Southern Common Market", "MERCOSUR");
      fullName("Southern African Customs Union", "SACU");
      fullName("North American Free Trade Agreement", "NAFTA");
      fullName("United States-Mexico-Canada Agreement", "USMCA");
      fullName("CUSMA", "USMCA");
      fullName("T-MEC", "USMCA");
      fullName("CAFTA", "CAFTA-DR");
      fullName("Comprehensive and Progressive Agreement for Trans-Pacific Partnership", "CPTPP");
    }

    private static void fullName(String name, String group) {
      NAMES.put(NameKey.of(name), group);
    }
  }

  private StandardGroups() {}

  private static Map<String, CountryGroup> load() {
    Map<String, List<Membership>> memberships = new TreeMap<>();
    for (NamedCsvRecord row : BundledCsv.rows("groups.csv")) {
      List<Membership> group =
          memberships.computeIfAbsent(row.getField("group"), name -> new ArrayList<>());
      BundledCsv.words(row, "members").forEach(member -> group.add(membership(member, row)));
    }
    Map<String, CountryGroup> groups = new TreeMap<>();
    memberships.forEach((name, members) -> groups.put(name, CountryGroup.ofName(name, members)));
    return groups;
  }

  private static Membership membership(String member, NamedCsvRecord row) {
    String end = row.getField("end_exclusive");
    return new Membership(
        CountryCodes.bundled(member),
        LocalDate.parse(row.getField("first_day")),
        end.isEmpty() ? null : LocalDate.parse(end));
  }

  /** The group of this name or full name, in any letters. */
  static Optional<CountryGroup> named(String text) {
    String name = Texts.readable("A group", text).strip().toUpperCase(Locale.ROOT);
    Optional<CountryGroup> group = find(name);
    return group.isPresent() || name.length() < SHORTEST_FULL ? group : ofFullName(name);
  }

  private static Optional<CountryGroup> ofFullName(String name) {
    return Optional.ofNullable(Full.NAMES.get(NameKey.of(name))).map(GROUPS::get);
  }

  static Optional<CountryGroup> find(String name) {
    return Optional.ofNullable(GROUPS.get(name));
  }

  static List<String> names() {
    return List.copyOf(GROUPS.keySet());
  }
}
