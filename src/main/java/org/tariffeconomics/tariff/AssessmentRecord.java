package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * An assessment to keep: what was asked, what was answered, and from which law, in texts and
 * numbers alone. It can be stored with an order, read in years to come, and asked again of any
 * book.
 *
 * <p>Amounts are in the currency of the law, and the layers add up to the duty. {@link #toJson()}
 * writes a frozen form (see {@code answers.schema.json} beside {@code org.tariffeconomics} in the
 * jar), which {@link #parse} reads back to an equal record.
 *
 * @param law the law that was asked
 * @param goods what was asked
 * @param outcome the outcome as its word, e.g. {@code ASSESSED}
 * @param duty the payable duty; null unless assessed
 * @param range what the payable duty lies within; null unless bounded
 * @param layers the duties charged, base duty first; of an unknown duty those that are known
 * @param notApplied the measures in force that were considered and do not apply, and why
 * @param reasons why there is no duty to tell
 * @param stamp what kind of number it is
 * @serial exclude
 * @since 0.1.0
 */
public record AssessmentRecord(
    LawRecord law,
    Goods goods,
    String outcome,
    @Nullable BigDecimal duty,
    @Nullable RangeRecord range,
    List<Layer> layers,
    List<String> notApplied,
    List<String> reasons,
    StampRecord stamp)
    implements Serializable {

  private static final String FORMAT = "tariff-economics assessment 1";

  /**
   * What was asked.
   *
   * @param line the tariff line
   * @param origin the country of origin, two letters
   * @param declares what was declared, as {@link DeclaredFacts#parse} reads it
   * @param customsValue the customs value as it was stated
   * @param quantities the quantities, e.g. {@code 250 kg}
   * @param exchangeRates the stated rates, as {@link ExchangeRates#parse} reads them
   * @param meursing how many rows of a Meursing table were given; zero where none was
   * @serial exclude
   */
  public record Goods(
      String line,
      String origin,
      String declares,
      BigDecimal customsValue,
      List<String> quantities,
      String exchangeRates,
      int meursing)
      implements Serializable {

    /**
     * Creates a record.
     *
     * @param line the tariff line
     * @param origin the country of origin
     * @param declares what was declared
     * @param customsValue the customs value
     * @param quantities the quantities
     * @param exchangeRates the stated rates
     * @param meursing how many rows of a Meursing table were given
     */
    public Goods {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(declares, "declares");
      Objects.requireNonNull(customsValue, "customsValue");
      Objects.requireNonNull(quantities, "quantities");
      Objects.requireNonNull(exchangeRates, "exchangeRates");
      quantities = List.copyOf(quantities);
    }

    /** Two are equal when their numbers are, with whatever digits they were written. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Goods that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private List<Object> key() {
      return List.of(
          PlainNumber.plain(customsValue),
          line,
          origin,
          declares,
          quantities,
          exchangeRates,
          meursing);
    }

    private void write(JsonText json) {
      json.text("line", line)
          .text("origin", origin)
          .text("declares", declares)
          .number("customsValue", customsValue)
          .texts("quantities", quantities)
          .text("exchangeRates", exchangeRates)
          .text("meursing", Integer.toString(meursing));
    }

    private static Goods read(StoredAnswer json) {
      return new Goods(
          json.text("line"),
          json.text("origin"),
          json.text("declares"),
          json.number("customsValue"),
          json.texts("quantities"),
          json.text("exchangeRates"),
          json.value("meursing", Integer::valueOf));
    }
  }

  /**
   * One duty that was charged.
   *
   * @param measure the measure's id
   * @param programme its programme
   * @param rule what it does, e.g. {@code TOPS_UP_TO}
   * @param rate its rate as tariffs write it
   * @param share the share of the value that it falls on, from 0 to 1
   * @param amount what is charged
   * @param source where it stands
   * @serial exclude
   */
  public record Layer(
      String measure,
      String programme,
      String rule,
      String rate,
      BigDecimal share,
      BigDecimal amount,
      SourceRecord source)
      implements Serializable {

    /**
     * Refuses nulls.
     *
     * @param measure the measure's id
     * @param programme its programme
     * @param rule what it does, e.g. {@code TOPS_UP_TO}
     * @param rate its rate as tariffs write it
     * @param share the share of the value that it falls on, from 0 to 1
     * @param amount what is charged
     * @param source where it stands
     */
    public Layer {
      Objects.requireNonNull(measure, "measure");
      Objects.requireNonNull(programme, "programme");
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(share, "share");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(source, "source");
    }

    /** Two are equal when their numbers are, with whatever digits they were written. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Layer that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private List<Object> key() {
      return List.of(
          PlainNumber.plain(share),
          PlainNumber.plain(amount),
          measure,
          programme,
          rule,
          rate,
          source);
    }

    private static Layer of(DutyLine line) {
      TariffMeasure measure = line.measure();
      return new Layer(
          measure.id(),
          measure.programme(),
          measure.rule().name(),
          measure.rate().toString(),
          PlainNumber.plain(line.layer().share()),
          line.amount().getAmount(),
          SourceRecord.of(measure.source()));
    }

    private void write(JsonText json) {
      json.text("measure", measure)
          .text("programme", programme)
          .text("rule", rule)
          .text("rate", rate)
          .number("share", share)
          .number("amount", amount)
          .object("source", source::write);
    }

    private static Layer read(StoredAnswer json) {
      return new Layer(
          json.text("measure"),
          json.text("programme"),
          json.text("rule"),
          json.text("rate"),
          json.number("share"),
          json.number("amount"),
          SourceRecord.read(json.object("source")));
    }

    private String charge() {
      return rule
          + " "
          + rate
          + " on "
          + share.toPlainString()
          + " of the value: "
          + PlainNumber.plain(amount).toPlainString();
    }
  }

  /**
   * Creates a record.
   *
   * @param law the law that was asked
   * @param goods what was asked
   * @param outcome the outcome as its word
   * @param duty the payable duty
   * @param range what the payable duty lies within
   * @param layers the duties charged
   * @param notApplied the measures that do not apply
   * @param reasons why there is no duty to tell
   * @param stamp what kind of number it is
   */
  public AssessmentRecord {
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(notApplied, "notApplied");
    Objects.requireNonNull(reasons, "reasons");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(stamp, "stamp");
    layers = List.copyOf(layers);
    notApplied = List.copyOf(notApplied);
    reasons = List.copyOf(reasons);
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AssessmentRecord that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        Optional.ofNullable(duty).map(PlainNumber::plain),
        law,
        goods,
        outcome,
        Optional.ofNullable(range),
        layers,
        notApplied,
        reasons,
        stamp);
  }

  static AssessmentRecord of(Assessment assessment) {
    DutyStack stack = assessment.stack();
    return new AssessmentRecord(
        LawRecord.of(stack.law()),
        goods(assessment),
        assessment.outcome().name(),
        assessment.duty().map(d -> d.getAmount()).orElse(null),
        assessment.outcome() == Outcome.BOUNDED
            ? assessment.range().map(RangeRecord::of).orElse(null)
            : null,
        assessment.payableLines().stream().map(Layer::of).toList(),
        stack.notApplied().stream().map(NotApplied::toString).toList(),
        assessment.reasons(),
        StampRecord.of(assessment.stamp()));
  }

  private static Goods goods(Assessment assessment) {
    DutyStack stack = assessment.stack();
    Assessment.Given given = assessment.given();
    List<String> quantities = new ArrayList<>();
    given.quantities().forEach(q -> quantities.add(q.toString()));
    return new Goods(
        stack.line().toString(),
        stack.origin().alpha2(),
        stack.facts().toString(),
        assessment.customsValue().getAmount(),
        quantities,
        given.exchangeRates().toString(),
        given.meursing().table().rows().size());
  }

  /**
   * The same question asked of a book: the book of the time, or the law as it stands now.
   *
   * @param book the book, of the same territory and currency
   * @return whether it gives the same answer, and what differs
   * @throws IllegalArgumentException when the book is one of another territory or currency, the
   *     record cannot be read, or a Meursing table was given, which a record does not keep
   */
  public Replay replay(TariffBook book) {
    if (goods.meursing() > 0) {
      throw new IllegalArgumentException(
          "A duty by a Meursing table cannot be replayed: the record does not keep the table");
    }
    TariffLaw now = law.in(Objects.requireNonNull(book, "book"));
    BigMoney value = BigMoney.of(CurrencyUnit.of(law.currency()), goods.customsValue());
    AssessmentRecord answer =
        now.stack(
                HsCode.of(goods.line()),
                Country.of(goods.origin()),
                DeclaredFacts.parse(goods.declares()))
            .assess(
                value,
                goods.quantities().stream().map(Quantity::parse).toList(),
                ExchangeRates.parse(goods.exchangeRates()))
            .toRecord();
    return Replay.of(this, law, answer, answer.law(), (c, was, is) -> was.compare(c, is));
  }

  /**
   * Compares the answer with another to the same question.
   *
   * @param comparer collects what differs
   * @param now the other answer
   */
  public void compare(Replay.Comparer comparer, AssessmentRecord now) {
    Objects.requireNonNull(comparer, "comparer");
    Objects.requireNonNull(now, "now");
    comparer.texts("outcome", outcome, now.outcome);
    comparer.texts("duty", money(duty), money(now.duty));
    comparer.texts("range", RangeRecord.text(range), RangeRecord.text(now.range));
    comparer.parts("layer", layers, now.layers, Layer::measure, Layer::charge);
    comparer.texts("reasons", String.join("; ", reasons), String.join("; ", now.reasons));
  }

  private String money(@Nullable BigDecimal amount) {
    return amount == null ? "" : law.currency() + " " + PlainNumber.plain(amount).toPlainString();
  }

  /** {@return whether the duty is known} */
  @JsonIgnore
  public boolean isAssessed() {
    return outcome.equals(Outcome.ASSESSED.name());
  }

  /** {@return the record in JSON, in one line} */
  public String toJson() {
    return JsonText.of(
        json -> {
          json.text(StoredAnswer.FORMAT, FORMAT);
          write(json);
        });
  }

  /**
   * Writes the members.
   *
   * @param json where they are written
   */
  public void write(JsonText json) {
    Objects.requireNonNull(json, "json");
    json.object("law", law::write)
        .object("goods", goods::write)
        .text("outcome", outcome)
        .number("duty", duty);
    RangeRecord.write(json, "range", range);
    json.objects("layers", layers, Layer::write)
        .texts("notApplied", notApplied)
        .texts("reasons", reasons)
        .object("stamp", stamp::write);
  }

  /**
   * Reads a record.
   *
   * @param json the text that {@link #toJson()} wrote
   * @return the record
   * @throws IllegalArgumentException naming the member that is missing or cannot be read
   */
  public static AssessmentRecord parse(String json) {
    Objects.requireNonNull(json, "json");
    return read(StoredAnswer.parse(json, FORMAT));
  }

  /**
   * Reads the members.
   *
   * @param json the object that {@link #write} wrote
   * @return the record
   * @throws IllegalArgumentException naming the member that is missing or cannot be read
   */
  public static AssessmentRecord read(StoredAnswer json) {
    Objects.requireNonNull(json, "json");
    return new AssessmentRecord(
        LawRecord.read(json.object("law")),
        Goods.read(json.object("goods")),
        json.text("outcome"),
        json.optionalNumber("duty").orElse(null),
        RangeRecord.read(json, "range").orElse(null),
        json.objects("layers").stream().map(Layer::read).toList(),
        json.texts("notApplied"),
        json.texts("reasons"),
        StampRecord.read(json.object("stamp")));
  }
}
