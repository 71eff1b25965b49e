package org.tariffeconomics.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the words of a list mean: the list they belong to, the facts they ask for, and the
 * statistical numbers they name.
 */
final class Words {

  private static final Pattern SUBDIVISION = Pattern.compile("note 16\\(c\\)\\(([ivx]+)\\)");
  private static final Pattern ITEM = Pattern.compile("item ([0-9]+):.*");
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]{4}\\.[0-9]{2}\\.[0-9]{4})|(\\.[0-9]{4})");

  private static final String OTHER_THAN = "other than statistical number";
  private static final String WEIGHT = "weight of the listed metal";

  /** The heading of the duty on derivatives with aluminium of Russia. */
  static final String RUSSIAN_METAL = "9903.85.68";

  /** The words of heading 9903.82.03, of goods with some of the metal. */
  static final String LESS_WEIGHT = WEIGHT + " less than 15 percent of the article";

  /** Goods of which the schedule has statistical numbers of their own, by the ends of these. */
  private static final Map<String, List<String>> NUMBERED =
      Map.of(
          "castings and forgings only", List.of("60", "70"),
          "bumper stampings of aluminum", List.of("30"),
          "body stampings of aluminum for agricultural tractors", List.of("30"));

  /**
   * Bumper and body stampings of steel, which notes 16(a)(ii) and 16(l) describe as those of
   * aluminium in note 19 and the lists name by their lines alone.
   */
  private static final Map<String, String> STAMPINGS_OF_STEEL =
      Map.of("87081030", "8708103020", "87082921", "8708292120");

  private static final List<String> WITH_STAMPINGS = List.of("9903.80.03", "9903.81.89");

  /** Words of note 19(a)(iii) and (i) that are those of the schedule for the whole line. */
  private static final List<String> OF_THE_LINE =
      List.of(
          "stranded wire, cables and the like with steel core, fitted with fittings or made up",
          "electrical conductors, not fitted or made up",
          "other, not fitted or made up",
          "fitted with fittings or made up");

  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry(
              "civil aircraft, engines, parts, flight simulators under general note 6",
              "civil aircraft=yes"),
          Map.entry(
              "civil aircraft, engines, parts, flight simulators under general note 6, not unmanned",
              "civil aircraft=yes"),
          Map.entry(
              "for use in pharmaceutical applications and not patented in the United States",
              "pharmaceutical use=yes; patented medicine=no"),
          Map.entry("for use in pharmaceutical applications", "pharmaceutical use=yes"),
          Map.entry("for religious purposes only", "religious use=yes"),
          Map.entry("energy or energy resources as the executive order defines them", "energy=yes"),
          Map.entry("potash", "potash=yes"),
          Map.entry("parts of passenger vehicles and light trucks", "vehicle part=yes"),
          Map.entry(
              "parts of passenger vehicles and light trucks, of the United Kingdom, for vehicles of"
                  + " the United Kingdom",
              "vehicle part=yes; part for UK vehicle=yes"),
          Map.entry("parts of medium- and heavy-duty vehicles", "truck part=yes"),
          Map.entry(
              "completed kitchen cabinets and vanities and their parts", "kitchen cabinet=yes"),
          Map.entry("modules of note 18(g)", "solar module=yes"),
          Map.entry(
              "logic integrated circuits, or articles with them, within the TPP and DRAM-bandwidth"
                  + " windows of the note",
              "advanced chip=yes"),
          Map.entry(
              "patented pharmaceutical articles (Orange or Purple Book) and their ingredients",
              "patented medicine=yes"),
          Map.entry("with thermal imaging", "thermal imager=yes"),
          Map.entry("without thermal imaging", "thermal imager=no"),
          Map.entry("docking stations for unmanned aircraft or their parts", "drone=yes"),
          Map.entry(
              "for unmanned aircraft over 25 kg take-off weight, except for retail delivery,"
                  + " agriculture or the Department of War",
              "drone=yes; goods:over 25 kg take-off weight=yes"),
          Map.entry("intermodal chassis, subassemblies and parts", "intermodal chassis=yes"),
          Map.entry("ship-to-shore gantry cranes of China", "ship-to-shore crane=yes"),
          Map.entry(
              "ship-to-shore gantry cranes of China, or with Chinese components, or of"
                  + " Chinese-owned makers",
              "ship-to-shore crane=yes"));

  /** Words that hold for every vehicle of the lines, or that the measure itself asks for. */
  private static final List<String> OF_ALL_GOODS =
      List.of(
          "passenger vehicles of the United Kingdom within the annual quota of 100,000",
          "passenger vehicles (sedans, SUVs, crossovers, minivans, cargo vans) and light trucks",
          "medium- and heavy-duty vehicles");

  /**
   * Lines of vehicles of which only some are meant: electric trucks of any weight, dumpers, special
   * vehicles, chassis and works trucks.
   */
  private static final List<String> SOME_VEHICLES =
      List.of("870460", "870410", "870490", "8705", "8706", "8709");

  /**
   * Civil aircraft of the EU and Korea, free of duties on metals to date; exclusions of section 301
   * that may have been prolonged; textiles of CAFTA-DR.
   */
  private static final List<String> USED_BY_OTHERS =
      List.of("9903.02.76", "9903.02.81", "9903.88.69", "9903.88.70", "9903.06.06");

  /** The rows of the lists of metals of 2026. */
  private final List<ListedCode> metals = new ArrayList<>();

  private final Map<String, TreeSet<String>> steelOf2026 = new TreeMap<>();
  private final Map<String, List<String>> numbersOutOfList3 = new TreeMap<>();
  private final List<String> nails = new ArrayList<>();

  private Words() {}

  static Words of(List<ListedCode> all) {
    Words words = new Words();
    for (ListedCode each : all) {
      if (each.heading().startsWith("9903.82.")) {
        words.metals.add(each);
        words
            .steelOf2026
            .computeIfAbsent(each.source().split(";", -1)[0], s -> new TreeSet<>())
            .add(each.code());
      }
      if (each.heading().equals("9903.88.04")) {
        words.numbersOutOfList3.put(each.code(), numbers(each));
      }
      if (each.heading().equals("9903.81.89") && each.code().startsWith("7317")) {
        words.nails.add(each.code());
      }
    }
    return words;
  }

  /** The metals on whose lists a code or one above it is: their weights are added up. */
  private NavigableSet<String> metalsOf(ListedCode each) {
    return metals.stream()
        .filter(row -> each.code().startsWith(row.code()) && row.isAtSomeTimeWith(each))
        .map(Words::metal)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The rows that a row stands for: a line on the list of one metal of which the list of another
   * has some statistical numbers only is written by its numbers, since of these the weights of both
   * metals are added up.
   */
  List<ListedCode> parted(ListedCode each, ScheduleCodes schedule) {
    if (!isByWeight(each)) {
      return List.of(each);
    }
    Set<String> own = metalsOf(each);
    boolean more =
        metals.stream()
            .filter(row -> row.code().startsWith(each.code()) && row.isAtSomeTimeWith(each))
            .anyMatch(row -> !own.contains(metal(row)));
    return more
        ? schedule.numbers(each.code()).stream().map(each::withCode).toList()
        : List.of(each);
  }

  /** Whether the goods are on the list by how much of their weight is metal. */
  static boolean isByWeight(ListedCode each) {
    return each.restriction().startsWith(WEIGHT);
  }

  private static String metal(ListedCode each) {
    return each.file().replace("s232-", "");
  }

  /** Whether an official list of a later day has the code of a list that was copied. */
  boolean isOfficialLater(ListedCode each) {
    return switch (each.heading()) {
      case "9903.81.87", "9903.80.01" -> isListed(each.code(), "note 16(c)(iii)");
      // nails: note 16(m) leaves their numbers to note 16(l)
      case "9903.81.89", "9903.80.03" -> isListed(each.code(), "note 16(c)(iv)");
      default -> false;
    };
  }

  private boolean isListed(String code, String note) {
    return steelOf2026.get(note).stream().anyMatch(code::startsWith);
  }

  /** Whether the law has words alone, so that the codes only say where such goods are found. */
  boolean isOfWordsOnly(ListedCode each) {
    return each.file().equals("ieepa-fentanyl");
  }

  /**
   * Whether other measures take the same goods for longer than the list's own heading: the measures
   * say when.
   */
  boolean outlasts(ListedCode each) {
    return USED_BY_OTHERS.contains(each.heading());
  }

  String list(ListedCode each) {
    String heading = each.heading();
    if (heading.equals(RUSSIAN_METAL)) {
      return heading + shareOfWeight(each);
    }
    Matcher subdivision = SUBDIVISION.matcher(each.source());
    if (heading.startsWith("9903.82.") && subdivision.find()) {
      return heading + " (c)(" + subdivision.group(1) + ")";
    }
    return switch (heading) {
      case "none" -> "Canada import exclusion";
      case "9903.81.87" -> heading + " chapter " + each.code().substring(0, 2);
      case "9903.45.25" -> each.code().startsWith("854142") ? "9903.45.22" : heading;
      default -> heading;
    };
  }

  private static String shareOfWeight(ListedCode each) {
    if (each.restriction().equals(LESS_WEIGHT)) {
      return " under 15 percent";
    }
    return isByWeight(each) ? " from 15 percent" : "";
  }

  /** The words that stay, where the codes do not say the same. */
  String restriction(ListedCode each) {
    return conditions(each).isEmpty() ? "" : each.restriction();
  }

  String conditions(ListedCode each) {
    String words = each.restriction();
    if (words.isEmpty()
        || words.startsWith(OTHER_THAN)
        || NUMBERED.containsKey(words)
        || OF_THE_LINE.contains(words)) {
      return "";
    }
    if (isByWeight(each)) {
      return weight(each);
    }
    if (OF_ALL_GOODS.contains(words)) {
      return vehicle(each);
    }
    Matcher item = ITEM.matcher(words);
    if (item.matches()) {
      // claimed under the heading of the exclusions, so that it is a relief and not a kind of goods
      return "exclusion=" + each.heading() + " item " + item.group(1);
    }
    String facts = FACTS.get(words);
    if (facts == null) {
      return "goods:" + words.replaceAll("[;=<>\"]", "") + "=yes";
    }
    boolean unmanned = each.code().startsWith("8806") || each.code().startsWith("8807");
    return words.endsWith("not unmanned") && unmanned ? facts + "; drone=no" : facts;
  }

  private String weight(ListedCode each) {
    String weight = "weight:" + String.join("+", metalsOf(each));
    return each.restriction().equals(LESS_WEIGHT)
        ? "weight:" + metal(each) + ">0; " + weight + "<0.15"
        : weight + ">=0.15";
  }

  private static String vehicle(ListedCode each) {
    boolean some = SOME_VEHICLES.stream().anyMatch(each.code()::startsWith);
    if (!some) {
      return "";
    }
    return each.heading().equals("9903.94.01")
        ? "vehicle=light truck"
        : "vehicle=medium or heavy truck";
  }

  /** The numbers that are taken out of a line, by blanks. */
  String takenOut(ListedCode each) {
    if (each.restriction().equals("other than statistical numbers of note 16(l)")) {
      return String.join(
          " ", nails.stream().filter(number -> number.startsWith(each.code())).sorted().toList());
    }
    return each.restriction().startsWith(OTHER_THAN) && !isRestOfList3(each)
        ? String.join(" ", numbers(each))
        : "";
  }

  Collection<String> takenOut(Group group) {
    return group.takenOut().isEmpty() ? List.of() : List.of(group.takenOut().split(" ", -1));
  }

  /** A line of list 4A of which list 3 has all but some numbers, so that these are left. */
  private boolean isRestOfList3(ListedCode each) {
    return each.heading().equals("9903.88.15") && numbersOutOfList3.containsKey(each.code());
  }

  /** The codes that a row stands for. */
  Collection<String> codes(ListedCode each, ScheduleCodes schedule) {
    List<String> numbered = NUMBERED.get(each.restriction());
    if (numbered != null) {
      return numbered.stream().map(each.code()::concat).toList();
    }
    if (WITH_STAMPINGS.contains(each.heading())) {
      return List.of(STAMPINGS_OF_STEEL.getOrDefault(each.code(), each.code()));
    }
    if (isRestOfList3(each)) {
      List<String> left = new ArrayList<>(numbersOutOfList3.get(each.code()));
      left.removeAll(numbers(each));
      return left;
    }
    return List.of(each.code());
  }

  private static List<String> numbers(ListedCode each) {
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(each.restriction());
    while (number.find()) {
      String text = number.group().replace(".", "");
      numbers.add(text.length() == 4 ? each.code() + text.substring(2) : text);
    }
    return numbers;
  }
}
