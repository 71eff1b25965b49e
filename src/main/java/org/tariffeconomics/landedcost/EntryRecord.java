package org.tariffeconomics.landedcost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.CustomsEntry.TaxLevel;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.LawRecord;
import org.tariffeconomics.tariff.RangeRecord;
import org.tariffeconomics.tariff.Replay;
import org.tariffeconomics.tariff.StampRecord;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The cost of an entry to keep: what was stated, what it came to line by line and in all, and from
 * which law, in texts and numbers alone. Amounts are in the currency of the law.
 *
 * @param law the law that the entry was priced under
 * @param terms the territory's fees and taxes
 * @param mode the mode of transport of the entry; null where it states none
 * @param exchangeRates the exchange rates of the entry
 * @param taxLevel where taxes were computed, as its word
 * @param shared what was paid for all lines together
 * @param quotas the quotas that lines are entered under
 * @param outcome the outcome as its word
 * @param duty all duties and deposits; null where not known
 * @param payable what is payable to customs; null where not known
 * @param total the landed cost; null unless assessed
 * @param dutyRange what all duties and deposits lie within; null unless the entry is bounded
 * @param payableRange what is payable to customs lies within; null unless the entry is bounded
 * @param totalRange what the landed cost lies within; null unless the entry is bounded
 * @param lines the lines
 * @param fees the fees of the entry
 * @param taxes the import taxes of the entry
 * @param reasons why a part is not known
 * @param stamp what kind of numbers these are
 * @serial exclude
 * @since 0.1.0
 */
public record EntryRecord(
    LawRecord law,
    TermsRecord terms,
    @Nullable String mode,
    String exchangeRates,
    String taxLevel,
    List<Shared> shared,
    List<Quota> quotas,
    String outcome,
    @Nullable BigDecimal duty,
    @Nullable BigDecimal payable,
    @Nullable BigDecimal total,
    @Nullable RangeRecord dutyRange,
    @Nullable RangeRecord payableRange,
    @Nullable RangeRecord totalRange,
    List<Line> lines,
    List<CostLineRecord> fees,
    List<CostLineRecord> taxes,
    List<String> reasons,
    StampRecord stamp)
    implements Serializable {

  private static final String FORMAT = "tariff-economics entry 1";

  /**
   * What was paid for all lines together, in texts.
   *
   * @param kind what it was, as its word
   * @param name what it was called
   * @param amount the amount with its currency
   * @param allocation how it was shared out, as {@link CostAllocation#parse} reads it
   * @serial exclude
   */
  public record Shared(String kind, String name, String amount, String allocation)
      implements Serializable {

    /**
     * Refuses nulls.
     *
     * @param kind what it was, as its word
     * @param name what it was called
     * @param amount the amount with its currency
     * @param allocation how it was shared out, as {@link CostAllocation#parse} reads it
     */
    public Shared {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(allocation, "allocation");
    }

    private static Shared of(SharedCost cost) {
      return new Shared(
          cost.kind().name(),
          cost.name(),
          ShipmentRecord.text(cost.amount()),
          cost.allocation().toString());
    }

    private SharedCost toCost() {
      return new SharedCost(
          EnumText.parse("kind", SharedCost.Kind.class, kind),
          name,
          CostAmounts.stored(name, amount),
          CostAllocation.parse(allocation));
    }

    private void write(JsonText json) {
      json.text("kind", kind)
          .text("name", name)
          .text("amount", amount)
          .text("allocation", allocation);
    }

    private static Shared read(StoredAnswer json) {
      return new Shared(
          json.text("kind"), json.text("name"), json.text("amount"), json.text("allocation"));
    }
  }

  /**
   * A quota in texts.
   *
   * @param name its name
   * @param volume its volume, e.g. {@code 1000 kg}
   * @param used how much of it was used before the entry
   * @param lines the names of the lines that are entered under it
   * @serial exclude
   */
  public record Quota(String name, String volume, String used, List<String> lines)
      implements Serializable {

    /**
     * Creates a record.
     *
     * @param name its name
     * @param volume its volume
     * @param used how much of it was used
     * @param lines the names of the lines
     */
    public Quota {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(volume, "volume");
      Objects.requireNonNull(used, "used");
      Objects.requireNonNull(lines, "lines");
      lines = List.copyOf(lines);
    }

    private static Quota of(QuotaUse use) {
      TariffQuota quota = use.quota();
      return new Quota(
          quota.name(), quota.volume().toString(), quota.used().toString(), use.lines());
    }

    private CustomsEntry addTo(CustomsEntry entry) {
      return entry.withQuota(
          new TariffQuota(name, Quantity.parse(volume), Quantity.parse(used)),
          lines.get(0),
          lines.subList(1, lines.size()).toArray(String[]::new));
    }

    private void write(JsonText json) {
      json.text("name", name).text("volume", volume).text("used", used).texts("lines", lines);
    }

    private static Quota read(StoredAnswer json) {
      return new Quota(
          json.text("name"), json.text("volume"), json.text("used"), json.texts("lines"));
    }
  }

  /**
   * A deposit in texts.
   *
   * @param name what it was called
   * @param rate the rate as tariffs write it
   * @serial exclude
   */
  public record DepositText(String name, String rate) implements Serializable {

    /**
     * Refuses nulls.
     *
     * @param name what it was called
     * @param rate the rate as tariffs write it
     */
    public DepositText {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(rate, "rate");
    }

    private void write(JsonText json) {
      json.text("name", name).text("rate", rate);
    }

    private static DepositText read(StoredAnswer json) {
      return new DepositText(json.text("name"), json.text("rate"));
    }
  }

  /**
   * One line.
   *
   * @param name what the line is called
   * @param goods the goods as they were stated, without their part of what was shared out
   * @param deposits the deposits stated for them
   * @param provision the provision of chapter 98, as {@link SpecialProvision#parse} reads it; null
   *     for none
   * @param outcome the outcome of its duty as its word
   * @param customsValue the value that duty is charged on; null where it is not known
   * @param costs its costs, with its part of fees and taxes
   * @param assessment the assessment of the duty; null where there is no value, or not one of it
   * @param parts the assessments of goods that are split by a quota or dutiable on a part of their
   *     value
   * @serial exclude
   */
  public record Line(
      String name,
      ShipmentRecord goods,
      List<DepositText> deposits,
      @Nullable String provision,
      String outcome,
      @Nullable BigDecimal customsValue,
      List<CostLineRecord> costs,
      @Nullable AssessmentRecord assessment,
      List<AssessmentRecord> parts)
      implements Serializable {

    /**
     * Creates a line.
     *
     * @param name what the line is called
     * @param goods the goods as they were stated
     * @param deposits the deposits stated for them
     * @param provision the provision of chapter 98
     * @param outcome the outcome of its duty
     * @param customsValue the value that duty is charged on
     * @param costs its costs
     * @param assessment the assessment of the duty
     * @param parts the assessments of goods that are split
     */
    public Line {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(deposits, "deposits");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(costs, "costs");
      Objects.requireNonNull(parts, "parts");
      parts = List.copyOf(parts);
      deposits = List.copyOf(deposits);
      costs = List.copyOf(costs);
    }

    /** Two are equal when their numbers are, with whatever digits they were written. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private List<Object> key() {
      return List.of(
          Optional.ofNullable(customsValue).map(PlainNumber::plain),
          name,
          goods,
          deposits,
          Optional.ofNullable(provision),
          outcome,
          costs,
          Optional.ofNullable(assessment),
          parts);
    }

    private static Line of(EntryLine line) {
      return new Line(
          line.name(),
          ShipmentRecord.of(line.item().goods()),
          line.item().deposits().stream()
              .map(d -> new DepositText(d.name(), d.rate().toString()))
              .toList(),
          line.provision().map(SpecialProvision::toString).orElse(null),
          line.outcome().name(),
          line.customsValue().value().map(BigMoney::getAmount).orElse(null),
          CostLineRecord.of(line.costs()),
          line.assessment().map(Assessment::toRecord).orElse(null),
          line.assessment().isPresent()
              ? List.of()
              : line.assessments().stream().map(Assessment::toRecord).toList());
    }

    private void write(JsonText json) {
      json.text("name", name)
          .object("goods", goods::write)
          .objects("deposits", deposits, DepositText::write)
          .text("provision", provision)
          .text("outcome", outcome)
          .number("customsValue", customsValue)
          .objects("costs", costs, CostLineRecord::write);
      if (assessment == null) {
        json.text("assessment", null);
      } else {
        json.object("assessment", assessment::write);
      }
      json.objects("parts", parts, AssessmentRecord::write);
    }

    private static Line read(StoredAnswer json) {
      return new Line(
          json.text("name"),
          ShipmentRecord.read(json.object("goods")),
          json.objects("deposits").stream().map(DepositText::read).toList(),
          json.has("provision") ? json.optional("provision", t -> t).orElse(null) : null,
          json.text("outcome"),
          json.optionalNumber("customsValue").orElse(null),
          CostLineRecord.readAll(json.objects("costs")),
          json.optionalObject("assessment").map(AssessmentRecord::read).orElse(null),
          json.has("parts")
              ? json.objects("parts").stream().map(AssessmentRecord::read).toList()
              : List.of());
    }

    private void compare(Replay.Comparer comparer, Line now) {
      comparer.texts("outcome", outcome, now.outcome);
      comparer.texts(
          "customs value",
          CostLineRecord.text(customsValue),
          CostLineRecord.text(now.customsValue));
      CostLineRecord.compare(comparer, costs, now.costs);
      if (assessment != null && now.assessment != null) {
        assessment.compare(comparer.in("assessment"), now.assessment);
      }
      for (int i = 0; i < Math.min(parts.size(), now.parts.size()); i++) {
        parts.get(i).compare(comparer.in("part " + (i + 1)), now.parts.get(i));
      }
    }
  }

  /**
   * Creates a record.
   *
   * @param law the law that the entry was priced under
   * @param terms the territory's fees and taxes
   * @param mode the mode of transport
   * @param exchangeRates the exchange rates of the entry
   * @param taxLevel where taxes were computed
   * @param shared what was paid for all lines together
   * @param quotas the quotas that lines are entered under
   * @param outcome the outcome as its word
   * @param duty all duties and deposits
   * @param payable what is payable to customs
   * @param total the landed cost
   * @param dutyRange what all duties lie within
   * @param payableRange what is payable lies within
   * @param totalRange what the landed cost lies within
   * @param lines the lines
   * @param fees the fees of the entry
   * @param taxes the import taxes of the entry
   * @param reasons why a part is not known
   * @param stamp what kind of numbers these are
   */
  public EntryRecord {
    Objects.requireNonNull(exchangeRates, "exchangeRates");
    Objects.requireNonNull(taxLevel, "taxLevel");
    Objects.requireNonNull(shared, "shared");
    Objects.requireNonNull(quotas, "quotas");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(fees, "fees");
    Objects.requireNonNull(taxes, "taxes");
    Objects.requireNonNull(reasons, "reasons");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(stamp, "stamp");
    shared = List.copyOf(shared);
    quotas = List.copyOf(quotas);
    lines = List.copyOf(lines);
    fees = List.copyOf(fees);
    taxes = List.copyOf(taxes);
    reasons = List.copyOf(reasons);
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryRecord that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        Optional.ofNullable(duty).map(PlainNumber::plain),
        Optional.ofNullable(payable).map(PlainNumber::plain),
        Optional.ofNullable(total).map(PlainNumber::plain),
        law,
        terms,
        Optional.ofNullable(mode),
        exchangeRates,
        taxLevel,
        shared,
        quotas,
        outcome,
        Optional.ofNullable(dutyRange),
        Optional.ofNullable(payableRange),
        Optional.ofNullable(totalRange),
        lines,
        fees,
        taxes,
        reasons,
        stamp);
  }

  static EntryRecord of(EntryCost cost) {
    CustomsEntry entry = cost.entry();
    return new EntryRecord(
        LawRecord.of(cost.law()),
        TermsRecord.of(entry.terms()),
        entry.mode().map(TransportMode::name).orElse(null),
        entry.exchangeRates().toString(),
        entry.taxLevel().name(),
        entry.sharedCosts().stream().map(Shared::of).toList(),
        entry.quotas().stream().map(Quota::of).toList(),
        cost.outcome().name(),
        amount(cost.duty()),
        amount(cost.payable()),
        amount(cost.total()),
        range(cost, cost.dutyRange()),
        range(cost, cost.payableRange()),
        range(cost, cost.range()),
        cost.lines().stream().map(Line::of).toList(),
        CostLineRecord.of(cost.fees()),
        CostLineRecord.of(cost.taxes()),
        cost.reasons(),
        StampRecord.of(cost.stamp()));
  }

  private static @Nullable RangeRecord range(EntryCost cost, Optional<MoneyRange> range) {
    return cost.outcome() == Outcome.BOUNDED ? range.map(RangeRecord::of).orElse(null) : null;
  }

  private static @Nullable BigDecimal amount(Optional<Money> money) {
    return money.map(Money::getAmount).orElse(null);
  }

  /**
   * The same entry priced under a book, with the fees that the record names.
   *
   * @param book the book, of the same territory and currency
   * @return whether it comes to the same, and what differs, by line
   * @throws IllegalArgumentException when the book is one of another territory or currency, or the
   *     fees were the user's own
   */
  public Replay replay(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return replay(book, terms.toTerms());
  }

  /**
   * The same entry priced under a book, with other fees.
   *
   * @param book the book, of the same territory and currency
   * @param schedule the fees
   * @return whether it comes to the same, and what differs, by line
   * @throws IllegalArgumentException when the book is one of another territory or currency
   */
  public Replay replay(TariffBook book, FeeSchedule schedule) {
    Objects.requireNonNull(book, "book");
    return replay(book, terms.toTerms(Objects.requireNonNull(schedule, "schedule")));
  }

  private Replay replay(TariffBook book, LandedCostCalculator calculator) {
    TariffLaw now = law.in(Objects.requireNonNull(book, "book"));
    EntryRecord answer = of(toEntry(calculator).price(now));
    return Replay.of(this, law, answer, answer.law, (c, was, is) -> was.compare(c, is));
  }

  /** The entry again as it was stated. */
  private CustomsEntry toEntry(LandedCostCalculator calculator) {
    CustomsEntry entry =
        CustomsEntry.of(calculator)
            .withExchangeRates(ExchangeRates.parse(exchangeRates))
            .withTaxLevel(EnumText.parse("taxLevel", TaxLevel.class, taxLevel));
    if (terms.isInformal()) {
      entry = entry.filedInformally();
    }
    entry =
        mode == null ? entry : entry.withMode(EnumText.parse("mode", TransportMode.class, mode));
    for (Line each : lines) {
      entry = entry.withLine(each.name(), each.goods().toShipment());
      for (DepositText deposit : each.deposits()) {
        entry =
            entry.withDeposit(
                each.name(), new Deposit(deposit.name(), DutyRate.parse(deposit.rate())));
      }
      if (each.provision() != null) {
        entry = entry.withProvision(each.name(), SpecialProvision.parse(each.provision()));
      }
    }
    for (Shared each : shared) {
      entry = entry.with(each.toCost());
    }
    for (Quota each : quotas) {
      entry = each.addTo(entry);
    }
    return entry;
  }

  private void compare(Replay.Comparer comparer, EntryRecord now) {
    comparer.texts("outcome", outcome, now.outcome);
    comparer.texts("duty", CostLineRecord.text(duty), CostLineRecord.text(now.duty));
    comparer.texts("payable", CostLineRecord.text(payable), CostLineRecord.text(now.payable));
    comparer.texts("total", CostLineRecord.text(total), CostLineRecord.text(now.total));
    comparer.texts("duty range", RangeRecord.text(dutyRange), RangeRecord.text(now.dutyRange));
    comparer.texts(
        "payable range", RangeRecord.text(payableRange), RangeRecord.text(now.payableRange));
    comparer.texts("total range", RangeRecord.text(totalRange), RangeRecord.text(now.totalRange));
    CostLineRecord.compare(comparer, fees, now.fees);
    CostLineRecord.compare(comparer, taxes, now.taxes);
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).compare(comparer.in(lines.get(i).name()), now.lines.get(i));
    }
    comparer.texts("reasons", String.join("; ", reasons), String.join("; ", now.reasons));
  }

  /** {@return the record in JSON, in one line} */
  public String toJson() {
    return JsonText.of(this::write);
  }

  private void write(JsonText json) {
    json.text(StoredAnswer.FORMAT, FORMAT)
        .object("law", law::write)
        .object("terms", terms::write)
        .text("mode", mode)
        .text("exchangeRates", exchangeRates)
        .text("taxLevel", taxLevel)
        .objects("shared", shared, Shared::write)
        .objects("quotas", quotas, Quota::write)
        .text("outcome", outcome)
        .number("duty", duty)
        .number("payable", payable)
        .number("total", total);
    RangeRecord.write(json, "dutyRange", dutyRange);
    RangeRecord.write(json, "payableRange", payableRange);
    RangeRecord.write(json, "totalRange", totalRange);
    json.objects("lines", lines, Line::write)
        .objects("fees", fees, CostLineRecord::write)
        .objects("taxes", taxes, CostLineRecord::write)
        .texts("reasons", reasons)
        .object("stamp", stamp::write);
  }

  /**
   * Reads a record.
   *
   * @param text the text that {@link #toJson()} wrote
   * @return the record
   * @throws IllegalArgumentException naming the member that is missing or cannot be read
   */
  public static EntryRecord parse(String text) {
    Objects.requireNonNull(text, "text");
    StoredAnswer json = StoredAnswer.parse(text, FORMAT);
    return new EntryRecord(
        LawRecord.read(json.object("law")),
        TermsRecord.read(json.object("terms")),
        json.optional("mode", t -> t).orElse(null),
        json.text("exchangeRates"),
        json.text("taxLevel"),
        json.objects("shared").stream().map(Shared::read).toList(),
        json.has("quotas") ? json.objects("quotas").stream().map(Quota::read).toList() : List.of(),
        json.text("outcome"),
        json.optionalNumber("duty").orElse(null),
        json.optionalNumber("payable").orElse(null),
        json.optionalNumber("total").orElse(null),
        RangeRecord.read(json, "dutyRange").orElse(null),
        RangeRecord.read(json, "payableRange").orElse(null),
        RangeRecord.read(json, "totalRange").orElse(null),
        json.objects("lines").stream().map(Line::read).toList(),
        CostLineRecord.readAll(json.objects("fees")),
        CostLineRecord.readAll(json.objects("taxes")),
        json.texts("reasons"),
        StampRecord.read(json.object("stamp")));
  }
}
