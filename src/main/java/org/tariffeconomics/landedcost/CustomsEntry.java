package org.tariffeconomics.landedcost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.SharedCost.Kind;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * Goods of several lines, origins and declarations that are entered together: what an importer pays
 * on. Duties are charged line by line, fees once for the entry within their minimum and maximum,
 * taxes by line or for the entry; freight, insurance and charges that were paid for all of it are
 * shared out among the lines and add up to what was paid.
 *
 * <pre>{@code
 * CustomsEntry.of("US")
 *     .withLine("A1", Shipment.of("6109.10", "IN", "USD 1000"))
 *     .withLine("A2", Shipment.of("8703.23.01", "KR", "USD 30000").withClaim("KORUS"))
 *     .withFreight("USD 100", CostAllocation.byValue())
 *     .withInsurance("USD 0", CostAllocation.byValue())
 *     .withMode(TransportMode.SEA)
 *     .price(book.on("2026-11-23"))
 * }</pre>
 *
 * <p>Every line is known by a name of its own. The order of the lines is kept in results and never
 * moves a number. A line whose duty is not known leaves the others their numbers; the total of the
 * entry is then bounded or not known either. Immutable, and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class CustomsEntry {

  /** How import taxes are computed and rounded. */
  public enum TaxLevel {
    /** On each line by itself. */
    EACH_LINE,
    /** Once on all lines together, and then shared out among them by their bases. */
    ENTRY
  }

  /** Which fees the entry pays. */
  enum Filing {
    AS_STATED,
    INFORMAL
  }

  private final LandedCostCalculator terms;
  private final Map<String, EntryItem> items;
  private final List<SharedCost> shared;
  private final Options options;

  /** What may be stated besides lines and costs. */
  private record Options(
      @Nullable TransportMode mode,
      ExchangeRates rates,
      TaxLevel taxLevel,
      Filing filing,
      List<QuotaUse> quotas) {

    Options with(QuotaUse quota) {
      List<QuotaUse> more = new ArrayList<>(quotas);
      more.add(quota);
      return new Options(mode, rates, taxLevel, filing, List.copyOf(more));
    }
  }

  private CustomsEntry(
      LandedCostCalculator terms,
      Map<String, EntryItem> items,
      List<SharedCost> shared,
      Options options) {
    this.terms = terms;
    this.items = items;
    this.shared = shared;
    this.options = options;
  }

  /**
   * An entry without lines into a territory, with its bundled fees and no import taxes.
   *
   * @param territory {@code EU}, {@code UK} or a two-letter country code
   * @return the entry
   * @throws IllegalArgumentException when the territory's basis of valuation is not known
   */
  public static CustomsEntry of(String territory) {
    Objects.requireNonNull(territory, "territory");
    return of(LandedCostCalculator.of(territory));
  }

  /**
   * An entry without lines.
   *
   * @param terms the territory with its basis of valuation, fees and taxes
   * @return the entry; fees are those of a formal entry, as the terms have them
   */
  public static CustomsEntry of(LandedCostCalculator terms) {
    return new CustomsEntry(
        Objects.requireNonNull(terms, "terms"),
        Map.of(),
        List.of(),
        new Options(null, ExchangeRates.none(), TaxLevel.EACH_LINE, Filing.AS_STATED, List.of()));
  }

  private CustomsEntry with(Options changed) {
    return new CustomsEntry(terms, items, shared, changed);
  }

  /**
   * The same entry with one more line.
   *
   * @param name what the line is called, e.g. {@code A1}; not blank
   * @param goods the goods with what is stated of them alone
   * @return a new entry
   * @throws IllegalArgumentException when a line of that name stands already, or the price is duty
   *     paid: take it apart with {@link LandedCostCalculator#dutyPaid} first
   */
  public CustomsEntry withLine(String name, Shipment goods) {
    Objects.requireNonNull(name, "name");
    CostAmounts.requireName("A line", name);
    Objects.requireNonNull(goods, "goods");
    if (items.containsKey(name)) {
      throw new IllegalArgumentException(
          "The entry has a line " + Texts.quoted(name) + " already: give every line its own name");
    }
    if (goods.incoterm().includesDuty()) {
      throw new IllegalArgumentException(
          "The price of line "
              + Texts.quoted(name)
              + " is duty paid: take it apart with LandedCostCalculator.dutyPaid and state the"
              + " value");
    }
    return withItem(name, new EntryItem(name, goods, List.of(), null));
  }

  /**
   * The same entry with a deposit of anti-dumping or countervailing duty on a line.
   *
   * @param line the line's name
   * @param deposit the deposit
   * @return a new entry
   * @throws IllegalArgumentException when there is no such line, or it has a deposit of that name
   */
  public CustomsEntry withDeposit(String line, Deposit deposit) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(deposit, "deposit");
    return withItem(line, item(line).with(deposit));
  }

  /**
   * The same entry with a line entered under a provision of chapter 98: goods returned, repaired,
   * or assembled abroad.
   *
   * @param line the line's name
   * @param provision the provision
   * @return a new entry; its price is refused where the stated part is above the customs value
   * @throws IllegalArgumentException when there is no such line, it is entered under a quota, or
   *     the territory is not the United States
   */
  public CustomsEntry withProvision(String line, SpecialProvision provision) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(provision, "provision");
    if (!Territory.isUnitedStates(terms.territory())) {
      throw new IllegalArgumentException(
          "chapter 98 is of the tariff of the United States, but the territory was "
              + terms.territory());
    }
    requireNoQuota(line);
    return withItem(line, item(line).with(provision));
  }

  /**
   * The same entry with some of its lines entered under a tariff-rate quota. What is left of the
   * quota is shared among them in the proportion of their quantities; each is assessed within and
   * above it, by the declared facts {@code quota:NAME=in} and {@code =out}.
   *
   * @param quota the quota as it stands before the entry; {@link
   *     org.tariffeconomics.quota.QuotaLedger#on} tells it for a day
   * @param first the name of a line
   * @param more the names of more lines
   * @return a new entry; its price is refused where a line states no quantity that the quota counts
   * @throws IllegalArgumentException when there is no such line, it is entered under a quota or a
   *     provision of chapter 98 already, or other lines are under the same quota: what is left of
   *     it counts once
   */
  public CustomsEntry withQuota(TariffQuota quota, String first, String... more) {
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(more, "more");
    List<String> names = new ArrayList<>(List.of(first));
    names.addAll(List.of(more));
    for (String each : names) {
      requireNoQuota(each);
      if (item(each).provision() != null || Collections.frequency(names, each) > 1) {
        throw new IllegalArgumentException(
            "Line "
                + Texts.quoted(each)
                + " is entered under one quota or provision of chapter 98 already");
      }
    }
    for (QuotaUse each : options.quotas()) {
      if (each.quota().name().equals(quota.name())) {
        throw new IllegalArgumentException(
            "What is left of the quota "
                + quota.name()
                + " counts once: name all its lines together, also "
                + String.join(", ", each.lines()));
      }
    }
    return with(options.with(new QuotaUse(quota, names)));
  }

  private void requireNoQuota(String line) {
    String name = item(line).name();
    if (options.quotas().stream().anyMatch(q -> q.lines().contains(name))) {
      throw new IllegalArgumentException(
          "Line " + Texts.quoted(line) + " is entered under a quota already");
    }
  }

  private EntryItem item(String line) {
    EntryItem item = items.get(Objects.requireNonNull(line, "line"));
    if (item == null) {
      throw new IllegalArgumentException(
          "The entry has no line "
              + Texts.quoted(line)
              + "; its lines are "
              + Texts.shortened(items.keySet().toString()));
    }
    return item;
  }

  private CustomsEntry withItem(String name, EntryItem item) {
    Map<String, EntryItem> more = new LinkedHashMap<>(items);
    more.put(name, item);
    return new CustomsEntry(terms, Collections.unmodifiableMap(more), shared, options);
  }

  /**
   * The same entry with one freight for all lines, in addition to the prices or as the part of them
   * that is freight, by the Incoterm of each line.
   *
   * @param amount the freight with its currency, not negative
   * @param allocation how it is shared out
   * @return a new entry
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public CustomsEntry withFreight(String amount, CostAllocation allocation) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(allocation, "allocation");
    return with(shared(Kind.FREIGHT, "freight", amount, allocation));
  }

  /**
   * The same entry with one insurance for all lines.
   *
   * @param amount the premium with its currency, not negative
   * @param allocation how it is shared out
   * @return a new entry
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public CustomsEntry withInsurance(String amount, CostAllocation allocation) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(allocation, "allocation");
    return with(shared(Kind.INSURANCE, "insurance", amount, allocation));
  }

  private static SharedCost shared(
      Kind kind, String name, String amount, CostAllocation allocation) {
    return new SharedCost(kind, name, CostAmounts.parse(name, amount), allocation);
  }

  /**
   * The same entry with one more charge for all lines.
   *
   * @param charge the charge for the whole entry
   * @param allocation how it is shared out
   * @return a new entry
   */
  public CustomsEntry withCharge(Charge charge, CostAllocation allocation) {
    Objects.requireNonNull(allocation, "allocation");
    return with(SharedCost.of(Objects.requireNonNull(charge, "charge"), allocation));
  }

  /**
   * The same entry with one more shared cost.
   *
   * @param cost the cost
   * @return a new entry
   * @throws IllegalArgumentException when freight or insurance is shared already
   */
  public CustomsEntry with(SharedCost cost) {
    Objects.requireNonNull(cost, "cost");
    boolean once = cost.kind() == Kind.FREIGHT || cost.kind() == Kind.INSURANCE;
    if (once && shared.stream().anyMatch(s -> s.kind() == cost.kind())) {
      throw new IllegalArgumentException(
          "The entry shares its " + cost.name() + " already: state one amount for all of it");
    }
    List<SharedCost> more = new ArrayList<>(shared);
    more.add(cost);
    return new CustomsEntry(terms, items, List.copyOf(more), options);
  }

  /**
   * The same entry by a mode of transport, for the lines that state none of their own.
   *
   * @param mode how the goods cross the border
   * @return a new entry
   */
  public CustomsEntry withMode(TransportMode mode) {
    return with(
        new Options(
            Objects.requireNonNull(mode, "mode"),
            options.rates(),
            options.taxLevel(),
            options.filing(),
            options.quotas()));
  }

  /**
   * The same entry with the exchange rates of what is shared, and of the lines that state none of
   * their own.
   *
   * @param rates the stated rates, in place of any stated before
   * @return a new entry
   */
  public CustomsEntry withExchangeRates(ExchangeRates rates) {
    return with(
        new Options(
            options.mode(),
            Objects.requireNonNull(rates, "rates"),
            options.taxLevel(),
            options.filing(),
            options.quotas()));
  }

  /**
   * The same entry with its taxes computed by line, as they are without this, or once for all.
   *
   * @param level where taxes are computed and rounded
   * @return a new entry
   */
  public CustomsEntry withTaxLevel(TaxLevel level) {
    return with(
        new Options(
            options.mode(),
            options.rates(),
            Objects.requireNonNull(level, "level"),
            options.filing(),
            options.quotas()));
  }

  /**
   * The same entry, filed as an informal one of the United States ({@link
   * FeeSchedule#usInformal()}) in place of any other fees.
   *
   * @return a new entry; its price is refused where the goods are worth more than USD 2,500
   * @throws IllegalArgumentException when the territory is not the United States
   */
  public CustomsEntry informal() {
    if (!Territory.isUnitedStates(terms.territory())) {
      throw new IllegalArgumentException(
          "informal entries are known of the United States only, but the territory was "
              + terms.territory());
    }
    return new CustomsEntry(terms.withFees(FeeSchedule.usInformal()), items, shared, options)
        .filedInformally();
  }

  /** The same entry with the fees that it has, known to be those of an informal one. */
  CustomsEntry filedInformally() {
    return with(
        new Options(
            options.mode(),
            options.rates(),
            options.taxLevel(),
            Filing.INFORMAL,
            options.quotas()));
  }

  /**
   * What the entry costs under the law of a day.
   *
   * @param law the law
   * @return the cost, line by line and in all, with an outcome where a part is not known
   * @throws IllegalArgumentException when the entry has no lines, the law is that of another
   *     territory, an amount is in another currency without a stated rate, or a line states for
   *     itself what the entry shares out
   */
  public EntryCost price(TariffLaw law) {
    return EntryCost.of(this, Objects.requireNonNull(law, "law"));
  }

  /** {@return the territory with its basis of valuation, fees and taxes} */
  public LandedCostCalculator terms() {
    return terms;
  }

  /** {@return the names of the lines, in the order in which they were stated} */
  public List<String> lineNames() {
    return List.copyOf(items.keySet());
  }

  /**
   * The goods of a line.
   *
   * @param line the line's name
   * @return the shipment as it was stated, without its part of what is shared
   * @throws IllegalArgumentException when there is no such line
   */
  public Shipment goods(String line) {
    Objects.requireNonNull(line, "line");
    return item(line).goods();
  }

  /**
   * The deposits on a line.
   *
   * @param line the line's name
   * @return the deposits, in the order in which they were stated
   * @throws IllegalArgumentException when there is no such line
   */
  public List<Deposit> deposits(String line) {
    Objects.requireNonNull(line, "line");
    return item(line).deposits();
  }

  /** {@return the quotas that lines are entered under} */
  public List<QuotaUse> quotas() {
    return options.quotas();
  }

  /**
   * The provision of chapter 98 that a line is entered under.
   *
   * @param line the line's name
   * @return the provision; empty where it is entered under none
   * @throws IllegalArgumentException when there is no such line
   */
  public Optional<SpecialProvision> provision(String line) {
    Objects.requireNonNull(line, "line");
    return Optional.ofNullable(item(line).provision());
  }

  /** {@return what is paid for all lines together} */
  public List<SharedCost> sharedCosts() {
    return shared;
  }

  /** {@return where taxes are computed and rounded} */
  public TaxLevel taxLevel() {
    return options.taxLevel();
  }

  /** {@return whether the entry is an informal one} */
  @JsonIgnore
  public boolean isInformal() {
    return options.filing() == Filing.INFORMAL;
  }

  /**
   * The exchange rates of the entry.
   *
   * @return the stated rates
   */
  public ExchangeRates exchangeRates() {
    return options.rates();
  }

  /** {@return how the goods cross the border, empty where the entry does not say} */
  public Optional<TransportMode> mode() {
    return Optional.ofNullable(options.mode());
  }

  List<EntryItem> items() {
    return List.copyOf(items.values());
  }

  /** Two entries are equal when the same is stated of them. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomsEntry that && key().equals(that.key());
  }

  private List<Object> key() {
    return List.of(
        terms.territory(), terms.basis(), terms.fees(), terms.taxes(), items(), shared, options);
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** The territory and the lines. */
  @Override
  public String toString() {
    return "entry into " + terms.territory() + " of " + Texts.counted(items.size(), "line");
  }
}
