package org.tariffeconomics.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.MarketSupplier;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What the United States imported for consumption in 2024, and the duty calculated on it, by legal
 * line of eight digits and 50 partners, the European Union as one.
 *
 * <p>US Census Bureau, in the public domain. Cells of at least USD 100,000 in the year, which hold
 * 99.95 % of the value; values to the thousand dollars, duties to a thousandth of the value. Where
 * a country must stand for the European Union, Germany does: no bundled duty tells its members
 * apart.
 *
 * @since 0.1.0
 */
public final class UsImports {

  /** The partner that is a group. */
  private static final String UNION = "EU";

  private static final Country FOR_THE_UNION = Country.of("DE");
  private static final String FOLDER = "us/imports-2024/";
  private static final String LABEL = "US imports for consumption 2024, USD, US Census Bureau";
  private static final Pattern BETWEEN_GOODS = Pattern.compile("[+,; ]+");

  private final String goods;
  private final List<Flow> flows;

  /**
   * The imports of a line from a partner.
   *
   * @param line the legal line, eight digits
   * @param partner the country's code, or {@code EU}
   * @param value the customs value in dollars, positive
   * @param duty the duty calculated on it in dollars, not negative
   */
  public record Flow(HsCode line, String partner, double value, double duty) {

    /**
     * Refuses nulls.
     *
     * @param line the legal line, eight digits
     * @param partner the country's code, or {@code EU}
     * @param value the customs value in dollars, positive
     * @param duty the duty calculated on it in dollars, not negative
     */
    public Flow {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(partner, "partner");
    }

    /** {@return the country of origin; Germany for the European Union} */
    public Country origin() {
      return partner.equals(UNION) ? FOR_THE_UNION : Country.of(partner);
    }

    /** {@return the duty over the value: a fraction} */
    public double collectedRate() {
      return duty / value;
    }

    /** The line, the partner and the value in millions. */
    @Override
    public String toString() {
      return line + " from " + partner + ": USD " + Math.round(value / 1e5) / 10.0 + " m";
    }
  }

  /** Read once, when it is first asked for. */
  private static final class All {
    private static final UsImports ALL = new UsImports("all goods", read());
  }

  private UsImports(String goods, List<Flow> flows) {
    this.goods = goods;
    this.flows = List.copyOf(flows);
  }

  /** {@return the imports of 2024: all goods from all partners} */
  public static UsImports of2024() {
    return All.ALL;
  }

  private static List<Flow> read() {
    List<Flow> flows = new ArrayList<>();
    try (BufferedReader partners = open("partners.txt");
        BufferedReader values = open("values.txt");
        BufferedReader duties = open("duties.txt")) {
      for (String line = partners.readLine(); line != null; line = partners.readLine()) {
        add(flows, line, next(values).split(" "), next(duties).split(",", -1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return flows;
  }

  private static String next(BufferedReader text) throws IOException {
    return Objects.requireNonNull(text.readLine(), "the bundled imports break off");
  }

  private static BufferedReader open(String file) {
    return new BufferedReader(Bundled.open(FOLDER + file));
  }

  private static void add(List<Flow> flows, String line, String[] values, String[] duties) {
    int blank = line.indexOf(' ');
    HsCode code = HsCode.of(line.substring(0, blank));
    for (int i = 0; i < values.length; i++) {
      int at = blank + 1 + 2 * i;
      double value = 1e3 * Integer.parseInt(values[i]);
      int perMille = Integer.parseInt(duties[i + 1].isEmpty() ? duties[0] : duties[i + 1]);
      flows.add(new Flow(code, line.substring(at, at + 2), value, value * perMille / 1e3));
    }
  }

  /**
   * The imports of some goods.
   *
   * @param goods chapters, headings, subheadings or legal lines, with {@code +} or commas between
   *     them, {@code 8541+8542}; or a word that {@link UsStudies#market} reads, {@code steel}
   * @return the imports of what lies below them
   * @throws IllegalArgumentException when a code is none, or nothing of it was imported
   */
  public UsImports of(String goods) {
    requireNoCountry(Objects.requireNonNull(goods, "goods"));
    String codes = GoodsNames.codes(goods).orElseGet(() -> GoodsNames.sector(goods).goods());
    List<HsCode> wanted =
        Arrays.stream(BETWEEN_GOODS.split(codes.strip()))
            .map(HsCode::of)
            .map(each -> HsCode.of(LegalLine.withoutSuffix(each.digits())))
            .toList();
    for (HsCode each : wanted) {
      requireLegalLine(each);
      if (flows.stream().noneMatch(f -> each.covers(f.line()))) {
        throw new IllegalArgumentException(
            "codes must be goods that were imported in 2024, but nothing of " + each + " was");
      }
    }
    List<Flow> some =
        flows.stream()
            .filter(f -> wanted.stream().anyMatch(each -> each.covers(f.line())))
            .toList();
    return new UsImports(codes.strip(), some);
  }

  private static void requireNoCountry(String goods) {
    boolean isWord = goods.chars().noneMatch(Character::isDigit);
    if (isWord && (Country.find(goods).isPresent() || CountryGroup.find(goods).isPresent())) {
      throw new IllegalArgumentException(
          "goods must be codes or a word such as steel, but was "
              + Texts.quoted(goods)
              + Texts.changedPlaces(goods)
              + " What was imported from there: UsImports.of2024().from("
              + Texts.quoted(goods)
              + ")");
    }
  }

  /** Statistical numbers are summed to their legal line: of one of them nothing is told. */
  private static void requireLegalLine(HsCode code) {
    if (code.digits().length() > DatedLine.DIGITS) {
      throw new IllegalArgumentException(
          "codes must have at most eight digits, by which imports of 2024 are held, but was "
              + code
              + ": write "
              + code.upTo(DatedLine.DIGITS));
    }
  }

  /**
   * The imports from one partner.
   *
   * @param partner the country's code or name, or {@code EU}
   * @return the flows from it
   * @throws IllegalArgumentException when it is none of the partners; the message lists them
   */
  public UsImports from(String partner) {
    Objects.requireNonNull(partner, "partner");
    String code = code(partner);
    List<Flow> some = flows.stream().filter(f -> f.partner().equals(code)).toList();
    if (some.isEmpty()) {
      throw new IllegalArgumentException(
          "partner must be one of "
              + byPartner().keySet()
              + ", but was "
              + Texts.quoted(partner)
              + partOfTheUnion(code));
    }
    return new UsImports(goods + " from " + code, some);
  }

  private static String code(String partner) {
    if (partner.strip().equalsIgnoreCase(UNION)) {
      return UNION;
    }
    try {
      return DeclaredOrigin.parse(partner).country().alpha2();
    } catch (IllegalArgumentException e) {
      return partner;
    }
  }

  private static String partOfTheUnion(String partner) {
    return CountryGroup.standard(UNION).memberships().stream()
            .anyMatch(m -> m.member().alpha2().equals(partner))
        ? ", which is a part of EU here"
        : "";
  }

  /** {@return the goods: the codes, or {@code all goods}} */
  public String goods() {
    return goods;
  }

  /**
   * Every flow.
   *
   * @return the flows by line and partner
   */
  public List<Flow> flows() {
    return flows;
  }

  /** {@return the customs value of all flows in dollars} */
  public double value() {
    return flows.stream().mapToDouble(Flow::value).sum();
  }

  /** {@return the duty calculated on all flows in dollars} */
  public double duty() {
    return flows.stream().mapToDouble(Flow::duty).sum();
  }

  /**
   * The imports by partner.
   *
   * @return dollars by the partner's code
   */
  public Map<String, Double> byPartner() {
    Map<String, Double> sums = new TreeMap<>();
    flows.forEach(f -> sums.merge(f.partner(), f.value(), Double::sum));
    return sums;
  }

  /**
   * The values as weights of averages.
   *
   * @return the weights in dollars, Germany standing for the European Union
   */
  public TradeWeights weights() {
    return weights(LABEL, Flow::value);
  }

  /**
   * The duties as amounts by line and origin.
   *
   * @return the calculated duties in dollars, Germany standing for the European Union
   */
  public TradeWeights duties() {
    return weights("calculated duties on " + LABEL, Flow::duty);
  }

  private TradeWeights weights(String label, ToDoubleFunction<Flow> amount) {
    TradeWeights.Builder weights = TradeWeights.builder(label);
    flows.forEach(f -> weights.add(f.line(), f.origin(), amount.applyAsDouble(f)));
    return weights.build();
  }

  /**
   * The average duty of a day on these goods.
   *
   * @param day the day of entry
   * @return the average with what is left open
   * @see AverageDuty
   */
  public AverageDuty averageDuty(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return AverageDuty.of(this, UsTariffs.book(), day);
  }

  /**
   * The average duty of a day on these goods under named assumptions, which make ranges points.
   *
   * @param day the day of entry
   * @param sets the assumptions, besides those of the bundled book
   * @return the average, which names them
   * @see UsAssumptions
   */
  public AverageDuty averageDuty(LocalDate day, Assumptions... sets) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(sets, "sets");
    return AverageDuty.of(this, UsTariffs.book().assuming(sets), day);
  }

  /**
   * The market of these goods under the law of a day, every line a product of it; origins declare
   * what is usual.
   *
   * @param law the law
   * @return the market in dollars, with the tariff of each line and partner where it is known
   */
  public ImportMarket market(TariffLaw law) {
    Objects.requireNonNull(law, "law");
    return market(law, UsualFacts.under(law));
  }

  /**
   * The market of these goods under the law of a day, every line a product of it.
   *
   * @param law the law
   * @param usual what origins declare
   * @return the market in dollars, with the tariff of each line and partner where it is known
   */
  public ImportMarket market(TariffLaw law, UsualFacts usual) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(usual, "usual");
    Figure later = Figure.unknown("not given");
    List<MarketSupplier> suppliers =
        flows.stream()
            .map(
                f ->
                    new MarketSupplier(
                        f.line().toString(),
                        f.partner(),
                        Figure.of(f.value()),
                        later,
                        later,
                        later,
                        later,
                        later))
            .toList();
    Stamp stamp =
        new Stamp(Stamp.Kind.COLLECTED, null, null, LABEL, null, List.of()).withVersion(version());
    return ImportMarket.of("US imports 2024 of " + goods, "USD", suppliers)
        .withStamp(stamp)
        .withTariffsOf(law, usual.ofSuppliers(law));
  }

  /** Worked out when first asked for. */
  private static final class Version {
    private static final String TEXT =
        Bundled.version(
            "2024", FOLDER + "partners.txt", FOLDER + "values.txt", FOLDER + "duties.txt");
  }

  /**
   * {@return the version of all imports of 2024: their year and the beginning of a hash of them}
   */
  public static String version() {
    return Version.TEXT;
  }

  /** The goods and their value in billions. */
  @Override
  public String toString() {
    return "US imports 2024 of " + goods + ": USD " + Math.round(value() / 1e8) / 10.0 + " bn";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsImports that && goods.equals(that.goods) && flows.equals(that.flows);
  }

  @Override
  public int hashCode() {
    return Objects.hash(goods, flows);
  }
}
