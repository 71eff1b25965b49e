package org.tariffeconomics.io;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * One row of a file of measures. A row that is not understood may reach every good, origin and day
 * that its bad cells could mean.
 */
final class MeasureRow {

  private final Row row;
  private final boolean isWhole;
  private final String id;
  private final String programme;
  private final @Nullable Rule rule;
  private final @Nullable ProductScope products;
  private final @Nullable OriginScope origins;
  private final @Nullable Portion portion;
  private final LocalDateRange inForce;
  private final @Nullable LocalDate knownFrom;
  private final @Nullable LocalDate endKnownFrom;
  private final @Nullable LocalDate plannedEnd;
  private final List<Condition> conditions;
  private final List<String> targets;
  private final Source source;
  private final @Nullable DutyRate rate;

  private MeasureRow(Row row, ReadTexts texts) {
    this.row = row;
    this.isWhole = row.isGood();
    this.id = row.required("id");
    this.programme = row.required("programme");
    this.rule = row.word("rule", Rule.class);
    this.products = row.parsed("products", text -> products(text, texts));
    this.origins = row.parsed("origins", OriginScope::parse);
    this.portion = row.parsedIfPresent("portion", texts::portion);
    this.inForce = row.days();
    this.knownFrom = row.day("known_from");
    this.endKnownFrom = row.day("end_known_from");
    this.plannedEnd = row.day("planned_until");
    this.conditions = row.list("conditions", texts::condition);
    this.targets = row.list("targets", text -> text);
    this.source = row.source();
    this.rate = rate(row, rule, texts);
  }

  /** A row of a file, with what was read of its texts so far. */
  static MeasureRow of(Row row, ReadTexts texts) {
    return new MeasureRow(row, texts);
  }

  /** The goods of a row; those of a list are put in its place afterwards. */
  private static ProductScope products(String text, ReadTexts texts) {
    return text.strip().startsWith(MeasureCsv.LIST) ? ProductScope.all() : texts.products(text);
  }

  private static @Nullable DutyRate rate(Row row, @Nullable Rule rule, ReadTexts texts) {
    boolean chargesNothing = rule == Rule.EXEMPTS || rule == Rule.PROHIBITS;
    return chargesNothing && row.isBlank("rate")
        ? new DutyRate.Free()
        : row.parsed("rate", texts::rate);
  }

  /** The measure of the row; null, with the reason noted in the row, where it is not understood. */
  @Nullable TariffMeasure measure() {
    Rule does = rule;
    ProductScope goods = products;
    OriginScope from = origins;
    DutyRate charged = rate;
    if (does == null || goods == null || from == null || charged == null || !row.isGood()) {
      return null;
    }
    noteUnsupported(charged);
    return row.built(
        "targets",
        () ->
            TariffMeasure.of(programme, does, targets, goods, from, charged)
                .withId(id)
                .withPortion(portion == null ? Portion.FULL : portion)
                .withValidity(
                    Validity.during(inForce)
                        .withKnownFrom(knownFrom)
                        .withEndKnownFrom(endKnownFrom)
                        .withPlannedEnd(plannedEnd))
                .withConditions(conditions)
                .withSource(source));
  }

  private void noteUnsupported(DutyRate charged) {
    if (charged instanceof DutyRate.Unsupported unsupported) {
      row.problem("rate", unsupported.message() + bareNumber(unsupported.text()));
    }
  }

  private static String bareNumber(String text) {
    return text.matches("[0-9]+([.,][0-9]+)?") ? " (a percent sign is missing)" : "";
  }

  /** What stands in for a row that is not understood. */
  TariffMeasure unread() {
    List<Problem> errors = row.problems().stream().filter(Problem::isError).toList();
    Set<String> bad = errors.stream().map(Problem::column).collect(Collectors.toSet());
    boolean isPreference = isWhole && rule == Rule.PREFERENCE && !bad.contains("programme");
    String name = id.isEmpty() || !isWhole ? row.place().toString() : id;
    return TariffMeasure.of(
            isPreference ? programme : name,
            isPreference ? Rule.PREFERENCE : Rule.ADDS,
            List.of(),
            isWhole && products != null ? products : ProductScope.parse("*"),
            isWhole && origins != null ? origins : OriginScope.all(),
            new DutyRate.Free())
        .withId(name)
        .withValidity(isWhole ? validity(bad) : Validity.always())
        .withConditions(isWhole && !bad.contains("conditions") ? conditions : List.of())
        .withSource(source)
        .unread(
            Texts.shortened(row.toString()),
            errors.isEmpty() ? "the row is not understood" : errors.get(0).message());
  }

  /** The days and the beginning of knowledge; a planned end only ever makes the days longer. */
  private Validity validity(Set<String> bad) {
    boolean isDated =
        List.of("from", "until", "end_known_from", "planned_until").stream()
            .noneMatch(bad::contains);
    Validity when = isDated ? Validity.during(inForce) : Validity.always();
    return bad.contains("known_from") ? when : when.withKnownFrom(knownFrom);
  }
}
