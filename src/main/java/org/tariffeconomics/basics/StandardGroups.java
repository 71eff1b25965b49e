package org.tariffeconomics.basics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tariffeconomics.basics.CountryGroup.Membership;

/** The groups that come with the library. */
final class StandardGroups {

  private static final Map<String, CountryGroup> GROUPS = load();

  private StandardGroups() {}

  private static Map<String, CountryGroup> load() {
    Map<String, List<Membership>> memberships = new TreeMap<>();
    for (NamedCsvRecord row : BundledCsv.rows("groups.csv")) {
      List<Membership> group =
          memberships.computeIfAbsent(row.getField("group"), name -> new ArrayList<>());
      BundledCsv.words(row, "members").forEach(member -> group.add(membership(member, row)));
    }
    Map<String, CountryGroup> groups = new TreeMap<>();
    memberships.forEach((name, members) -> groups.put(name, CountryGroup.of(name, members)));
    return groups;
  }

  private static Membership membership(String member, NamedCsvRecord row) {
    String end = row.getField("end_exclusive");
    return new Membership(
        Country.of(member),
        LocalDate.parse(row.getField("first_day")),
        end.isEmpty() ? null : LocalDate.parse(end));
  }

  static Optional<CountryGroup> find(String name) {
    return Optional.ofNullable(GROUPS.get(name));
  }

  static List<String> names() {
    return List.copyOf(GROUPS.keySet());
  }
}
