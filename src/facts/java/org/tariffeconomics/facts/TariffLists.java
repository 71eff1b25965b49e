package org.tariffeconomics.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the bundled lists of products from lists that name each code in a row of its own: codes of
 * the same list, days and words become one row, and codes that make up a whole heading or
 * subheading are written as that.
 *
 * <p>Arguments: the folder to write into, the folder of the lists ({@code scopes/*.csv}), the
 * folder of lists kept by others, and the folder with the releases of the schedule. The same input
 * gives the same bytes. It prints how many codes each list has.
 */
public final class TariffLists {

  private TariffLists() {}

  /**
   * Writes the files.
   *
   * @param args the four folders
   * @throws IOException when something cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException("Expected 4 folders: output, lists, witnesses, releases");
    }
    ScheduleCodes schedule = ScheduleCodes.read(Path.of(args[3]));
    List<ListedCode> written = ListedCode.readAll(Path.of(args[1]));
    Witnesses witnesses = Witnesses.read(Path.of(args[2]), AgreedLists.read(written));
    List<ListedCode> all = Renumbered.read().followed(written);
    Words words = Words.of(all);
    Map<String, Map<Group, Set<String>>> files = new TreeMap<>();
    for (ListedCode row : all) {
      for (ListedCode part : words.parted(row, schedule)) {
        for (ListedCode each : RussianMetal.with(part)) {
          Group group = Group.of(each, row, words, witnesses);
          files
              .computeIfAbsent(each.file(), f -> new TreeMap<>())
              .computeIfAbsent(group, g -> new TreeSet<>())
              .addAll(words.codes(each, schedule));
        }
      }
    }
    Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, Map<Group, Set<String>>> file : files.entrySet()) {
      Path out = Path.of(args[0]).resolve(file.getKey() + ".csv");
      Files.writeString(out, text(file.getValue(), words, schedule));
    }
  }

  private static String text(Map<Group, Set<String>> groups, Words words, ScheduleCodes schedule) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Written by the program TariffLists of the profile \"facts\"; amend its input.\n");
    text.append("list,codes,restriction,conditions,from,until,known_from,end_known_from,");
    text.append("citation,verification\n");
    Map<String, Integer> sizes = new LinkedHashMap<>();
    groups.forEach(
        (group, codes) -> {
          sizes.merge(group.list(), codes.size(), Integer::sum);
          List<String> cells = new ArrayList<>(List.of(group.list()));
          cells.add(CodeText.of(schedule.condensed(codes), words.takenOut(group)));
          cells.addAll(group.cells());
          text.append(CodeText.row(cells));
        });
    sizes.forEach((list, codes) -> System.out.println(list + ": " + codes));
    return text.toString();
  }
}
