package org.tariffeconomics.quota;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The duty on one entry that a tariff-rate quota may split in two: each part is assessed for
 * itself, with the declared fact {@code quota:NAME=in} or {@code quota:NAME=out}.
 *
 * <p>The value is shared in proportion to the quantity, value within = value · within / entry to 34
 * digits, and the part above gets the exact rest, as do the other quantities; so values, quantities
 * and duties of the parts add up to the last digit. Where it is not known how much is used, the
 * whole entry is bounded by what it pays within and above, and never taken to be within. An entry
 * without the licence that a quota needs is above it.
 *
 * @since 0.1.0
 */
public final class QuotaDuty {

  private final QuotaPosition position;
  private final BigMoney customsValue;
  private final List<Part> parts;
  private final @Nullable BigMoney security;
  private final String remark;

  private QuotaDuty(
      QuotaPosition position,
      BigMoney customsValue,
      List<Part> parts,
      @Nullable BigMoney security,
      String remark) {
    this.position = position;
    this.customsValue = customsValue;
    this.parts = List.copyOf(parts);
    this.security = security;
    this.remark = remark;
  }

  /** On which side of the quota a part falls. */
  public enum Side {
    /** Within the quota. */
    WITHIN("in"),
    /** Above it. */
    ABOVE("out"),
    /** Not known. */
    UNKNOWN("");

    private final String declared;

    Side(String declared) {
      this.declared = declared;
    }
  }

  /** One part of the entry. */
  public static final class Part {

    private final Side side;
    private final Quantity quantity;
    private final Assessment assessment;

    Part(Side side, Quantity quantity, Assessment assessment) {
      this.side = side;
      this.quantity = quantity;
      this.assessment = assessment;
    }

    /** {@return on which side of the quota it falls} */
    public Side side() {
      return side;
    }

    /** {@return its quantity in the unit of the quota} */
    public Quantity quantity() {
      return quantity;
    }

    /** {@return its duties} */
    public Assessment assessment() {
      return assessment;
    }

    /** The side, the quantity and the duty. */
    @Override
    public String toString() {
      return side + " " + quantity + ": " + assessment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && side.equals(that.side)
          && quantity.equals(that.quantity)
          && assessment.equals(that.assessment);
    }

    @Override
    public int hashCode() {
      return Objects.hash(side, quantity, assessment);
    }
  }

  /** The goods of an entry under the law of its day. */
  private record Goods(
      TariffLaw law,
      HsCode line,
      DeclaredOrigin origin,
      BigMoney value,
      List<Quantity> quantities,
      ExchangeRates rates) {

    Assessment assess(String quota, Side side) {
      DeclaredFacts facts = origin.facts();
      DeclaredFacts declared =
          side == Side.UNKNOWN ? facts : facts.withFact(Condition.QUOTA + quota, side.declared);
      return law.stack(line, origin.country(), declared).assess(value, quantities, rates);
    }

    Goods of(BigMoney partOfValue, List<Quantity> partOfQuantities) {
      return new Goods(law, line, origin, partOfValue, partOfQuantities, rates);
    }
  }

  /**
   * The duty on an entry without exchange rates.
   *
   * @param law the law of the day of entry
   * @param line the tariff line
   * @param origin the origin and what else is declared, without the quota's state
   * @param customsValue the customs value of the whole entry
   * @param quantities its quantities; the first in the dimension of the quota is the one it counts
   * @param position where the entry stands to the quota
   * @return the duty
   * @throws IllegalArgumentException when no quantity is in the dimension of the quota, it is zero,
   *     another than the quota was asked for, or its state is declared as well
   */
  public static QuotaDuty of(
      TariffLaw law,
      HsCode line,
      DeclaredOrigin origin,
      BigMoney customsValue,
      List<Quantity> quantities,
      QuotaPosition position) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(position, "position");
    return of(law, line, origin, customsValue, quantities, position, ExchangeRates.none());
  }

  /**
   * The duty on an entry.
   *
   * @param law the law of the day of entry
   * @param line the tariff line
   * @param origin the origin and what else is declared, without the quota's state
   * @param customsValue the customs value of the whole entry
   * @param quantities its quantities; the first in the dimension of the quota is the one it counts
   * @param position where the entry stands to the quota
   * @param rates exchange rates for duties in another currency than the value
   * @return the duty
   * @throws IllegalArgumentException when no quantity is in the dimension of the quota, it is zero,
   *     another than the quota was asked for, or its state is declared as well
   */
  public static QuotaDuty of(
      TariffLaw law,
      HsCode line,
      DeclaredOrigin origin,
      BigMoney customsValue,
      List<Quantity> quantities,
      QuotaPosition position,
      ExchangeRates rates) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(rates, "rates");
    Goods goods = new Goods(law, line, origin, customsValue, List.copyOf(quantities), rates);
    Quantity counted =
        quantities.stream()
            .filter(position::counts)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "None of the quantities " + quantities + " is counted by " + position));
    refuseStated(position.quota(), origin.facts());
    if (counted.amount().signum() == 0) {
      throw new IllegalArgumentException("The entry must be of some quantity, but was " + counted);
    }
    if (position.lacksLicence(origin.facts())) {
      String remark = "no licence:" + position.quota() + " is declared, so nothing is within";
      return split(goods, position, counted, QuotaPosition.allAbove(counted), remark);
    }
    return position
        .split(counted)
        .map(split -> split(goods, position, counted, split, position.why()))
        .orElseGet(() -> undetermined(goods, position, counted));
  }

  private static void refuseStated(String quota, DeclaredFacts facts) {
    facts
        .fact(Condition.QUOTA + quota)
        .ifPresent(
            state -> {
              throw new IllegalArgumentException(
                  "How an entry stands to the quota "
                      + quota
                      + " is told by its position: do not declare "
                      + Condition.QUOTA
                      + quota
                      + "="
                      + state
                      + " with it");
            });
  }

  private static QuotaDuty undetermined(Goods goods, QuotaPosition position, Quantity counted) {
    Part whole = new Part(Side.UNKNOWN, counted, goods.assess(position.quota(), Side.UNKNOWN));
    return new QuotaDuty(position, goods.value(), List.of(whole), null, position.why());
  }

  private static QuotaDuty split(
      Goods goods,
      QuotaPosition position,
      Quantity counted,
      TariffQuota.Split split,
      String remark) {
    BigDecimal inside = split.inside().in(counted.unit()).amount();
    BigDecimal share = inside.divide(counted.amount(), MathContext.DECIMAL128);
    Goods within = within(goods, counted, inside, share);
    List<Part> parts = new ArrayList<>();
    BigMoney security = null;
    if (split.inside().amount().signum() > 0) {
      parts.add(part(within, position, Side.WITHIN, split.inside()));
      security = position.securityDue() ? security(within, position) : null;
    }
    if (split.outside().amount().signum() > 0 || parts.isEmpty()) {
      parts.add(part(above(goods, within), position, Side.ABOVE, split.outside()));
    }
    return new QuotaDuty(position, goods.value(), parts, security, remark);
  }

  private static Part part(Goods goods, QuotaPosition position, Side side, Quantity quantity) {
    return new Part(side, quantity, goods.assess(position.quota(), side));
  }

  private static Goods within(Goods goods, Quantity counted, BigDecimal inside, BigDecimal share) {
    if (inside.compareTo(counted.amount()) == 0) {
      return goods;
    }
    List<Quantity> quantities = new ArrayList<>();
    for (Quantity each : goods.quantities()) {
      boolean isCounted = each.unit().convertsTo(counted.unit());
      quantities.add(
          isCounted ? new Quantity(inside, counted.unit()).in(each.unit()) : each.times(share));
    }
    CurrencyUnit currency = goods.value().getCurrencyUnit();
    BigDecimal value =
        goods.value().getAmount().multiply(inside).divide(counted.amount(), MathContext.DECIMAL128);
    return goods.of(BigMoney.of(currency, plain(value)), quantities);
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static Goods above(Goods all, Goods within) {
    List<Quantity> quantities = new ArrayList<>();
    for (int i = 0; i < all.quantities().size(); i++) {
      Quantity each = all.quantities().get(i);
      BigDecimal rest = each.amount().subtract(within.quantities().get(i).amount());
      quantities.add(new Quantity(rest, each.unit()));
    }
    return all.of(all.value().minus(within.value()), quantities);
  }

  /** What the part within would owe if the quota turned out to be used up. */
  private static @Nullable BigMoney security(Goods within, QuotaPosition position) {
    Optional<BigMoney> in = within.assess(position.quota(), Side.WITHIN).exactTotal();
    Optional<BigMoney> out = within.assess(position.quota(), Side.ABOVE).exactTotal();
    if (in.isEmpty() || out.isEmpty()) {
      return null;
    }
    BigMoney more = out.orElseThrow().minus(in.orElseThrow());
    return more.isNegative() ? BigMoney.zero(more.getCurrencyUnit()) : more;
  }

  /**
   * The parts.
   *
   * @return the part within the quota first; one part where nothing is split
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * One part.
   *
   * @param side the side
   * @return the part, empty where nothing falls on that side
   */
  public Optional<Part> part(Side side) {
    Objects.requireNonNull(side, "side");
    return parts.stream().filter(each -> each.side() == side).findFirst();
  }

  /**
   * How much is known of the duty: as much as of the part of which the least is known.
   *
   * @return prohibited where a part is, undetermined where the duty of a part is, bounded where one
   *     is, else assessed; where it is not known on which side of the quota the entry falls,
   *     bounded by both, and assessed where both pay the same
   */
  public Outcome outcome() {
    return parts.stream()
        .map(p -> p.assessment().outcome())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Why there is no one duty to tell.
   *
   * @return the reasons, empty when assessed
   */
  public List<String> reasons() {
    if (outcome() == Outcome.ASSESSED) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    if (parts.get(0).side() == Side.UNKNOWN) {
      reasons.add("it is not known how much of the quota " + position.quota() + " is used");
    }
    parts.forEach(p -> reasons.addAll(p.assessment().reasons()));
    return reasons.stream().distinct().toList();
  }

  /**
   * The payable duty of both parts.
   *
   * @return the sum; empty unless assessed
   */
  public Optional<Money> duty() {
    return outcome() == Outcome.ASSESSED
        ? parts.stream().flatMap(p -> p.assessment().duty().stream()).reduce(Money::plus)
        : Optional.empty();
  }

  /**
   * What the payable duty lies within. Where it is not known how much of the quota is used, it is
   * that of goods all within and that of goods all above it: any split lies between, but for the
   * smallest unit that its two parts may be rounded apart.
   *
   * @return the sum of what the parts lie within; empty where it is undetermined or the import
   *     prohibited
   */
  public Optional<MoneyRange> range() {
    return outcome().compareTo(Outcome.BOUNDED) <= 0
        ? parts.stream().flatMap(p -> p.assessment().range().stream()).reduce(MoneyRange::plus)
        : Optional.empty();
  }

  /**
   * The duty of both parts before rounding their totals.
   *
   * @return the sum; empty unless assessed
   */
  public Optional<BigMoney> exactTotal() {
    return outcome() == Outcome.ASSESSED
        ? parts.stream().flatMap(p -> p.assessment().exactTotal().stream()).reduce(BigMoney::plus)
        : Optional.empty();
  }

  /**
   * {@return the security that a critical quota demands: what the part within would owe above the
   * quota, less what it pays, at least zero; empty where none is due or the duty is not known}
   */
  public Optional<BigMoney> security() {
    return Optional.ofNullable(security);
  }

  /**
   * The duty of both parts over the customs value.
   *
   * @return the rate, to 34 digits; empty where the duty is not known or the value is zero
   */
  public Optional<Rate> effectiveRate() {
    return customsValue.isZero()
        ? Optional.empty()
        : exactTotal()
            .map(d -> d.getAmount().divide(customsValue.getAmount(), MathContext.DECIMAL128))
            .map(Rate::fraction);
  }

  /**
   * {@return the parts with their duties line by line, the total, and why the entry is split so}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    parts.forEach(part -> addRows(rows, part));
    Cell total = MoneyCells.of(range(), String.join("; ", reasons()));
    rows.add(
        List.of(
            Cell.text("total"), Cell.blank(), MoneyCells.of(customsValue), Cell.blank(), total));
    List<String> caption = new ArrayList<>();
    caption.add("quota " + position.quota() + ": " + remark);
    caption.add("value shared in proportion to the quantity");
    security().ifPresent(s -> caption.add("security due: " + s));
    caption.addAll(stamp().lines());
    return new Table(
        "Duty on " + customsValue + " within and above quota " + position.quota(),
        List.of("part", quantityHeading(), "value", "measure", "duty"),
        rows,
        caption);
  }

  /** The law with what was declared and assumed of either part. */
  private Stamp stamp() {
    Stamp stamp = parts.get(0).assessment().stack().stamp();
    for (Part each : parts) {
      stamp = stamp.withAssumptions(each.assessment().stack().stamp().assumptions());
    }
    return stamp;
  }

  /** The unit stands in the heading, since a column of text shows numbers alone. */
  private String quantityHeading() {
    return "quantity, " + parts.get(0).quantity().unit().code();
  }

  private static void addRows(List<List<Cell>> rows, Part part) {
    for (DutyLine line : part.assessment().payableLines()) {
      rows.add(
          List.of(
              Cell.text(part.side().name()),
              Cell.number(part.quantity().amount(), 3, part.quantity().unit().code()),
              MoneyCells.of(line.dutiable()),
              Cell.text(line.measure().id() + " " + line.measure().rate()),
              MoneyCells.of(line.amount())));
    }
  }

  /** The duty, or why it is not known. */
  @Override
  public String toString() {
    String found =
        range()
            .map(d -> "duty " + d + " on " + Texts.counted(parts.size(), "part"))
            .orElseGet(() -> outcome().name().toLowerCase(Locale.ROOT));
    return reasons().isEmpty() ? found : found + ": " + String.join("; ", reasons());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QuotaDuty that
        && position.equals(that.position)
        && customsValue.isSameCurrency(that.customsValue)
        && customsValue.isEqual(that.customsValue)
        && parts.equals(that.parts)
        && Objects.equals(security, that.security)
        && remark.equals(that.remark);
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, parts, security, remark);
  }
}
