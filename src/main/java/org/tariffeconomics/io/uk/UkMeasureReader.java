package org.tariffeconomics.io.uk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.io.uk.UkMeasureType.Effect;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Reads one measure of the UK tariff, whose linked objects are its members. What is not understood
 * of it makes it wider: the duty of everything that it could reach is undetermined.
 */
final class UkMeasureReader {

  private final String file;
  private final HsCode commodity;
  private final JsonTree measure;
  private final String id;
  private final UkMeasureType type;
  private final UkDuty duties;
  private Rule rule;
  private List<Condition> documents = List.of();
  private final List<Problem> problems = new ArrayList<>();

  /** What was not understood, in words; empty where all was. */
  private String gap = "";

  UkMeasureReader(String file, HsCode commodity, JsonTree measure, String id, UkMeasureType type) {
    this.file = file;
    this.commodity = commodity;
    this.measure = measure;
    this.id = id;
    this.type = type;
    this.rule = type.rule();
    this.duties = new UkDuty(this::problem);
  }

  List<Problem> problems() {
    return problems;
  }

  private void problem(JsonTree at, String message) {
    problems.add(Problem.error(Place.ofPath(file, at.path()), "", at.text(), message));
  }

  /** Notes what is not understood of the measure, so that it is kept as undetermined. */
  private void gap(JsonTree at, String message) {
    gap = gap.isEmpty() ? message : gap;
    problem(at, message);
  }

  /**
   * The measure: for the origins that it is surely for, and, with an unknown effect, for those that
   * it may be for; none where no country is meant.
   */
  List<TariffMeasure> measures(UkAreas areas) {
    if (type.is(Effect.UNKNOWN)) {
      String series = type.series().isEmpty() ? "" : " of series " + type.series();
      gap(measure.get("measure_type"), type.programme() + series + " is not known here");
    }
    for (String each : measure.members().keySet()) {
      if (UkAreas.mayExclude(each) && !measure.get(each).isAbsent()) {
        gap(measure.get(each), "what '" + Texts.shortened(each) + "' says is not known here");
      }
    }
    UkAreas.Reach reach = areas.reach(measure, problems::add);
    requireName();
    HsCode goods = goods();
    LocalDateRange days = days();
    DutyRate rate = rate();
    List<Condition> conditions = conditions();
    List<TariffMeasure> read = new ArrayList<>();
    reach.sure().ifPresent(o -> read.add(understood(of(goods, o, days, rate, conditions))));
    reach
        .doubtful()
        .ifPresent(
            o -> {
              TariffMeasure one = of(goods, o, days, rate, conditions);
              String own = read.isEmpty() ? one.id() : one.id() + ", other origins";
              read.add(one.withId(own).unread(words(), reach.reason()));
            });
    return read;
  }

  private TariffMeasure of(
      HsCode goods,
      OriginScope origins,
      LocalDateRange days,
      DutyRate rate,
      List<Condition> conditions) {
    String area = measure.get("geographical_area").text("id");
    boolean isAlone = rule != type.rule();
    return TariffMeasure.of(
            isAlone ? type.programme() + " " + id : type.programme(area),
            rule,
            List.of(),
            ProductScope.of(List.of(goods), List.of()),
            origins,
            rate)
        .withId("measure " + id)
        .withDays(days)
        .withConditions(conditions)
        .withSource(Source.user(file + " " + measure.path()));
  }

  /** Nobody can claim a relief under the id of an area that is none: it may be any relief. */
  private void requireName() {
    JsonTree area = measure.get("geographical_area").get("id");
    if (type.forArea() && !area.text().strip().matches("[0-9]{4}|[A-Z]{2}")) {
      gap(area, "the area under which the preference is claimed is not understood");
      rule = Rule.ADDS;
    }
  }

  private TariffMeasure understood(TariffMeasure read) {
    return gap.isEmpty() ? read : read.unread(words(), gap);
  }

  /** The measure in the words of the file. */
  private String words() {
    JsonTree kind = measure.get("measure_type");
    String area = measure.get("geographical_area").text("id");
    String duty = UkDuty.ofMeasureInWords(measure);
    return Texts.shortened(
        String.join(" ", "type", kind.text("id"), kind.text("description"), area, duty).strip());
  }

  /** The goods of the measure: of a heading above the commodity where it says so. */
  private HsCode goods() {
    String text = measure.text("goods_nomenclature_item_id");
    try {
      return text.isEmpty() ? commodity : HsCode.of(text);
    } catch (IllegalArgumentException e) {
      gap(measure.get("goods_nomenclature_item_id"), String.valueOf(e.getMessage()));
      return commodity;
    }
  }

  /** The days in force; a bound that is not understood may be any. */
  private LocalDateRange days() {
    LocalDate first = day("effective_start_date", LocalDate.MIN);
    LocalDate last = day("effective_end_date", LocalDate.MAX);
    if (last.isBefore(first)) {
      gap(measure.get("effective_end_date"), "the end is before the beginning, " + first);
      return LocalDateRange.ALL;
    }
    return LocalDateRange.of(first, last.equals(LocalDate.MAX) ? last : last.plusDays(1));
  }

  private LocalDate day(String name, LocalDate otherwise) {
    try {
      LocalDate day = day(measure, name);
      return day == null ? otherwise : day;
    } catch (IllegalArgumentException e) {
      gap(measure.get(name), String.valueOf(e.getMessage()));
      return otherwise;
    }
  }

  /** The day of a time stamp; null where there is none. */
  static @Nullable LocalDate day(JsonTree of, String name) {
    String text = of.text(name);
    boolean hasTime = text.length() > 10 && text.charAt(10) == 'T';
    return text.isEmpty() ? null : Row.parseDay(hasTime ? text.substring(0, 10) : text);
  }

  /** The type of a measure, by what the file states. */
  static UkMeasureType typeOf(JsonTree measure) {
    UkDuty duties = new UkDuty((at, why) -> {});
    boolean statesDuty =
        duties.ofMeasure(measure).isPresent()
            || measure.get("measure_conditions").items().stream()
                .anyMatch(c -> duties.ofCondition(c).isPresent());
    JsonTree kind = measure.get("measure_type");
    UkMeasureType type =
        UkMeasureType.of(kind.text("id"), kind.text("measure_type_series_id"), statesDuty);
    if (type.is(Effect.UNKNOWN) && measure.text("vat").equals("true")) {
      return UkMeasureType.of("305", "", statesDuty);
    }
    return type.is(Effect.UNKNOWN) && measure.text("excise").equals("true")
        ? UkMeasureType.of("306", "", statesDuty)
        : type;
  }

  /** Whether a measure bears on the duty of these goods. */
  static boolean bears(UkMeasureType type, JsonTree measure) {
    return UkCharge.bears(type, new UkConditions(UkCondition.of(measure, c -> Optional.empty())));
  }

  private DutyRate rate() {
    if (type.is(Effect.UNKNOWN)) {
      return new DutyRate.Free();
    }
    try {
      UkConditions conditions = new UkConditions(UkCondition.of(measure, duties::ofCondition));
      UkCharge charge = UkCharge.of(type, duties.ofMeasure(measure), conditions);
      rule = rule == type.rule() ? charge.rule() : rule;
      documents = charge.documents();
      return charge.rate();
    } catch (IllegalArgumentException e) {
      gap(measure, String.valueOf(e.getMessage()));
      return new DutyRate.Free();
    }
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>(documents);
    String order = UkQuotas.orderNumber(measure);
    if (order.isEmpty() && UkMeasureType.isWithinQuota(measure.get("measure_type").text("id"))) {
      gap(measure.get("order_number"), UkQuotas.NO_ORDER_NUMBER);
    }
    if (!order.isEmpty()) {
      conditions.add(new Condition.Quota(order, Condition.Operator.EQUAL, !type.is(Effect.CHARGE)));
    }
    UkConditions asked = new UkConditions(UkCondition.of(measure, c -> Optional.empty()));
    if (UkCharge.asksForEndUse(type, asked)) {
      conditions.add(new Condition.Word("end use", Condition.Operator.EQUAL, "yes"));
    }
    String code = additionalCode(measure);
    if (code.isEmpty() && !measure.get("additional_code").isAbsent()) {
      gap(measure.get("additional_code"), "the additional code is not in the file");
    }
    if (!code.isEmpty() && !code.matches(UkCodes.CODE)) {
      gap(measure.get("additional_code"), "the additional code is not understood");
    }
    // of a type that is not known another code may stand for everyone whom its list does not name
    if (!code.isEmpty() && !type.is(Effect.UNKNOWN)) {
      conditions.add(new Condition.Code(Condition.Operator.EQUAL, code));
    }
    return conditions;
  }

  /** The additional code: as one text, or its type and number apart. */
  static String additionalCode(JsonTree measure) {
    JsonTree stated = measure.get("additional_code");
    String code = stated.text("code");
    String apart = stated.text("additional_code_type_id") + stated.text("additional_code");
    String plain = measure.text("additional_code");
    return (code.isEmpty() ? plain.isEmpty() ? apart : plain : code).toUpperCase(Locale.ROOT);
  }
}
