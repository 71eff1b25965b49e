package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;
import org.threeten.extra.LocalDateRange;

/**
 * A fee that a shipment pays at import besides duty: a fixed amount, or a share of the customs
 * value within a minimum and a maximum, {@code min(maximum, max(minimum, rate · value))}.
 *
 * <p>A fee may be charged in some transport modes only, on some days only (one {@code Fee} for each
 * period, all of one name), and not on goods that are entered under a preference. The amount is for
 * one entry and exact; the territory's rounding comes after.
 *
 * @since 0.1.0
 */
public final class Fee {

  private final String name;
  private final @Nullable Rate rate;
  private final @Nullable BigMoney minimum;
  private final @Nullable BigMoney maximum;
  private final Reach reach;
  private final Source source;

  /**
   * Goods that pay no fee because they are entered under a preference.
   *
   * @param programme the preference's name as the tariff book has it, e.g. {@code KORUS}
   * @param origins the origins that the preference is for; a claim for others exempts from nothing
   * @param citation where the exemption stands
   */
  public record Exemption(String programme, OriginScope origins, String citation) {

    /**
     * Creates an exemption.
     *
     * @param programme the preference's name
     * @param origins the origins that the preference is for
     * @param citation where the exemption stands
     * @throws IllegalArgumentException when the name is blank
     */
    public Exemption {
      Objects.requireNonNull(programme, "programme");
      CostAmounts.requireName("A preference", programme);
      Objects.requireNonNull(origins, "origins");
      Objects.requireNonNull(citation, "citation");
    }

    private boolean isFor(Shipment shipment, LocalDate day) {
      return origins.includes(shipment.origin(), day);
    }

    /** The preference and the citation. */
    @Override
    public String toString() {
      return programme + ", " + citation;
    }
  }

  /**
   * Products of some origins, which pay no fee whether or not a preference is claimed.
   *
   * @param origins the origins
   * @param citation where the exemption stands
   */
  public record OriginExemption(OriginScope origins, String citation) {

    /**
     * Creates an exemption.
     *
     * @param origins the origins
     * @param citation where the exemption stands
     */
    public OriginExemption {
      Objects.requireNonNull(origins, "origins");
      Objects.requireNonNull(citation, "citation");
    }

    /** The citation. */
    @Override
    public String toString() {
      return citation;
    }
  }

  /**
   * Goods of some codes, which pay no fee.
   *
   * @param goods the codes
   * @param citation where the exemption stands
   */
  public record GoodsExemption(ProductScope goods, String citation) {

    /**
     * Creates an exemption.
     *
     * @param goods the codes
     * @param citation where the exemption stands
     */
    public GoodsExemption {
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(citation, "citation");
    }

    /** The citation. */
    @Override
    public String toString() {
      return citation;
    }
  }

  /**
   * Which goods do not pay the fee.
   *
   * @param claims those under some preferences
   * @param origins those of some origins
   * @param goods those of some codes
   */
  private record Exempt(
      List<Exemption> claims, List<OriginExemption> origins, List<GoodsExemption> goods) {

    Exempt with(Exemption more) {
      return new Exempt(and(claims, more), origins, goods);
    }

    Exempt with(OriginExemption more) {
      return new Exempt(claims, and(origins, more), goods);
    }

    Exempt with(GoodsExemption more) {
      return new Exempt(claims, origins, and(goods, more));
    }

    private static <T> List<T> and(List<T> some, T one) {
      List<T> more = new ArrayList<>(some);
      more.add(one);
      return List.copyOf(more);
    }
  }

  /**
   * When and on which goods the fee is charged.
   *
   * @param inForce the days
   * @param modes the modes of transport, empty for all
   * @param exempt the goods that do not pay it
   * @param doubt why it is open whether it is due; empty where it is not
   * @param settled what is taken of goods of which it is open; null where nothing is
   */
  private record Reach(
      LocalDateRange inForce,
      Set<TransportMode> modes,
      Exempt exempt,
      String doubt,
      @Nullable Standing settled) {

    static final Reach ALL =
        new Reach(
            LocalDateRange.ALL, Set.of(), new Exempt(List.of(), List.of(), List.of()), "", null);

    Reach on(LocalDateRange days) {
      return new Reach(days, modes, exempt, doubt, settled);
    }

    Reach by(Set<TransportMode> some) {
      return new Reach(inForce, some, exempt, doubt, settled);
    }

    Reach but(Exempt some) {
      return new Reach(inForce, modes, some, doubt, settled);
    }

    Reach inDoubt(String why) {
      return new Reach(inForce, modes, exempt, why, settled);
    }

    Reach taken(Standing standing) {
      return new Reach(inForce, modes, exempt, doubt, standing);
    }
  }

  private Fee(
      String name,
      @Nullable Rate rate,
      @Nullable BigMoney minimum,
      @Nullable BigMoney maximum,
      Reach reach,
      Source source) {
    this.name = name;
    this.rate = rate;
    this.minimum = minimum;
    this.maximum = maximum;
    this.reach = reach;
    this.source = source;
  }

  private static Fee of(String name, @Nullable Rate rate, @Nullable BigMoney fixed) {
    CostAmounts.requireName("A fee", name);
    return new Fee(name, rate, fixed, fixed, Reach.ALL, Source.user("user-supplied"));
  }

  /**
   * A share of the customs value, without limits.
   *
   * @param name the fee's name, e.g. {@code MPF}
   * @param rate the rate with its percent sign, not negative
   * @return the fee
   * @throws IllegalArgumentException when the name is blank or the rate cannot be read or is
   *     negative
   */
  public static Fee adValorem(String name, String rate) {
    Objects.requireNonNull(name, "name");
    return adValorem(name, Rate.parse(Objects.requireNonNull(rate, "rate")));
  }

  /**
   * A share of the customs value, without limits.
   *
   * @param name the fee's name
   * @param rate the rate, not negative
   * @return the fee
   * @throws IllegalArgumentException when the name is blank or the rate negative
   */
  public static Fee adValorem(String name, Rate rate) {
    Objects.requireNonNull(name, "name");
    if (Objects.requireNonNull(rate, "rate").compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException(
          "The rate of the fee " + name + " must not be negative, but was " + rate);
    }
    return of(name, rate, null);
  }

  /**
   * A fixed amount per shipment.
   *
   * @param name the fee's name
   * @param amount the amount, not negative
   * @return the fee
   * @throws IllegalArgumentException when the name is blank or the amount negative
   */
  public static Fee fixed(String name, BigMoneyProvider amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return of(name, null, CostAmounts.notNegative(name, amount));
  }

  /**
   * A fixed amount per shipment.
   *
   * @param name the fee's name
   * @param amount the amount with its currency
   * @return the fee
   * @throws IllegalArgumentException when the name is blank or the amount cannot be read or is
   *     negative
   */
  public static Fee fixed(String name, String amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return fixed(name, CostAmounts.parse(name, amount));
  }

  /**
   * The same ad valorem fee within limits.
   *
   * @param least the minimum with its currency
   * @param most the maximum in the same currency, at least the minimum
   * @return a new fee
   * @throws IllegalArgumentException when the limits cannot be read, are in two currencies or in
   *     the wrong order, or the fee is fixed
   */
  public Fee withLimits(String least, String most) {
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(most, "most");
    return withMinimum(least).withMaximum(most);
  }

  /**
   * The same ad valorem fee with a minimum.
   *
   * @param least the minimum with its currency
   * @return a new fee
   * @throws IllegalArgumentException when the minimum cannot be read, is above the maximum or in
   *     another currency, or the fee is fixed
   */
  public Fee withMinimum(String least) {
    Objects.requireNonNull(least, "least");
    return within(CostAmounts.parse(name + " minimum", least), maximum);
  }

  /**
   * The same ad valorem fee with a maximum.
   *
   * @param most the maximum with its currency
   * @return a new fee
   * @throws IllegalArgumentException when the maximum cannot be read, is below the minimum or in
   *     another currency, or the fee is fixed
   */
  public Fee withMaximum(String most) {
    Objects.requireNonNull(most, "most");
    return within(minimum, CostAmounts.parse(name + " maximum", most));
  }

  private Fee within(@Nullable BigMoney low, @Nullable BigMoney high) {
    if (rate == null) {
      throw new IllegalArgumentException("The fixed fee " + name + " cannot have limits");
    }
    if (low != null && high != null && (!low.isSameCurrency(high) || low.isGreaterThan(high))) {
      throw new IllegalArgumentException(
          "The minimum of "
              + name
              + " must not be above its maximum, but was "
              + low
              + " > "
              + high);
    }
    return new Fee(name, rate, low, high, reach, source);
  }

  /**
   * The same fee charged on some days only.
   *
   * @param firstDay the first day, ISO 8601
   * @param endExclusive the day after the last, ISO 8601
   * @return a new fee
   * @throws IllegalArgumentException when the end is not after the first day
   */
  public Fee withPeriod(String firstDay, String endExclusive) {
    return withPeriod(
        DayText.parse("firstDay", firstDay), DayText.parse("endExclusive", endExclusive));
  }

  /**
   * The same fee charged in a period.
   *
   * @param firstDay the first day
   * @param endExclusive the first day after
   * @return a new fee
   * @throws IllegalArgumentException when the end is not after the first day
   */
  public Fee withPeriod(LocalDate firstDay, LocalDate endExclusive) {
    Objects.requireNonNull(firstDay, "firstDay");
    Objects.requireNonNull(endExclusive, "endExclusive");
    if (!endExclusive.isAfter(firstDay)) {
      throw new IllegalArgumentException(
          "endExclusive of "
              + name
              + " must be after firstDay, but was "
              + firstDay
              + " to "
              + endExclusive);
    }
    return inForce(LocalDateRange.of(firstDay, endExclusive));
  }

  /**
   * The same fee charged from a day on.
   *
   * @param firstDay the first day, ISO 8601
   * @return a new fee
   */
  public Fee withFirstDay(String firstDay) {
    return withFirstDay(DayText.parse("firstDay", firstDay));
  }

  /**
   * The same fee charged from a day on.
   *
   * @param firstDay the first day
   * @return a new fee
   * @throws IllegalArgumentException when the day is out of reach
   */
  public Fee withFirstDay(LocalDate firstDay) {
    return inForce(LocalDateRange.ofUnboundedEnd(Require.day("firstDay", firstDay)));
  }

  private Fee inForce(LocalDateRange days) {
    return reaching(reach.on(days));
  }

  /**
   * The same fee charged in some modes of transport only.
   *
   * @param first a mode
   * @param more more modes
   * @return a new fee
   */
  public Fee withModes(TransportMode first, TransportMode... more) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(more, "more");
    return reaching(reach.by(Set.copyOf(EnumSet.of(first, more))));
  }

  /**
   * The same fee, not charged on goods that are entered under a preference.
   *
   * @param programme the preference's name as the tariff book has it
   * @param origins the origins that it is for, as {@link OriginScope#parse} reads them
   * @param citation where the exemption stands
   * @return a new fee
   */
  public Fee withExemption(String programme, String origins, String citation) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(citation, "citation");
    return reaching(
        reach.but(
            reach.exempt().with(new Exemption(programme, OriginScope.parse(origins), citation))));
  }

  /**
   * The same fee, not charged on products of some origins, whether or not a preference is claimed.
   *
   * @param origins the origins, as {@link OriginScope#parse} reads them
   * @param citation where the exemption stands
   * @return a new fee
   * @throws IllegalArgumentException when the origins cannot be read
   */
  public Fee withExemptOrigins(String origins, String citation) {
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(citation, "citation");
    return reaching(
        reach.but(reach.exempt().with(new OriginExemption(OriginScope.parse(origins), citation))));
  }

  /**
   * The same fee, not charged on goods of some codes.
   *
   * @param goods the codes, as {@link ProductScope#parse} reads them
   * @param citation where the exemption stands
   * @return a new fee
   * @throws IllegalArgumentException when the codes cannot be read
   */
  public Fee withExemptGoods(String goods, String citation) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(citation, "citation");
    return reaching(
        reach.but(reach.exempt().with(new GoodsExemption(ProductScope.parse(goods), citation))));
  }

  /**
   * The same fee where it is open whether it is due: unknown on goods that would pay it.
   *
   * @param why what is not known, in words
   * @return a new fee
   * @throws IllegalArgumentException when the words are blank
   */
  public Fee withDoubt(String why) {
    Objects.requireNonNull(why, "why");
    CostAmounts.requireName("A doubt", why);
    return reaching(reach.inDoubt(why));
  }

  /** The same fee, taken to be due, or not, on goods of which that is open. */
  Fee taken(boolean due) {
    return reaching(
        reach.taken(
            due
                ? new Standing(Standing.Kind.CHARGED, "")
                : new Standing(Standing.Kind.EXEMPT, "taken not to be due")));
  }

  /**
   * The same fee with where it stands.
   *
   * @param where the source
   * @return a new fee
   */
  public Fee withSource(Source where) {
    return new Fee(name, rate, minimum, maximum, reach, Objects.requireNonNull(where, "where"));
  }

  /** The same terms assumed to stay from a day on. */
  Fee assumedFrom(LocalDate firstDay) {
    return withFirstDay(firstDay)
        .withSource(
            new Source(
                "the assumption that the terms of " + name + " before " + firstDay + " stay",
                null,
                "",
                Source.Verification.UNVERIFIED));
  }

  private Fee reaching(Reach newReach) {
    return new Fee(name, rate, minimum, maximum, newReach, source);
  }

  /**
   * The fee on a customs value, within its limits, whatever the goods and the day.
   *
   * @param customsValue the value, not negative, in the currency of the limits
   * @return the exact amount
   * @throws IllegalArgumentException when the value is negative or in another currency than the
   *     limits
   */
  public BigMoney on(BigMoneyProvider customsValue) {
    BigMoney value = CostAmounts.notNegative("customsValue", customsValue);
    Optional<CurrencyUnit> counted = currency();
    if (counted.isPresent() && !counted.orElseThrow().equals(value.getCurrencyUnit())) {
      throw new IllegalArgumentException(
          "The fee "
              + name
              + " is counted in "
              + counted.orElseThrow()
              + ", but was asked on "
              + value);
    }
    if (rate == null) {
      return fixedAmount();
    }
    BigMoney share = value.multipliedBy(rate.fraction());
    if (minimum != null && share.isLessThan(minimum)) {
      return minimum;
    }
    return maximum != null && share.isGreaterThan(maximum) ? maximum : share;
  }

  private BigMoney fixedAmount() {
    return Optional.ofNullable(minimum).orElseThrow();
  }

  /** What an entry pays: nothing where it is exempt, that or all of it for want of a fact. */
  CostLine line(FeeSchedule.Entry entry) {
    Standing standing = standing(entry);
    BigMoney zero = entry.rounding().fee(BigMoney.zero(entry.customsValue().getCurrencyUnit()));
    return switch (standing.kind()) {
      case EXEMPT -> CostLine.of(CostLine.Kind.FEE, name, zero, standing.why());
      case UNKNOWN ->
          CostLine.within(CostLine.Kind.FEE, name, new Span(zero, charged(entry)), standing.why());
      case CHARGED -> CostLine.of(CostLine.Kind.FEE, name, charged(entry), terms());
    };
  }

  private BigMoney charged(FeeSchedule.Entry entry) {
    return entry
        .rounding()
        .fee(inCurrencyOf(entry.customsValue(), entry.shipment().exchangeRates()));
  }

  /**
   * Whether goods pay the fee.
   *
   * @param kind whether they do
   * @param why why they do not, or why that is not known; empty where they do
   */
  record Standing(Kind kind, String why) {

    /** Whether goods pay. */
    enum Kind {
      CHARGED,
      EXEMPT,
      UNKNOWN
    }
  }

  /** Whether the goods of an entry pay the fee. */
  Standing standing(FeeSchedule.Entry entry) {
    Standing standing = ofGoods(entry);
    if (standing.kind() == Standing.Kind.CHARGED && !reach.doubt().isEmpty()) {
      standing = new Standing(Standing.Kind.UNKNOWN, name + " may be due or not: " + reach.doubt());
    }
    Standing settled = reach.settled();
    return standing.kind() == Standing.Kind.UNKNOWN && settled != null ? settled : standing;
  }

  private Standing ofGoods(FeeSchedule.Entry entry) {
    if (!reach.modes().isEmpty()) {
      Optional<TransportMode> mode = entry.shipment().mode();
      if (mode.isEmpty()) {
        return new Standing(
            Standing.Kind.UNKNOWN,
            name + " depends on the mode of transport: state it with Shipment.withMode");
      }
      if (!reach.modes().contains(mode.get())) {
        return new Standing(Standing.Kind.EXEMPT, "not by " + mode.get());
      }
    }
    for (OriginExemption each : reach.exempt().origins()) {
      if (each.origins().includes(entry.shipment().origin(), dayOf(entry))) {
        return new Standing(Standing.Kind.EXEMPT, "exempt: " + each);
      }
    }
    HsCode line = entry.shipment().line();
    for (GoodsExemption each : reach.exempt().goods()) {
      if (each.goods().splits(line)) {
        return new Standing(
            Standing.Kind.UNKNOWN, name + " depends on the line below " + line + ": " + each);
      }
      if (each.goods().contains(line)) {
        return new Standing(Standing.Kind.EXEMPT, "exempt: " + each);
      }
    }
    List<Exemption> doubtful = new ArrayList<>();
    for (Exemption each : exemptionsFor(entry)) {
      switch (entry.preferences().of(each.programme())) {
        case USED -> {
          return new Standing(Standing.Kind.EXEMPT, "exempt: " + each);
        }
        case UNKNOWN -> doubtful.add(each);
        case NOT_USED -> {}
      }
    }
    return doubtful.isEmpty()
        ? new Standing(Standing.Kind.CHARGED, "")
        : new Standing(
            Standing.Kind.UNKNOWN,
            name
                + " depends on whether "
                + doubtful.get(0).programme()
                + " applies to the goods, which is not known");
  }

  private List<Exemption> exemptionsFor(FeeSchedule.Entry entry) {
    LocalDate day = dayOf(entry);
    return reach.exempt().claims().stream().filter(e -> e.isFor(entry.shipment(), day)).toList();
  }

  private static LocalDate dayOf(FeeSchedule.Entry entry) {
    LocalDate day = entry.day();
    return day == null ? LocalDate.MAX : day;
  }

  BigMoney inCurrencyOf(BigMoney value, ExchangeRates rates) {
    Optional<CurrencyUnit> counted = currency();
    if (counted.isEmpty() || counted.orElseThrow().equals(value.getCurrencyUnit())) {
      return on(value);
    }
    BigMoney inOwn = CostAmounts.in(counted.orElseThrow(), "the base of " + name, value, rates);
    return CostAmounts.in(value.getCurrencyUnit(), name, on(inOwn), rates);
  }

  /** The currency of the limits, empty where there are none. */
  private Optional<CurrencyUnit> currency() {
    return minimum().or(this::maximum).map(BigMoney::getCurrencyUnit);
  }

  /** {@return the fee's name} */
  public String name() {
    return name;
  }

  /**
   * The share of the customs value.
   *
   * @return the rate, empty for a fixed fee
   */
  public Optional<Rate> rate() {
    return Optional.ofNullable(rate);
  }

  /**
   * The least that is charged; of a fixed fee the amount.
   *
   * @return the minimum, empty where there is none
   */
  public Optional<BigMoney> minimum() {
    return Optional.ofNullable(minimum);
  }

  /**
   * The most that is charged; of a fixed fee the amount.
   *
   * @return the maximum, empty where there is none
   */
  public Optional<BigMoney> maximum() {
    return Optional.ofNullable(maximum);
  }

  /** {@return the days on which the fee is charged at these terms, half-open} */
  public LocalDateRange inForce() {
    return reach.inForce();
  }

  /** {@return the modes of transport in which it is charged, empty for all} */
  public Set<TransportMode> modes() {
    return reach.modes();
  }

  /**
   * The preferences that exempt from it.
   *
   * @return the exemptions
   */
  public List<Exemption> exemptions() {
    return reach.exempt().claims();
  }

  /**
   * The goods that do not pay it, by their codes.
   *
   * @return the exemptions
   */
  public List<GoodsExemption> exemptGoods() {
    return reach.exempt().goods();
  }

  /**
   * The origins whose products do not pay it.
   *
   * @return the exemptions
   */
  public List<OriginExemption> exemptOrigins() {
    return reach.exempt().origins();
  }

  /** {@return where it stands} */
  public Source source() {
    return source;
  }

  /**
   * {@return the terms in words: for example {@code 0.3464%, at least USD 33.58, at most USD
   * 651.50}}
   */
  public String terms() {
    if (rate == null) {
      return fixedAmount().toString();
    }
    return rate
        + (minimum == null ? "" : ", at least " + minimum)
        + (maximum == null ? "" : ", at most " + maximum);
  }

  /** Two fees are equal when their terms, reach and source are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fee that && key().equals(that.key());
  }

  private List<Object> key() {
    return List.of(
        name,
        Optional.ofNullable(rate),
        CostAmounts.key(minimum),
        CostAmounts.key(maximum),
        reach,
        source);
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** The name and the terms. */
  @Override
  public String toString() {
    return name + " " + terms();
  }
}
