package org.tariffeconomics.io.uk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyComponent;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonProblem;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** Reads one measure of the UK tariff, whose linked objects are its members. */
final class UkMeasureReader {

  private static final String ERGA_OMNES = "1011";
  private static final String QUOTA = "quota:";
  private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([^()]+)\\)");

  private final String file;
  private final HsCode commodity;
  private final JsonTree measure;
  private final List<JsonProblem> problems = new ArrayList<>();

  UkMeasureReader(String file, HsCode commodity, JsonTree measure) {
    this.file = file;
    this.commodity = commodity;
    this.measure = measure;
  }

  List<JsonProblem> problems() {
    return problems;
  }

  private void problem(JsonTree at, String message) {
    problems.add(new JsonProblem(file, at.path(), at.text(), message));
  }

  /** The measure; null, with a problem, where its goods, origins or days are not understood. */
  @Nullable TariffMeasure measure(UkMeasureType type) {
    OriginScope origins = origins();
    LocalDateRange days = days();
    HsCode goods = goods();
    if (origins == null || days == null || goods == null) {
      return null;
    }
    String area = measure.get("geographical_area").text("id");
    return TariffMeasure.of(
            type.programme(area),
            type.rule(),
            List.of(),
            ProductScope.of(List.of(goods), List.of()),
            origins,
            rate())
        .named("measure " + measure.text("id"))
        .during(days)
        .withConditions(conditions(type))
        .sourced(Source.user(file + " " + measure.path()));
  }

  /** The goods of the measure: of a heading above the commodity where it says so. */
  private @Nullable HsCode goods() {
    String text = measure.text("goods_nomenclature_item_id");
    try {
      return text.isEmpty() ? commodity : HsCode.of(text);
    } catch (IllegalArgumentException e) {
      problem(measure.get("goods_nomenclature_item_id"), String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable LocalDateRange days() {
    LocalDate first = day(measure, "effective_start_date", LocalDate.MIN);
    LocalDate last = day(measure, "effective_end_date", LocalDate.MAX);
    if (first == null || last == null) {
      return null;
    }
    if (last.isBefore(first)) {
      problem(measure.get("effective_end_date"), "the end is before the beginning, " + first);
      return null;
    }
    LocalDate end = last.equals(LocalDate.MAX) ? last : last.plusDays(1);
    return LocalDateRange.of(first, end);
  }

  /** The day of a time stamp; null, with a problem, where it is none. */
  private @Nullable LocalDate day(JsonTree of, String name, LocalDate otherwise) {
    String text = of.text(name);
    try {
      return text.isEmpty()
          ? otherwise
          : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      problem(of.get(name), "a day must be ISO 8601, as in 2021-01-01");
      return null;
    }
  }

  private @Nullable OriginScope origins() {
    JsonTree area = measure.get("geographical_area");
    String id = area.text("id");
    try {
      return id.equals(ERGA_OMNES) ? everywhereBut(excluded()) : named(area);
    } catch (IllegalArgumentException e) {
      problem(area.isAbsent() ? measure : area, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private List<Country> excluded() {
    return countries(measure.get("excluded_countries").items());
  }

  private static OriginScope everywhereBut(List<Country> excluded) {
    return excluded.isEmpty()
        ? OriginScope.all()
        : OriginScope.all().except(excluded.toArray(Country[]::new));
  }

  /** A country, or the members of a group but those that the measure excludes. */
  private OriginScope named(JsonTree area) {
    String id = area.text("id");
    if (!id.matches("[0-9]{4}")) {
      return OriginScope.of(Country.of(id));
    }
    List<Country> members = new ArrayList<>(countries(members(area)));
    members.removeAll(excluded());
    if (members.isEmpty()) {
      throw new IllegalArgumentException("the members of the area " + id + " are not in the file");
    }
    return OriginScope.of(members.toArray(Country[]::new));
  }

  private static List<JsonTree> members(JsonTree area) {
    List<JsonTree> linked = area.get("children_geographical_areas").items();
    return linked.isEmpty() ? area.get("members").items() : linked;
  }

  /** Countries that the library does not know cannot be asked about: they are noted. */
  private List<Country> countries(List<JsonTree> areas) {
    List<Country> countries = new ArrayList<>();
    for (JsonTree each : areas) {
      String id = each.text("id");
      try {
        countries.add(Country.of(id));
      } catch (IllegalArgumentException e) {
        String message = "the area '" + id + "' is no country that is known, left out";
        boolean isNew = problems.stream().noneMatch(p -> p.message().equals(message));
        if (isNew) {
          problem(each, message);
        }
      }
    }
    return countries;
  }

  /** The duty of the components, or of the expression in words where there are none. */
  private DutyRate rate() {
    for (JsonTree condition : measure.get("measure_conditions").items()) {
      if (!condition.text("duty_expression").isEmpty()
          || !condition.get("measure_condition_components").items().isEmpty()) {
        problem(condition, "a duty that hangs on this condition is not read");
        return DutyRate.parse("Cond: " + condition.text("duty_expression"));
      }
    }
    try {
      List<DutyComponent> components = components();
      return understood(
          components.isEmpty()
              ? DutyRate.parse(measure.get("duty_expression").text("base"))
              : DutyComponent.rate(components));
    } catch (IllegalArgumentException e) {
      problem(measure, String.valueOf(e.getMessage()));
      return DutyRate.parse("components: " + e.getMessage());
    }
  }

  private DutyRate understood(DutyRate rate) {
    if (rate instanceof DutyRate.Unsupported unsupported) {
      problem(measure, "duty '" + unsupported.text() + "': " + unsupported.message());
    } else if (rate instanceof DutyRate.ByReference reference) {
      problem(measure, "the duty is not stated here: " + reference);
    }
    return rate;
  }

  private List<DutyComponent> components() {
    JsonTree resolved = measure.get("resolved_measure_components");
    JsonTree plain = measure.get("measure_components");
    return (resolved.items().isEmpty() ? plain : resolved)
        .items().stream().map(UkMeasureReader::component).toList();
  }

  private static DutyComponent component(JsonTree each) {
    String amount = each.text("duty_amount");
    JsonTree expression = each.get("duty_expression");
    String id = each.text("duty_expression_id");
    return new DutyComponent(
        id.isEmpty() ? expression.text("id") : id,
        amount.isEmpty() ? null : number(amount),
        each.text("monetary_unit_code"),
        each.text("measurement_unit_code"),
        each.text("measurement_unit_qualifier_code"));
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number", e);
    }
  }

  private List<Condition> conditions(UkMeasureType type) {
    List<Condition> conditions = new ArrayList<>();
    String order = orderNumber();
    if (!order.isEmpty()) {
      conditions.add(Condition.parse(QUOTA + order + "=" + (type.isCharge() ? "out" : "in")));
    }
    if (type.endUse()) {
      conditions.add(Condition.parse("end use=yes"));
    }
    String code = measure.get("additional_code").text("code");
    if (!code.isEmpty()) {
      conditions.add(Condition.parse("additional code=" + code));
    }
    return conditions;
  }

  private String orderNumber() {
    JsonTree order = measure.get("order_number");
    return order.text("number").isEmpty() ? order.text("id") : order.text("number");
  }

  /** The quota that the measure hangs on, where its definition can be read. */
  Optional<CommodityReading.QuotaBalance> quota() {
    JsonTree definition = measure.get("order_number").get("definition");
    if (definition.isAbsent() || definition.text("initial_volume").isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(quota(definition));
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(definition, "quota " + orderNumber() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private CommodityReading.QuotaBalance quota(JsonTree definition) {
    Unit unit = unit(definition);
    Quantity volume = new Quantity(number(definition.text("initial_volume")), unit);
    LocalDate first = day(definition, "validity_start_date", LocalDate.MIN);
    LocalDate last = day(definition, "validity_end_date", LocalDate.MAX);
    if (first == null || last == null) {
      throw new IllegalArgumentException("its period is not understood");
    }
    LocalDate end = last.equals(LocalDate.MAX) ? last : last.plusDays(1);
    String critical = definition.text("critical_threshold");
    QuotaTerms terms =
        new QuotaTerms(
            orderNumber(),
            volume,
            LocalDateRange.of(first, end),
            QuotaTerms.Allocation.FIRST_COME,
            critical.isEmpty() ? null : Rate.percent(number(critical)),
            period(definition, "blocking"),
            period(definition, "suspension"));
    String balance = definition.text("balance");
    return new CommodityReading.QuotaBalance(
        terms,
        balance.isEmpty() ? null : new Quantity(number(balance), unit),
        definition.text("status"));
  }

  private List<LocalDateRange> period(JsonTree definition, String kind) {
    LocalDate first = day(definition, kind + "_period_start_date", LocalDate.MIN);
    LocalDate last = day(definition, kind + "_period_end_date", LocalDate.MIN);
    return first == null || last == null || last.isBefore(first) || last.equals(LocalDate.MIN)
        ? List.of()
        : List.of(LocalDateRange.ofClosed(first, last));
  }

  /** A code, or words with the code in brackets: {@code Kilogram (kg)}. */
  private static Unit unit(JsonTree definition) {
    String code = definition.text("measurement_unit_code");
    String text = code.isEmpty() ? definition.text("measurement_unit") : code;
    Matcher brackets = IN_BRACKETS.matcher(text);
    String qualifier = definition.text("measurement_unit_qualifier_code");
    String plain = brackets.matches() ? brackets.group(1) : text;
    return Unit.of(qualifier.isEmpty() ? plain : plain + " " + qualifier);
  }

  /** Goods within a quota of the commodity are exempt from its safeguard. */
  static void exemptions(Map<String, TariffMeasure> measures) {
    boolean hasSafeguard =
        measures.values().stream().anyMatch(m -> m.programme().equals(UkMeasureType.SAFEGUARD));
    if (!hasSafeguard) {
      return;
    }
    List<TariffMeasure> exemptions = new ArrayList<>();
    for (TariffMeasure each : measures.values()) {
      boolean isQuota =
          each.rule() == Rule.PREFERENCE
              && each.conditions().stream().anyMatch(c -> c.subject().startsWith(QUOTA));
      if (isQuota) {
        exemptions.add(exemption(each));
      }
    }
    exemptions.forEach(each -> measures.put(each.id(), each));
  }

  private static TariffMeasure exemption(TariffMeasure quota) {
    return TariffMeasure.of(
            quota.programme(),
            Rule.EXEMPTS,
            List.of(UkMeasureType.SAFEGUARD),
            quota.products(),
            quota.origins(),
            new DutyRate.Free())
        .named(quota.id() + ", no safeguard")
        .during(quota.inForce())
        .withConditions(
            quota.conditions().stream().filter(c -> c.subject().startsWith(QUOTA)).toList())
        .sourced(quota.source());
  }
}
