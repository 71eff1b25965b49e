package org.tariffeconomics.landedcost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RangeRecord;
import org.tariffeconomics.tariff.Replay;
import org.tariffeconomics.tariff.StampRecord;
import org.tariffeconomics.tariff.TariffBook;

/**
 * A landed cost to keep: the shipment, its lines of cost and the assessment behind them, in texts
 * and numbers alone. Amounts are in the currency of the cost, and the lines that are costs add up
 * to the total.
 *
 * @param shipment the goods
 * @param terms the territory's fees and taxes
 * @param currency the currency of all amounts
 * @param customsValue the value that duty is charged on; null where it is not known
 * @param outcome the outcome as its word
 * @param total the landed cost; null unless assessed
 * @param range what the landed cost lies within; null unless bounded
 * @param lines the lines of cost, in the order in which they arise
 * @param reasons why the cost is not known
 * @param stamp what kind of number it is
 * @param assessment the assessment of the duty; null where the duty is stated or there is no value
 * @serial exclude
 * @since 0.1.0
 */
public record LandedCostRecord(
    ShipmentRecord shipment,
    TermsRecord terms,
    String currency,
    @Nullable BigDecimal customsValue,
    String outcome,
    @Nullable BigDecimal total,
    @Nullable RangeRecord range,
    List<CostLineRecord> lines,
    List<String> reasons,
    StampRecord stamp,
    @Nullable AssessmentRecord assessment)
    implements Serializable {

  private static final String FORMAT = "tariff-economics landed cost 1";

  /**
   * Creates a record.
   *
   * @param shipment the goods
   * @param terms the territory's fees and taxes
   * @param currency the currency of all amounts
   * @param customsValue the value that duty is charged on
   * @param outcome the outcome as its word
   * @param total the landed cost
   * @param range what the landed cost lies within
   * @param lines the lines of cost
   * @param reasons why the cost is not known
   * @param stamp what kind of number it is
   * @param assessment the assessment of the duty
   */
  public LandedCostRecord {
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(reasons, "reasons");
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(stamp, "stamp");
    lines = List.copyOf(lines);
    reasons = List.copyOf(reasons);
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LandedCostRecord that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        Optional.ofNullable(customsValue).map(PlainNumber::plain),
        Optional.ofNullable(total).map(PlainNumber::plain),
        shipment,
        terms,
        currency,
        outcome,
        Optional.ofNullable(range),
        lines,
        reasons,
        stamp,
        Optional.ofNullable(assessment));
  }

  static LandedCostRecord of(LandedCost cost) {
    return new LandedCostRecord(
        ShipmentRecord.of(cost.shipment()),
        TermsRecord.of(cost.terms()),
        cost.currency().getCode(),
        cost.customsValue().value().map(BigMoney::getAmount).orElse(null),
        cost.outcome().name(),
        cost.total().map(BigMoney::getAmount).orElse(null),
        cost.outcome() == Outcome.BOUNDED ? cost.range().map(RangeRecord::of).orElse(null) : null,
        CostLineRecord.of(cost.lines()),
        cost.reasons(),
        StampRecord.of(cost.stamp()),
        cost.assessment().map(Assessment::toRecord).orElse(null));
  }

  /**
   * The same shipment priced under a book, with the fees that the record names.
   *
   * @param book the book, of the same territory and currency
   * @return whether it comes to the same, and what differs
   * @throws IllegalArgumentException when the duty was stated and not of a law, the book is one of
   *     another territory, or the fees were the user's own
   */
  public Replay replay(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return replay(book, terms.toTerms());
  }

  /**
   * The same shipment priced under a book, with other fees.
   *
   * @param book the book, of the same territory and currency
   * @param fees the fees
   * @return whether it comes to the same, and what differs
   * @throws IllegalArgumentException when the duty was stated and not of a law, or the book is one
   *     of another territory
   */
  public Replay replay(TariffBook book, FeeSchedule fees) {
    Objects.requireNonNull(book, "book");
    return replay(book, terms.toTerms(Objects.requireNonNull(fees, "fees")));
  }

  private Replay replay(TariffBook book, LandedCostCalculator calculator) {
    if (assessment == null) {
      throw new IllegalArgumentException(
          "There is no law to replay: the duty was stated, or no customs value was known");
    }
    LandedCostRecord now = of(calculator.price(shipment.toShipment(), assessment.law().in(book)));
    return Replay.of(
        this,
        assessment.law(),
        now,
        now.assessment == null ? assessment.law() : now.assessment.law(),
        (c, was, is) -> was.compare(c, is));
  }

  private void compare(Replay.Comparer comparer, LandedCostRecord now) {
    comparer.texts("outcome", outcome, now.outcome);
    comparer.texts("total", CostLineRecord.text(total), CostLineRecord.text(now.total));
    comparer.texts("range", RangeRecord.text(range), RangeRecord.text(now.range));
    comparer.texts(
        "customs value", CostLineRecord.text(customsValue), CostLineRecord.text(now.customsValue));
    CostLineRecord.compare(comparer, lines, now.lines);
    comparer.texts("reasons", String.join("; ", reasons), String.join("; ", now.reasons));
    if (assessment != null && now.assessment != null) {
      assessment.compare(comparer.in("assessment"), now.assessment);
    }
  }

  /** {@return the record in JSON, in one line} */
  public String toJson() {
    return JsonText.of(
        json -> {
          json.text(StoredAnswer.FORMAT, FORMAT);
          write(json);
        });
  }

  private void write(JsonText json) {
    json.object("shipment", shipment::write)
        .object("terms", terms::write)
        .text("currency", currency)
        .number("customsValue", customsValue)
        .text("outcome", outcome)
        .number("total", total);
    RangeRecord.write(json, "range", range);
    json.objects("lines", lines, CostLineRecord::write)
        .texts("reasons", reasons)
        .object("stamp", stamp::write);
    if (assessment == null) {
      json.text("assessment", null);
    } else {
      json.object("assessment", assessment::write);
    }
  }

  /**
   * Reads a record.
   *
   * @param text the text that {@link #toJson()} wrote
   * @return the record
   * @throws IllegalArgumentException naming the member that is missing or cannot be read
   */
  public static LandedCostRecord parse(String text) {
    Objects.requireNonNull(text, "text");
    StoredAnswer json = StoredAnswer.parse(text, FORMAT);
    return new LandedCostRecord(
        ShipmentRecord.read(json.object("shipment")),
        TermsRecord.read(json.object("terms")),
        json.text("currency"),
        json.optionalNumber("customsValue").orElse(null),
        json.text("outcome"),
        json.optionalNumber("total").orElse(null),
        RangeRecord.read(json, "range").orElse(null),
        CostLineRecord.readAll(json.objects("lines")),
        json.texts("reasons"),
        StampRecord.read(json.object("stamp")),
        json.optionalObject("assessment").map(AssessmentRecord::read).orElse(null));
  }
}
