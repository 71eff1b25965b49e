package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyAmount;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A safeguard by price in tiers, as in chapter 99 of the US schedule: “valued 45¢/kg or more but
 * less than 65¢/kg”: an additional duty of 35¢/kg.
 *
 * <p>The unit value (customs value over quantity) chooses the tier: its lower bound is in, its
 * upper bound is out. Tiers begin at nothing, leave no gap and have no end; all bounds are money
 * per one quantity.
 *
 * @since 0.1.0
 */
public final class PriceTiers {

  /** What a row of a schedule says about the price. */
  private static final Pattern VALUED =
      Pattern.compile(
          "(?i)valued (?:(?:less than|under) (?<under>.+?)|(?:at )?(?<from>.+?) or"
              + " (?:more|over)(?:,? but (?:less than|under) (?<below>.+?))?)[.:]?");

  private static final Pattern NO_DUTY = Pattern.compile("(?i)no additional duty\\.?|free");

  private final String name;
  private final Quantity per;
  private final List<Tier> tiers;

  private PriceTiers(String name, Quantity per, List<Tier> tiers) {
    this.name = name;
    this.per = per;
    this.tiers = tiers;
  }

  /**
   * One tier.
   *
   * @param atLeast the lowest unit value of the tier, not negative
   * @param below the lowest unit value above the tier; null where it has no end
   * @param duty the additional duty
   */
  public record Tier(BigMoney atLeast, @Nullable BigMoney below, DutyRate duty) {

    /**
     * Creates a tier.
     *
     * @param atLeast the lowest unit value of the tier, not negative
     * @param below the lowest unit value above the tier; null where it has no end
     * @param duty the additional duty
     * @throws IllegalArgumentException when the tier holds no price
     */
    public Tier {
      Objects.requireNonNull(atLeast, "atLeast");
      Objects.requireNonNull(duty, "duty");
      if (atLeast.isNegative() || (below != null && below.compareTo(atLeast) <= 0)) {
        throw new IllegalArgumentException(
            "A tier must rise from zero or more, but was " + atLeast + " to " + below);
      }
      atLeast = PlainNumber.plain(atLeast);
      below = below == null ? null : PlainNumber.plain(below);
    }

    /** The bounds and the duty. */
    @Override
    public String toString() {
      return "from " + atLeast + (below == null ? "" : " to below " + below) + ": " + duty;
    }
  }

  /**
   * A tier as a schedule writes it.
   *
   * @param description what the row says about the price, e.g. {@code Valued less than 25¢/kg}
   * @param additionalDuty the additional duty, e.g. {@code 66.6¢/kg} or {@code No additional duty}
   */
  public record TierText(String description, String additionalDuty) {

    /**
     * Refuses nulls.
     *
     * @param description what the row says about the price, e.g. {@code Valued less than 25¢/kg}
     * @param additionalDuty the additional duty, e.g. {@code 66.6¢/kg} or {@code No additional
     *     duty}
     */
    public TierText {
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(additionalDuty, "additionalDuty");
    }

    /** Both texts. */
    @Override
    public String toString() {
      return description + " -> " + additionalDuty;
    }
  }

  /**
   * Tiers.
   *
   * @param name the safeguard's name
   * @param per the quantity that prices are stated for, e.g. 1 kg
   * @param tiers the tiers in any order
   * @return the safeguard
   * @throws IllegalArgumentException when there is none, currencies differ, the lowest does not
   *     begin at zero, the highest has an end, or two of them overlap or leave a gap
   */
  public static PriceTiers of(String name, Quantity per, List<Tier> tiers) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(per, "per");
    Objects.requireNonNull(tiers, "tiers");
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("The safeguard '" + name + "' has no tier");
    }
    CurrencyUnit currency = tiers.get(0).atLeast().getCurrencyUnit();
    tiers.forEach(each -> requireCurrency(name, currency, each));
    List<Tier> sorted = new ArrayList<>(tiers);
    sorted.sort(Comparator.comparing(Tier::atLeast));
    if (!sorted.get(0).atLeast().isZero()) {
      throw refused(name, "leaves a gap below", sorted.get(0), null);
    }
    for (int i = 1; i < sorted.size(); i++) {
      requireNext(name, sorted.get(i - 1), sorted.get(i));
    }
    Tier last = sorted.get(sorted.size() - 1);
    if (last.below() != null) {
      throw refused(name, "leaves a gap above", last, null);
    }
    return new PriceTiers(name, per, List.copyOf(sorted));
  }

  private static void requireCurrency(String name, CurrencyUnit currency, Tier tier) {
    BigMoney below = tier.below();
    if (!tier.atLeast().getCurrencyUnit().equals(currency)
        || (below != null && !below.getCurrencyUnit().equals(currency))) {
      throw new IllegalArgumentException(
          "The safeguard '"
              + name
              + "' is in "
              + currency
              + ", but has the tier "
              + Texts.shortened(tier.toString()));
    }
  }

  private static void requireNext(String name, Tier lower, Tier upper) {
    BigMoney end = lower.below();
    int order = end == null ? 1 : end.compareTo(upper.atLeast());
    if (order != 0) {
      throw refused(name, order > 0 ? "has an overlap of" : "leaves a gap between", lower, upper);
    }
  }

  private static IllegalArgumentException refused(
      String name, String what, Tier tier, @Nullable Tier other) {
    return new IllegalArgumentException(
        "The safeguard '"
            + name
            + "' "
            + what
            + " ["
            + Texts.shortened(tier.toString())
            + "]"
            + (other == null ? "" : " and [" + Texts.shortened(other.toString()) + "]"));
  }

  /**
   * Reads the rows of a schedule.
   *
   * @param name the safeguard's name
   * @param rows its rows in any order
   * @return the safeguard
   * @throws IllegalArgumentException when a text is not understood, prices are stated for different
   *     quantities, or the tiers overlap or leave a gap
   */
  public static PriceTiers parse(String name, List<TierText> rows) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    List<Tier> tiers = new ArrayList<>();
    Quantity per = null;
    for (TierText row : rows) {
      Matcher valued = VALUED.matcher(row.description().strip());
      if (!valued.matches()) {
        throw unread(name, row);
      }
      DutyRate.Specific from = price(name, row, valued.group("from"));
      DutyRate.Specific below = price(name, row, valued.group(from == null ? "under" : "below"));
      DutyRate.Specific bound = from != null ? from : below;
      if (bound == null) {
        throw unread(name, row);
      }
      per = requirePer(name, row, per == null ? bound.per() : per, from, below);
      BigMoney least = from == null ? BigMoney.zero(currency(bound)) : from.amount();
      tiers.add(new Tier(least, below == null ? null : below.amount(), duty(name, row)));
    }
    if (per == null) {
      throw new IllegalArgumentException("The safeguard '" + name + "' has no tier");
    }
    return of(name, per, tiers);
  }

  private static CurrencyUnit currency(DutyRate.Specific price) {
    return price.amount().getCurrencyUnit();
  }

  private static Quantity requirePer(
      String name,
      TierText row,
      Quantity per,
      DutyRate.@Nullable Specific from,
      DutyRate.@Nullable Specific below) {
    boolean same =
        (from == null || from.per().equals(per)) && (below == null || below.per().equals(per));
    if (!same) {
      throw new IllegalArgumentException(
          "The prices of '"
              + name
              + "' are for "
              + per
              + ", but had "
              + Texts.quoted(row.toString()));
    }
    return per;
  }

  private static DutyRate.@Nullable Specific price(
      String name, TierText row, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (DutyRate.parse(text) instanceof DutyRate.Specific price) {
      return price;
    }
    throw unread(name, row);
  }

  private static DutyRate duty(String name, TierText row) {
    String text = row.additionalDuty().strip();
    if (NO_DUTY.matcher(text).matches()) {
      return new DutyRate.Free();
    }
    DutyRate duty = DutyRate.parse(text);
    if (duty instanceof DutyRate.Unsupported || duty instanceof DutyRate.ByReference) {
      throw unread(name, row);
    }
    return duty;
  }

  private static IllegalArgumentException unread(String name, TierText row) {
    return new IllegalArgumentException(
        "A tier must read like 'Valued 45¢/kg or more but less than 65¢/kg' with its duty, but in '"
            + name
            + "' was "
            + Texts.quoted(row.toString()));
  }

  /** {@return the tiers by price} */
  public List<Tier> tiers() {
    return tiers;
  }

  /** {@return the quantity that prices are stated for, e.g. 1 kg} */
  public Quantity per() {
    return per;
  }

  /**
   * The tier of a unit value.
   *
   * @param unitValue the value of the quantity that prices are stated for, not negative, in the
   *     currency of the tiers
   * @return the tier
   * @throws IllegalArgumentException when the value is negative or in another currency
   */
  public Tier tierAt(BigMoney unitValue) {
    Objects.requireNonNull(unitValue, "unitValue");
    CurrencyUnit currency = tiers.get(0).atLeast().getCurrencyUnit();
    if (unitValue.isNegative() || !unitValue.getCurrencyUnit().equals(currency)) {
      throw new IllegalArgumentException(
          "unitValue must be zero or more in " + currency + ", but was " + unitValue);
    }
    Tier found = tiers.get(0);
    for (Tier each : tiers) {
      found = unitValue.compareTo(each.atLeast()) >= 0 ? each : found;
    }
    return found;
  }

  /**
   * The additional duty on goods.
   *
   * @param basis the value and quantities of the goods
   * @return the duty; undetermined where the quantity or an exchange rate is missing
   */
  public DutyAmount duty(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    Optional<BigDecimal> times = basis.multiplesOf(per).filter(t -> t.signum() > 0);
    if (times.isEmpty()) {
      return DutyAmount.undetermined(
          new Unknown.NeedsQuantity(
              per.unit().code(),
              "declare the quantity in " + per.unit().code() + " for the unit value of " + name));
    }
    CurrencyUnit currency = tiers.get(0).atLeast().getCurrencyUnit();
    Optional<BigMoney> value = basis.exchangeRates().convert(basis.value(), currency);
    return value
        .map(v -> tierAt(quotient(v, times.orElseThrow())).duty().on(basis))
        .orElseGet(
            () ->
                DutyAmount.undetermined(
                    DutyBasis.noExchangeRate(basis.value().getCurrencyUnit(), currency)));
  }

  private static BigMoney quotient(BigMoney value, BigDecimal times) {
    BigDecimal amount = value.getAmount().divide(times, MathContext.DECIMAL128);
    return BigMoney.of(value.getCurrencyUnit(), amount.scale() < 0 ? amount.setScale(0) : amount);
  }

  /**
   * The safeguard as measures of a book, one a tier: they depend on the declared fact {@code unit
   * value:NAME}, the value of the quantity that prices are stated for, without which the duty is
   * undetermined.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @return the measures, those of tiers without a duty left out
   */
  public List<TariffMeasure> measures(String programme, String products, String origins) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    List<TariffMeasure> measures = new ArrayList<>();
    for (Tier each : tiers) {
      if (each.duty() instanceof DutyRate.Free) {
        continue;
      }
      TariffMeasure measure =
          TariffMeasure.adds(programme, products, origins, "Free")
              .withRate(each.duty())
              .withId(programme + " from " + each.atLeast())
              .withCondition(Condition.UNIT_VALUE + name + ">=" + plain(each.atLeast()));
      BigMoney below = each.below();
      measures.add(
          below == null
              ? measure
              : measure.withCondition(Condition.UNIT_VALUE + name + "<" + plain(below)));
    }
    return List.copyOf(measures);
  }

  /**
   * The declaration of the unit value that {@link #measures} depend on.
   *
   * @param customsValue the customs value of the goods, in the currency of the tiers
   * @param quantity their quantity, positive
   * @return the declared fact
   * @throws IllegalArgumentException when the quantity is zero or of another dimension
   */
  public DeclaredFacts declare(BigMoney customsValue, Quantity quantity) {
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantity, "quantity");
    BigDecimal count = quantity.in(per.unit()).amount();
    if (count.signum() == 0) {
      throw new IllegalArgumentException("quantity must be positive, but was " + quantity);
    }
    BigMoney unitValue = quotient(customsValue.multipliedBy(per.amount()), count);
    tierAt(unitValue);
    return DeclaredFacts.none().withFact(Condition.UNIT_VALUE + name, plain(unitValue));
  }

  private static String plain(BigMoney money) {
    return money.getAmount().toPlainString();
  }

  /** {@return the tiers as a table: one row per tier: from, below, duty} */
  public Table table() {
    return Table.of(
        name + ", unit value per " + per,
        List.of("from", "below", "additional duty"),
        tiers.stream()
            .map(
                t ->
                    List.of(
                        cell(t.atLeast()),
                        Optional.ofNullable(t.below()).map(PriceTiers::cell).orElseGet(Cell::blank),
                        Cell.text(t.duty().toString())))
            .toList());
  }

  /** The price of a unit, which may have more decimals than its currency: {@code USD 0.125}. */
  private static Cell cell(BigMoney price) {
    int decimals =
        Math.max(
            price.getCurrencyUnit().getDecimalPlaces(),
            price.getAmount().stripTrailingZeros().scale());
    return Cell.money(price.getAmount(), price.getCurrencyUnit().getCode(), decimals);
  }

  /** The name and how many tiers it has. */
  @Override
  public String toString() {
    return name + ": " + tiers.size() + " tiers per " + per;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PriceTiers that
        && name.equals(that.name)
        && per.equals(that.per)
        && tiers.equals(that.tiers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, per, tiers);
  }
}
