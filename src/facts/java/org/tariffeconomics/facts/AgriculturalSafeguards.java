package org.tariffeconomics.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.tariffeconomics.quota.PriceTiers;
import org.tariffeconomics.quota.PriceTiers.Tier;
import org.tariffeconomics.quota.PriceTiers.TierText;
import org.tariffeconomics.rate.DutyRate;

/**
 * Writes the special safeguards on agricultural goods (chapter 99, subchapter IV of the schedule)
 * as measures, and the register of their headings, from a release: the tree above a heading says
 * for which goods and by which safeguard, the heading at which price, its additional duty how much.
 *
 * <p>Arguments: the file of measures, the file of headings, and the release. The same release gives
 * the same bytes.
 */
public final class AgriculturalSafeguards {

  private static final Path ANNOUNCED = Path.of("src/facts/resources/us-quantity-safeguards.csv");
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}\\b");
  private static final String PROGRAMME = "agricultural safeguard";
  private static final String BY_QUANTITY = "quantity safeguard";

  /** Goods under way by a contract settled before an announcement are not subject to it. */
  private static final String NOT_EN_ROUTE = "en route before safeguard=no";

  private static final String TITLE = "Harmonized Tariff Schedule, chapter 99, subchapter IV";
  private static final String NOTES = "; U.S. notes 1 and 2";

  /** U.S. note 1: not subject to the subchapter. */
  private static final String ORIGINS =
      "* except CA,MX,JO,SG,CL,AU,MA,SV,HN,NI,GT,BH,DO,CR,PE,OM,KR,CO,PA";

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

  private final StringBuilder measures = new StringBuilder();
  private final StringBuilder headings = new StringBuilder();
  private final List<Announced> announced;
  private int written;

  /** A period in which quantity counts. */
  private record Announced(
      String first,
      String last,
      LocalDate from,
      LocalDate until,
      String published,
      String citation) {
    private static Announced of(List<String> cells) {
      return new Announced(
          cells.get(0),
          cells.get(1),
          LocalDate.parse(cells.get(2)),
          LocalDate.parse(cells.get(3)).plusDays(1),
          cells.get(4),
          cells.get(5));
    }

    private boolean names(String heading) {
      return heading.compareTo(first) >= 0 && heading.compareTo(last) <= 0;
    }
  }

  /** A heading with the words above it. */
  private record Heading(String code, List<String> above, String text, String duty) {
    private boolean isByQuantity() {
      return above.stream().anyMatch(each -> each.contains("safeguards based upon quantity"))
          || text.contains("safeguards based upon quantity");
    }

    /** The goods by the closest words that name any. */
    private Set<String> goods() {
      Set<String> own = codes(text);
      for (int i = above.size() - 1; own.isEmpty() && i >= 0; i--) {
        own = codes(above.get(i));
      }
      return own;
    }

    private String group() {
      return above.isEmpty() ? text : above.get(0);
    }
  }

  private AgriculturalSafeguards(List<Announced> announced) {
    this.announced = announced;
  }

  /**
   * Writes the files.
   *
   * @param args the file of measures, the file of headings, and the release
   * @throws IOException when something cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("Expected 3 files: measures, headings, release");
    }
    List<Announced> announced =
        CodeText.rows(Files.readString(ANNOUNCED)).stream().map(Announced::of).toList();
    AgriculturalSafeguards made = new AgriculturalSafeguards(announced);
    Map<String, List<Heading>> groups = new LinkedHashMap<>();
    for (Heading each : read(Path.of(args[2]))) {
      groups.computeIfAbsent(each.group(), g -> new ArrayList<>()).add(each);
    }
    groups.forEach(made::group);
    Files.writeString(Path.of(args[0]), made.measuresText());
    Files.writeString(Path.of(args[1]), made.headingsText());
    System.out.println(groups.size() + " groups of goods, " + made.written + " headings");
  }

  private static List<Heading> read(Path release) throws IOException {
    List<Heading> all = new ArrayList<>();
    List<String> words = new ArrayList<>();
    try (InputStream json = new GZIPInputStream(Files.newInputStream(release))) {
      for (JsonNode row : new ObjectMapper().readTree(json)) {
        int indent = row.path("indent").asInt();
        while (words.size() > indent) {
          words.remove(words.size() - 1);
        }
        String text = row.path("description").asText().strip();
        String code = row.path("htsno").asText();
        if (code.startsWith("9904.")) {
          String duty = row.path("additionalDuties").asText().strip();
          all.add(new Heading(code, List.copyOf(words), text, duty));
        }
        words.add(text);
      }
    }
    return all;
  }

  private static Set<String> codes(String text) {
    Set<String> codes = new TreeSet<>();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      codes.add(code.group());
    }
    return codes;
  }

  private void group(String words, List<Heading> all) {
    Map<Set<String>, List<Heading>> byValue = new LinkedHashMap<>();
    for (Heading each : all) {
      if (!each.isByQuantity()) {
        byValue.computeIfAbsent(each.goods(), g -> new ArrayList<>()).add(each);
      }
    }
    List<Heading> byQuantity = all.stream().filter(Heading::isByQuantity).toList();
    Set<String> named = codes(words);
    Set<String> left = new TreeSet<>(named);
    byValue.keySet().forEach(left::removeAll);
    byValue.forEach((goods, tiers) -> tiers(words, goods, tiers, byQuantity));
    // a safeguard by value that names goods which the group does not have may mean those that it
    // leaves out: open
    for (Map.Entry<Set<String>, List<Heading>> each : byValue.entrySet()) {
      if (!named.containsAll(each.getKey()) && !left.isEmpty()) {
        Set<String> strange = new LinkedHashSet<>(each.getKey());
        strange.removeAll(named);
        doubtful(left, strange, each.getValue(), byQuantity);
      }
    }
    byQuantity.forEach(this::quantity);
  }

  private void tiers(
      String words, Set<String> goods, List<Heading> rows, List<Heading> byQuantity) {
    PriceTiers tiers = PriceTiers.parse(words, rows.stream().map(h -> tier(h)).toList());
    Set<String> codes = new TreeSet<>(goods);
    for (int i = 0; i < rows.size(); i++) {
      value(rows.get(i), tiers.tiers().get(i), tiers.per().unit().code(), codes, "", byQuantity);
      heading(rows.get(i), true);
    }
  }

  private void doubtful(
      Set<String> left, Set<String> strange, List<Heading> rows, List<Heading> byQuantity) {
    PriceTiers tiers = PriceTiers.parse("doubtful", rows.stream().map(h -> tier(h)).toList());
    String state = "; status:" + names(strange) + " stands for " + names(left) + "=yes";
    for (int i = 0; i < rows.size(); i++) {
      value(rows.get(i), tiers.tiers().get(i), tiers.per().unit().code(), left, state, byQuantity);
    }
  }

  /** “$1.05¢/kg” of 9904.19 is a slip: the next tier begins at $1.05/kg. */
  private static TierText tier(Heading each) {
    return new TierText(each.text().replaceAll("(\\$[0-9.]+)¢", "$1"), duty(each));
  }

  private static String names(Set<String> codes) {
    return String.join(", ", codes);
  }

  /** The measures of one price: until quantity counts, and after. */
  private void value(
      Heading heading,
      Tier tier,
      String unit,
      Set<String> goods,
      String state,
      List<Heading> byQuantity) {
    if (tier.duty() instanceof DutyRate.Free) {
      return;
    }
    StringBuilder conditions = new StringBuilder(BY_QUANTITY + "=no");
    String name = "; unit value:" + unit;
    if (tier.atLeast().isPositive()) {
      conditions.append(name).append(">=").append(plain(tier.atLeast().getAmount()));
    }
    if (tier.below() != null) {
      conditions.append(name).append("<").append(plain(tier.below().getAmount()));
    }
    conditions.append(state);
    LocalDate from = FIRST_DAY;
    String known = "";
    int part = 1;
    for (Announced each : announcedOf(goods, byQuantity)) {
      measure(
          heading,
          part++,
          goods,
          conditions,
          from.toString(),
          each.from().toString(),
          known,
          each.published());
      from = each.until();
      known = each.published();
    }
    measure(heading, part, goods, conditions, from.toString(), "", known, "");
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private List<Announced> announcedOf(Set<String> goods, List<Heading> byQuantity) {
    return announced.stream()
        .filter(
            a ->
                byQuantity.stream()
                    .anyMatch(
                        h -> a.names(h.code()) && h.goods().stream().anyMatch(goods::contains)))
        .toList();
  }

  /** The duty in the periods that were announced, and in such as are declared. */
  private void quantity(Heading heading) {
    StringBuilder declared = new StringBuilder(BY_QUANTITY + "=yes; " + NOT_EN_ROUTE);
    LocalDate from = FIRST_DAY;
    String known = "";
    int part = 1;
    for (Announced each : announced.stream().filter(a -> a.names(heading.code())).toList()) {
      measure(
          heading,
          part++,
          heading.goods(),
          declared,
          from.toString(),
          each.from().toString(),
          known,
          each.published());
      measure(
          heading,
          part++,
          heading.goods(),
          new StringBuilder(NOT_EN_ROUTE),
          each.from().toString(),
          each.until().toString(),
          each.published(),
          "",
          each.citation());
      from = each.until();
      known = each.published();
    }
    measure(heading, part, heading.goods(), declared, from.toString(), "", known, "");
    heading(heading, false);
  }

  private void measure(
      Heading heading,
      int part,
      Set<String> goods,
      StringBuilder conditions,
      String from,
      String until,
      String known,
      String endKnown,
      String... citation) {
    String doubt = conditions.indexOf("status:") < 0 ? "" : ", " + names(goods);
    String id = PROGRAMME + " " + heading.code() + doubt + (part == 1 ? "" : " (" + part + ")");
    measures.append(
        CodeText.row(
            List.of(
                id,
                PROGRAMME,
                "ADDS",
                "",
                names(goods),
                ORIGINS,
                duty(heading),
                "",
                from,
                until,
                known,
                endKnown,
                conditions.toString(),
                TITLE,
                "2025-01-01",
                "HTS " + heading.code() + NOTES + (citation.length == 0 ? "" : "; " + citation[0]),
                "VERIFIED")));
  }

  private static String duty(Heading heading) {
    return heading.duty().replaceAll("\\s+", " ").replace("/ ", "/").replace("+1", "+ 1");
  }

  /** A heading in the register: one by quantity was in force on the days announced, if any. */
  private void heading(Heading heading, boolean byValue) {
    written++;
    List<Announced> days =
        byValue ? List.of() : announced.stream().filter(a -> a.names(heading.code())).toList();
    if (byValue) {
      register(heading, FIRST_DAY.toString(), "", "", "");
    }
    for (Announced each : days) {
      register(
          heading,
          each.from().toString(),
          each.until().toString(),
          each.published(),
          "; " + each.citation());
    }
    if (!byValue && days.isEmpty()) {
      register(heading, FIRST_DAY.toString(), FIRST_DAY.toString(), "", "");
    }
  }

  private void register(
      Heading heading, String from, String until, String published, String citation) {
    headings.append(
        CodeText.row(
            List.of(
                heading.code(),
                PROGRAMME,
                "CHARGES",
                duty(heading).startsWith("No ") ? "+0%" : "+" + duty(heading),
                ORIGINS,
                from,
                until,
                published,
                words(heading),
                "HTS " + heading.code() + NOTES + citation,
                "VERIFIED")));
  }

  private static String words(Heading heading) {
    String what =
        heading.isByQuantity()
            ? "in periods announced by the Secretary of Agriculture, by quantity"
            : heading.text().substring(0, 1).toLowerCase(Locale.ROOT) + heading.text().substring(1);
    return what + ": " + names(heading.goods());
  }

  private String measuresText() {
    return "# Special safeguards on agricultural goods (HTS chapter 99, subchapter IV): duties by"
        + " the value of a kilogram or liter, cumulative, on goods over quota of all but the"
        + " countries of U.S. note 1. The headings are the same in all releases of 2025 and"
        + " 2026.\n"
        + "# By note 2 they count but in periods for which the Secretary of Agriculture"
        + " announces the duties by quantity in their place. One was found, 16 April to 30"
        + " September 2025 (90 FR 15949); of another that you know of declare \"quantity"
        + " safeguard=yes\". Goods en route under a contract settled before are not subject"
        + " to it.\n"
        + "# Heading 9904.04.50 and those after it name 1901.10.85, which is no line, and"
        + " leave out 1901.10.44, which the words above them name: whether they are meant is"
        + " open. Line 1901.90.54 of the text is no line either.\n"
        + "# Written by the program AgriculturalSafeguards of the profile \"facts\"; amend"
        + " its input.\n"
        + "id,programme,rule,targets,products,origins,rate,portion,from,until,known_from,end_known_from,conditions,source_title,source_date,citation,verification\n"
        + measures;
  }

  private String headingsText() {
    return "# Written by the program AgriculturalSafeguards of the profile \"facts\"; amend its"
        + " input.\n"
        + "heading,programme,role,rate,origins,from,until,published,conditions,citation,verification\n"
        + headings;
  }
}
