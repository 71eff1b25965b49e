package org.tariffeconomics.tariff;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * A comparison of the duties on one line by origin to keep, in texts and numbers alone.
 *
 * @param law the law that was asked
 * @param line the tariff line
 * @param customsValue the value that duties were assessed on; null where only rates were compared
 * @param quantities the quantities that duties were assessed on
 * @param origins the origins, lowest duty first
 * @param stamp what kind of numbers these are
 * @serial exclude
 * @since 0.1.0
 */
public record ComparisonRecord(
    LawRecord law,
    String line,
    @Nullable BigDecimal customsValue,
    List<String> quantities,
    List<Origin> origins,
    StampRecord stamp)
    implements Serializable {

  private static final String FORMAT = "tariff-economics comparison 1";

  /**
   * One origin.
   *
   * @param origin the country, two letters
   * @param declares what was declared, as {@link DeclaredFacts#parse} reads it
   * @param outcome the outcome as its word
   * @param rate all duties over the customs value, a fraction; null where that is not known
   * @param range what that rate lies within; null unless it is bounded
   * @param layers the duties in one line
   * @param reasons why the rate is not known
   * @serial exclude
   */
  public record Origin(
      String origin,
      String declares,
      String outcome,
      @Nullable BigDecimal rate,
      @Nullable RangeRecord range,
      String layers,
      List<String> reasons)
      implements Serializable {

    /**
     * Creates a record.
     *
     * @param origin the country
     * @param declares what was declared
     * @param outcome the outcome as its word
     * @param rate all duties over the customs value
     * @param range what that rate lies within
     * @param layers the duties in one line
     * @param reasons why the rate is not known
     */
    public Origin {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(declares, "declares");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(layers, "layers");
      Objects.requireNonNull(reasons, "reasons");
      reasons = List.copyOf(reasons);
    }

    /** Two are equal when their numbers are, with whatever digits they were written. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Origin that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private List<Object> key() {
      return List.of(
          Optional.ofNullable(rate).map(PlainNumber::plain),
          origin,
          declares,
          outcome,
          Optional.ofNullable(range),
          layers,
          reasons);
    }

    private static Origin of(DutyComparison.Entry entry) {
      return new Origin(
          entry.origin().country().alpha2(),
          entry.origin().facts().toString(),
          entry.stack().outcome().name(),
          entry.rate().map(Rate::fraction).orElse(null),
          entry.rate().isPresent() ? null : entry.range().map(RangeRecord::of).orElse(null),
          entry.stack().summary(),
          entry.reasons());
    }

    private DeclaredOrigin toOrigin() {
      return new DeclaredOrigin(Country.of(origin), DeclaredFacts.parse(declares));
    }

    private String name() {
      return declares.isEmpty() ? origin : origin + " (" + declares + ")";
    }

    private String answer() {
      String duty =
          rate != null
              ? PlainNumber.plain(rate).toPlainString()
              : range != null ? RangeRecord.text(range) : "unknown";
      return outcome
          + " "
          + duty
          + ", "
          + layers
          + (reasons.isEmpty() ? "" : ", " + String.join("; ", reasons));
    }

    private void write(JsonText json) {
      json.text("origin", origin)
          .text("declares", declares)
          .text("outcome", outcome)
          .number("rate", rate);
      RangeRecord.write(json, "range", range);
      json.text("layers", layers).texts("reasons", reasons);
    }

    private static Origin read(StoredAnswer json) {
      return new Origin(
          json.text("origin"),
          json.text("declares"),
          json.text("outcome"),
          json.optionalNumber("rate").orElse(null),
          RangeRecord.read(json, "range").orElse(null),
          json.text("layers"),
          json.texts("reasons"));
    }
  }

  /**
   * Creates a record.
   *
   * @param law the law that was asked
   * @param line the tariff line
   * @param customsValue the value that duties were assessed on
   * @param quantities the quantities that duties were assessed on
   * @param origins the origins, lowest duty first
   * @param stamp what kind of numbers these are
   */
  public ComparisonRecord {
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(stamp, "stamp");
    quantities = List.copyOf(quantities);
    origins = List.copyOf(origins);
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ComparisonRecord that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        Optional.ofNullable(customsValue).map(PlainNumber::plain),
        law,
        line,
        quantities,
        origins,
        stamp);
  }

  static ComparisonRecord of(DutyComparison comparison) {
    return new ComparisonRecord(
        LawRecord.of(comparison.law()),
        comparison.line().toString(),
        comparison.customsValue().map(BigMoney::getAmount).orElse(null),
        comparison.quantities().stream().map(Quantity::toString).toList(),
        comparison.entries().stream().map(Origin::of).toList(),
        StampRecord.of(comparison.stamp()));
  }

  /**
   * The same question asked of a book.
   *
   * @param book the book, of the same territory and currency
   * @return whether it gives the same answer, and what differs, by origin
   * @throws IllegalArgumentException when the book is one of another territory or currency
   */
  public Replay replay(TariffBook book) {
    TariffLaw now = law.in(Objects.requireNonNull(book, "book"));
    List<DeclaredOrigin> asked = origins.stream().map(Origin::toOrigin).toList();
    HsCode code = HsCode.of(line);
    DutyComparison comparison =
        customsValue == null
            ? DutyComparison.of(now, code, asked)
            : DutyComparison.of(
                now,
                code,
                asked,
                BigMoney.of(CurrencyUnit.of(law.currency()), customsValue),
                quantities.stream().map(Quantity::parse).toList());
    ComparisonRecord answer = comparison.toRecord();
    return Replay.of(
        this,
        law,
        answer,
        answer.law,
        (c, was, is) -> c.parts("origin", was.origins, is.origins, Origin::name, Origin::answer));
  }

  /** {@return the record in JSON, in one line} */
  public String toJson() {
    return JsonText.of(
        json ->
            json.text(StoredAnswer.FORMAT, FORMAT)
                .object("law", law::write)
                .text("line", line)
                .number("customsValue", customsValue)
                .texts("quantities", quantities)
                .objects("origins", origins, Origin::write)
                .object("stamp", stamp::write));
  }

  /**
   * Reads a record.
   *
   * @param text the text that {@link #toJson()} wrote
   * @return the record
   * @throws IllegalArgumentException naming the member that is missing or cannot be read
   */
  public static ComparisonRecord parse(String text) {
    Objects.requireNonNull(text, "text");
    StoredAnswer json = StoredAnswer.parse(text, FORMAT);
    return new ComparisonRecord(
        LawRecord.read(json.object("law")),
        json.text("line"),
        json.optionalNumber("customsValue").orElse(null),
        json.texts("quantities"),
        json.objects("origins").stream().map(Origin::read).toList(),
        StampRecord.read(json.object("stamp")));
  }
}
