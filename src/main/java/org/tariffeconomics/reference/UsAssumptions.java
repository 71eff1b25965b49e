package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.io.AssumptionCsv;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Named sets of assumptions about imports into the United States, none of which is made unless a
 * book is told to: {@code us().assuming(metalShares())}. Each result names those that it rests on.
 *
 * <p>They turn ranges into points, and are no facts of any one article: a share of a line is an
 * average over importers.
 *
 * @since 0.1.0
 */
public final class UsAssumptions {

  /**
   * The fact by which an assumption says how much of the trade in some goods claims its agreement,
   * from 0 to 1; sets of one's own may hold it too.
   */
  public static final String CLAIMED_SHARE = "claimed share";

  private static final String FOLDER = "us/shares/";
  private static final String PRICES = "us/trigger-prices.csv";
  private static final String GOODS = "/org/tariffeconomics/economy/bea-2017/hts-commodities.csv";
  private static final List<Integer> YEARS = List.of(2024, 2025);
  private static final Set<String> NOT_OF_GOODS = Set.of(ProductList.CONFIRMED, "status:");
  private static final String WEIGHT = "weight:";

  private UsAssumptions() {}

  private static final class Metals {
    private static final Assumptions SHARES =
        Assumptions.of("metal shares, BEA 2017", "US", metals());
  }

  private static final class Prices {
    private static final Assumptions ABOVE =
        Assumptions.of(
            "goods above trigger prices",
            "US",
            AssumptionCsv.read(PRICES, Bundled.open(PRICES)).orThrow());
  }

  private static final class Lists {
    private static final Assumptions READ = listsAreRead();
  }

  private static final class Words {
    private static final Assumptions NONE = usesInWords("no use in words", "no", "out", "0");
    private static final Assumptions ALL = usesInWords("every use in words", "yes", "in", "0.3");
  }

  /**
   * How much of the trade of each line with Canada and Mexico claimed the USMCA in a year: the fact
   * {@value #CLAIMED_SHARE}, to hundredths, which {@link AverageDuty} mixes duties by. No measure
   * asks for it, so that the duty of one entry stays the one with or without the claim.
   *
   * <p>Of 2024 it is the use before the duties of 2025; in 2025 nearly twice as much of Canada's
   * trade claimed. Lines without imports of USD 100,000 in 2024 have none.
   *
   * @param year 2024 or 2025
   * @return the shares
   * @throws IllegalArgumentException when there are none of the year
   */
  public static Assumptions usmcaShares(int year) {
    if (!YEARS.contains(year)) {
      throw new IllegalArgumentException("year must be one of " + YEARS + ", but was " + year);
    }
    List<Assumption> rows = new ArrayList<>();
    Bundled.lines(FOLDER + "usmca-" + year + ".txt", text -> rows.addAll(claims(text, year)));
    return Assumptions.of("USMCA shares by line " + year, "US", rows);
  }

  /** The shares of a partner, in the order of the bundled imports; a dash where there is none. */
  private static List<Assumption> claims(String text, int year) {
    String[] words = text.split(" ", -1);
    List<HsCode> lines =
        UsImports.of2024().flows().stream()
            .filter(flow -> flow.partner().equals(words[0]))
            .map(UsImports.Flow::line)
            .toList();
    Map<Integer, List<HsCode>> byShare = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!words[i + 1].equals("-")) {
        byShare
            .computeIfAbsent(Integer.parseInt(words[i + 1]), share -> new ArrayList<>())
            .add(lines.get(i));
      }
    }
    List<Assumption> rows = new ArrayList<>();
    byShare.forEach(
        (share, some) ->
            rows.add(
                new Assumption(
                    ProductScope.of(some, List.of()),
                    OriginScope.parse(words[0]),
                    DeclaredFacts.none()
                        .withFact(
                            CLAIMED_SHARE,
                            BigDecimal.valueOf(share, 2).stripTrailingZeros().toPlainString()),
                    LocalDateRange.ALL,
                    "the share of the imports of "
                        + year
                        + " that were entered under the USMCA (special programmes S and S+)",
                    yale("usmca_product_shares_" + year + ".csv, from USITC DataWeb"))));
    return rows;
  }

  /**
   * How much of the value of each line is steel, aluminium and copper: what an industry buys of
   * each, directly and through what it buys, over its output, in the input-output accounts of 2017;
   * brought to one together where double counting made them more. Goods of chapters 72 and 73 are
   * steel, of 74 copper, of 76 aluminium in full, as duties on the content of articles are levied
   * on them where no less is proved. Lines without a good in the accounts have none.
   *
   * @return the shares, as the contents that the duties of 4 June 2025 to 5 April 2026 ask for
   */
  public static Assumptions metalShares() {
    return Metals.SHARES;
  }

  private static List<Assumption> metals() {
    NavigableMap<String, String> goods = goods();
    List<Assumption> rows = new ArrayList<>();
    Bundled.lines(
        FOLDER + "metals-2017.csv",
        text -> {
          String[] cells = text.split(",", -1);
          List<HsCode> prefixes = prefixes(goods, cells[0]);
          if (!prefixes.isEmpty()) {
            rows.add(
                metals(
                    ProductScope.of(prefixes, others(goods, cells[0], prefixes)),
                    List.of(cells[1], cells[2], cells[3]),
                    "metal inputs over output of good " + cells[0],
                    yale(
                        "metal_content_shares_bea_hs10.csv, from the input-output accounts of the"
                            + " US Bureau of Economic Analysis, benchmark 2017")));
          }
        });
    rows.add(inFull("72, 73", "1", "0", "0"));
    rows.add(inFull("74", "0", "0", "1"));
    rows.add(inFull("76", "0", "1", "0"));
    return rows;
  }

  private static Assumption inFull(String products, String... shares) {
    return metals(
        ProductScope.parse(products),
        List.of(shares),
        "goods of the metal's own chapter are the metal, unless a smaller content is proved",
        yale("docs/assumptions.md, 2"));
  }

  private static Assumption metals(
      ProductScope products, List<String> shares, String reason, Source source) {
    DeclaredFacts facts =
        DeclaredFacts.none()
            .withContent("steel", shares.get(0))
            .withContent("aluminium", shares.get(1))
            .withContent("copper", shares.get(2));
    return new Assumption(
        products, OriginScope.parse("*"), facts, LocalDateRange.ALL, reason, source);
  }

  /** The good of each prefix of the concordance. */
  private static NavigableMap<String, String> goods() {
    NavigableMap<String, String> goods = new TreeMap<>();
    Bundled.lines(
        GOODS,
        text -> {
          int comma = text.indexOf(',');
          if (comma > 0 && Character.isDigit(text.charAt(comma + 1))) {
            for (String prefix : text.substring(comma + 1).split(" ", -1)) {
              goods.put(prefix, text.substring(0, comma));
            }
          }
        });
    return goods;
  }

  private static List<HsCode> prefixes(NavigableMap<String, String> goods, String good) {
    return goods.entrySet().stream()
        .filter(each -> each.getValue().equals(good))
        .map(each -> HsCode.of(each.getKey()))
        .toList();
  }

  /** The longer prefixes of other goods below those of one. */
  private static List<HsCode> others(
      NavigableMap<String, String> goods, String good, Collection<HsCode> prefixes) {
    List<HsCode> others = new ArrayList<>();
    for (HsCode each : prefixes) {
      String digits = each.digits();
      goods.tailMap(digits, false).entrySet().stream()
          .takeWhile(next -> next.getKey().startsWith(digits))
          .filter(next -> !next.getValue().equals(good))
          .forEach(next -> others.add(HsCode.of(next.getKey())));
    }
    return others;
  }

  private static Source yale(String citation) {
    return new Source(
        "The Budget Lab at Yale, tariff-rate-tracker",
        LocalDate.of(2026, 6, 9),
        citation,
        Source.Verification.UNVERIFIED);
  }

  /**
   * That goods under the agricultural safeguards of chapter 99, subchapter IV, are valued at or
   * above the highest trigger price, where no additional duty is due. The averages over all imports
   * assume it, since they know no prices; the duty of one entry does not, and asks for its {@code
   * unit value:kg}, or for value and quantity.
   *
   * @return the assumptions, with the evidence for them
   */
  public static Assumptions aboveTriggerPrices() {
    return Prices.ABOVE;
  }

  /** The law with this assumed, before whatever it assumes itself. */
  static TariffBook aboveTriggerPrices(TariffBook book) {
    return book.withoutAssumptions()
        .assuming(aboveTriggerPrices())
        .assuming(book.assumptions().toArray(Assumptions[]::new));
  }

  /**
   * That nothing which lists ask in words is so: no civil aircraft, no pharmaceutical use, no part
   * of a vehicle, outside every quota, no metal in goods of other chapters. Reliefs in words are
   * then not granted, and duties in words not charged. What {@link UsualFacts#ordinaryGoods} takes
   * to be so, that goods of heading 8708 are vehicle parts for one, stays.
   *
   * @return the assumptions, for all goods
   */
  public static Assumptions noUseInWords() {
    return Words.NONE;
  }

  /**
   * That everything which lists ask in words is so: a list's relief, or duty, goes to all goods of
   * its lines, as trackers that cannot tell uses apart have it. What {@link
   * UsualFacts#ordinaryGoods} takes to be so stays.
   *
   * @return the assumptions, for all goods
   */
  public static Assumptions everyUseInWords() {
    return Words.ALL;
  }

  /**
   * That lists which are not verified, since they stand in one copy only or it is not known whether
   * they are still in force, are as they were read. Prohibitions that rest on such a list stay
   * open.
   *
   * @return the assumptions, for all goods
   */
  public static Assumptions listsAsRead() {
    return Lists.READ;
  }

  private static Assumptions listsAreRead() {
    Set<String> lists = new TreeSet<>();
    for (TariffMeasure measure : UsTariffs.book().measures()) {
      if (measure.rule() != Rule.PROHIBITS) {
        measure.conditions().stream()
            .map(Condition::subject)
            .filter(fact -> fact.startsWith(ProductList.CONFIRMED))
            .forEach(fact -> lists.add(fact + "=yes"));
      }
    }
    Assumption read =
        new Assumption(
            ProductScope.parse("*"),
            OriginScope.parse("*"),
            DeclaredFacts.parse(String.join("; ", lists)),
            LocalDateRange.ALL,
            "a convention: lists that are not verified are taken as they were read",
            Source.user("a convention of this library"));
    return Assumptions.of("lists as read", "US", List.of(read));
  }

  private static Assumptions usesInWords(String name, String word, String quota, String weight) {
    Set<String> facts = new TreeSet<>();
    UsTariffs.book().measures().stream()
        .flatMap(measure -> measure.conditions().stream())
        .filter(each -> isOfGoods(each.subject()))
        .forEach(each -> facts.addAll(inWords(each, word, quota, new BigDecimal(weight))));
    List<Assumption> rows = new ArrayList<>();
    rows.add(
        new Assumption(
            ProductScope.parse("*"),
            OriginScope.parse("*"),
            DeclaredFacts.parse(String.join("; ", facts)),
            LocalDateRange.ALL,
            "a convention: what lists ask in words is taken alike for all goods",
            Source.user("a convention of this library")));
    // what is known of most goods stays as it is usually taken to be
    rows.addAll(UsualFacts.ordinaryGoods().rows());
    return Assumptions.of(name, "US", rows);
  }

  private static List<String> inWords(
      Condition condition, String word, String quota, BigDecimal weight) {
    String fact = condition.subject();
    if (condition instanceof Condition.Word use && List.of("yes", "no").contains(use.word())) {
      return List.of(fact + "=" + word);
    }
    if (condition instanceof Condition.Quota) {
      return List.of(fact + "=" + quota);
    }
    return fact.startsWith(WEIGHT) ? weights(fact, weight) : List.of();
  }

  /** The weight of each material, and of those that a list counts together. */
  private static List<String> weights(String fact, BigDecimal weight) {
    List<String> materials = List.of(fact.substring(WEIGHT.length()).split("\\+", -1));
    List<String> facts = new ArrayList<>();
    materials.forEach(each -> facts.add(WEIGHT + each + "=" + weight));
    if (materials.size() > 1) {
      facts.add(fact + "=" + weight.multiply(BigDecimal.valueOf(materials.size())));
    }
    return facts;
  }

  private static boolean isOfGoods(String fact) {
    return NOT_OF_GOODS.stream().noneMatch(fact::startsWith);
  }
}
