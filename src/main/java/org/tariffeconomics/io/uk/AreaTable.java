package org.tariffeconomics.io.uk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.io.uk.UkMeasureType.Effect;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.LostZeros;
import org.tariffeconomics.reading.OtherColumns;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.MeasureReading.Placed;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * A table whose rows are measures of the EU or UK tariff, each for an area and of a type, whatever
 * it calls its columns. What is not understood of a row makes it wider: the duty of everything that
 * it could reach is undetermined.
 */
final class AreaTable {

  static final String GOODS = "goods";
  static final String DUTY = "duty";
  static final String TYPE = "type";
  static final String AREA = "area";

  private static final String ORIGIN = "origin";
  private static final String EXCLUDED = "excluded";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ORDER = "order";
  private static final String CODE = "code";
  private static final String CONDITIONS = "conditions";
  private static final String LAW = "law";

  /** What each column is called in the tables of the tariffs' publishers. */
  private static final Map<String, List<String>> LABELS =
      Map.ofEntries(
          Map.entry(
              GOODS,
              List.of(
                  "commodity",
                  "commodity code",
                  "commodity__code",
                  "goods_nomenclature_item_id",
                  "goods nomenclature item id",
                  "goods code")),
          Map.entry(
              TYPE,
              List.of(
                  "meas. type code",
                  "measure type code",
                  "measure__type__id",
                  "measure type id",
                  "measure type")),
          Map.entry(
              AREA,
              List.of(
                  "origin code",
                  "measure__geographical_area__id",
                  "geographical area id",
                  "geographical area")),
          Map.entry(
              ORIGIN,
              List.of(
                  "origin",
                  "measure__geographical_area__description",
                  "geographical area description")),
          Map.entry(
              EXCLUDED,
              List.of(
                  "measure__excluded_geographical_areas__ids",
                  "excluded geographical areas",
                  "excluded areas",
                  "excluded origins",
                  "excluded countries",
                  "exclusions")),
          Map.entry(DUTY, List.of("duty", "duty expression", "measure__duty_expression")),
          Map.entry(
              FROM, List.of("start date", "start", "measure__effective_start_date", "date from")),
          Map.entry(TO, List.of("end date", "end", "measure__effective_end_date", "date to")),
          Map.entry(
              ORDER,
              List.of(
                  "order no.",
                  "order number",
                  "quota order number",
                  "measure__quota__order_number")),
          Map.entry(CODE, List.of("add code", "additional code", "measure__additional_code__code")),
          Map.entry(CONDITIONS, List.of("measure__conditions", "conditions")),
          Map.entry(
              LAW,
              List.of(
                  "legal base",
                  "measure__generating_regulation__id",
                  "measure__regulation__id",
                  "regulation id")));

  /** Columns of these tables that say in other words, or besides, what others say. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          ".*(description|descriptions|sid|url|footnotes|available|red_ind|reduction_indicator)"
              + "|id|trackedmodel_ptr_id|measure type|legal base|.*indent");

  private static final Pattern EXCEPTED =
      Pattern.compile("(?i).*\\b(excl|excluding|except|without|other than)\\b.*");

  private static final Pattern SUFFIXED = Pattern.compile("([0-9. ]*[0-9])\\s+([0-9]{2})");
  private static final String OF_A_LINE = "80";
  private static final int CHAPTER = 2;

  private final Header header;
  private final ProblemLog log;
  private final Set<String> columnsOfDuty;
  private final Map<String, Optional<String>> found = new HashMap<>();
  private final OtherColumns others;
  private final List<Placed> kept = new ArrayList<>();
  private final Set<String> otherTypes = new HashSet<>();
  private final UkCodes codes = new UkCodes();

  /**
   * A table.
   *
   * @param header its header
   * @param log takes what is wrong with it as a whole
   * @param columnsOfDuty the labels of the columns that together are the duty
   */
  AreaTable(Header header, ProblemLog log, Set<String> columnsOfDuty) {
    this.header = header;
    this.log = log;
    this.columnsOfDuty = columnsOfDuty;
    this.others = OtherColumns.of(header, this::isKnown);
  }

  /** The labels that a column may have. */
  static List<String> labels(String column) {
    return LABELS.getOrDefault(column, List.of());
  }

  /** The label of a column; empty where the table has none. */
  static Optional<String> label(Header header, String column) {
    int at = header.find(labels(column).toArray(String[]::new));
    return at == Header.NONE ? Optional.empty() : Optional.of(header.label(at));
  }

  private Optional<String> label(String column) {
    return found.computeIfAbsent(column, each -> label(header, each));
  }

  private String cell(Row row, String column) {
    return label(column).flatMap(row::optional).orElse("");
  }

  /** The measures of all rows, with what makes each list of producers' codes complete. */
  List<Placed> measures() {
    List<Placed> all = new ArrayList<>(kept);
    codes
        .complete()
        .forEach(each -> all.add(new Placed(each, Place.ofFile(header.place().file()))));
    return all;
  }

  /** Takes a measure that is for no area of its own. */
  void add(TariffMeasure measure, Row row) {
    kept.add(new Placed(measure, row.place()));
  }

  /**
   * Takes a row.
   *
   * @param row the row
   * @param duty the text of its duty; blank where it states none
   */
  void take(Row row, String duty) {
    UkMeasureType type = UkMeasureType.of(cell(row, TYPE), "", !duty.isBlank());
    DutyRate stated = DutyRate.parse(duty);
    Optional<UkConditions> conditions = conditions(row, stated);
    boolean bears = conditions.map(c -> UkCharge.bears(type, c)).orElse(!type.is(Effect.NOTHING));
    if (row.isGood() && !bears || type.is(Effect.NOTHING)) {
      noteOther(row, type);
      return;
    }
    HsCode goods = goods(row);
    LocalDateRange days = days(row);
    if (goods == null || days == null) {
      kept.add(new Placed(unread(row, goods), row.place()));
      return;
    }
    refuseUnknownColumns(row);
    if (type.is(Effect.UNKNOWN)) {
      row.problem(label(TYPE).orElse(""), "the measure type is not known here");
    }
    UkAreas.Reach reach = reach(row);
    UkCharge charge = charge(row, type, duty, stated, conditions);
    boolean asksForEndUse =
        conditions.map(c -> UkCharge.asksForEndUse(type, c)).orElseGet(type::endUse);
    List<Condition> declared = declared(row, type, asksForEndUse);
    declared.addAll(charge.documents());
    keep(
        row,
        type,
        reach,
        (origins, id) -> of(row, type, charge, goods, origins, days, declared, id));
  }

  /** Keeps the measure for the origins that are sure, and as not known for those in doubt. */
  private void keep(
      Row row,
      UkMeasureType type,
      UkAreas.Reach reach,
      BiFunction<OriginScope, String, TariffMeasure> measure) {
    String gap = row.isGood() ? "" : firstError(row);
    String id = row.file() + " line " + row.line();
    reach.sure().ifPresent(origins -> keep(row, type, measure.apply(origins, id), gap));
    reach
        .doubtful()
        .ifPresent(
            origins -> {
              String own = reach.sure().isEmpty() ? id : id + ", other origins";
              keep(row, type, measure.apply(origins, own), gap.isEmpty() ? reach.reason() : gap);
            });
    if (!reach.reason().isEmpty()) {
      row.note(label(AREA).orElse(""), reach.reason() + ": kept as not known");
    }
  }

  private void keep(Row row, UkMeasureType type, TariffMeasure measure, String gap) {
    String code = cell(row, CODE);
    if (!gap.isEmpty()) {
      TariffMeasure unread = measure.unread(Texts.shortened(row.toString()), gap);
      kept.add(new Placed(unread, row.place()));
    } else if (type.isCharge() && !code.isEmpty()) {
      codes.add(cell(row, TYPE) + " on " + measure.products(), upper(code), measure);
    } else {
      kept.add(new Placed(measure, row.place()));
    }
  }

  private TariffMeasure of(
      Row row,
      UkMeasureType type,
      UkCharge charge,
      HsCode goods,
      OriginScope origins,
      LocalDateRange days,
      List<Condition> declared,
      String id) {
    boolean isAlone = charge.rule() != type.rule();
    String programme = type.programme(upper(cell(row, AREA)));
    return TariffMeasure.of(
            isAlone ? programme + " " + id : programme,
            charge.rule(),
            List.of(),
            ProductScope.of(List.of(goods), List.of()),
            origins,
            charge.rate())
        .withId(id)
        .withDays(days)
        .withConditions(declared)
        .withSource(Source.user((row.file() + " " + cell(row, LAW)).strip()));
  }

  private static String upper(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  /** The conditions of a row, in a column of their own or in its duty; empty for an error. */
  private Optional<UkConditions> conditions(Row row, DutyRate stated) {
    String cell = cell(row, CONDITIONS);
    List<UkCondition> read =
        cell.isEmpty()
            ? UkCondition.of(stated)
            : row.parsed(label(CONDITIONS).orElse(""), UkCondition::parse);
    return Optional.ofNullable(read).map(UkConditions::new);
  }

  private UkCharge charge(
      Row row,
      UkMeasureType type,
      String duty,
      DutyRate stated,
      Optional<UkConditions> conditions) {
    UkCharge none = new UkCharge(type.rule(), new DutyRate.Free());
    if (type.is(Effect.UNKNOWN) || conditions.isEmpty()) {
      return none;
    }
    if (stated instanceof DutyRate.Unsupported unsupported) {
      String column = columnsOfDuty.size() == 1 ? columnsOfDuty.iterator().next() : "";
      row.problem(column, "duty '" + Texts.shortened(duty) + "': " + unsupported.message());
      return new UkCharge(type.rule(), stated);
    }
    Optional<DutyRate> rate = duty.isBlank() ? Optional.empty() : Optional.of(stated);
    boolean isWhole = !UkCondition.of(stated).isEmpty() && type.rule() != Rule.PROHIBITS;
    UkConditions applied = isWhole ? new UkConditions(List.of()) : conditions.orElseThrow();
    @Nullable UkCharge charge = row.built("", () -> UkCharge.of(type, rate, applied));
    return charge == null ? none : charge;
  }

  /** The goods that a code stands for: pairs of zeros at its end are no digits of a line. */
  private @Nullable HsCode goods(Row row) {
    String column = label(GOODS).orElse("");
    Matcher suffixed = SUFFIXED.matcher(row.cell(column));
    if (suffixed.matches() && suffixed.group(1).replaceAll("[. ]", "").length() == 10) {
      if (!suffixed.group(2).equals(OF_A_LINE)) {
        row.problem(column, "a heading that has the code of a line: which goods it is for");
        return null;
      }
      return row.parsed(column, text -> whole(HsCode.of(suffixed.group(1))));
    }
    HsCode code = LostZeros.code(row, column, "");
    return code == null ? null : whole(code);
  }

  private static HsCode whole(HsCode code) {
    String digits = code.digits();
    while (digits.length() > CHAPTER && digits.length() % 2 == 0 && digits.endsWith("00")) {
      digits = digits.substring(0, digits.length() - 2);
    }
    return HsCode.of(digits);
  }

  private UkAreas.Reach reach(Row row) {
    String column = label(AREA).orElse("");
    List<String> excluded =
        Arrays.stream(cell(row, EXCLUDED).split("[|;,]", -1)).filter(e -> !e.isBlank()).toList();
    String words = cell(row, ORIGIN);
    if (excluded.isEmpty() && EXCEPTED.matcher(words).matches()) {
      row.problem(label(ORIGIN).orElse(""), "which origins are excepted is not understood");
    }
    List<Problem> ignored = new ArrayList<>();
    UkAreas.Reach reach =
        UkAreas.reach(cell(row, AREA), excluded, row.place(), column, ignored::add);
    ignored.stream().filter(p -> !p.isError()).forEach(p -> row.note(column, p.message()));
    return reach;
  }

  /** Notes an error where a row that is an ordinary duty has more than goods, a duty and days. */
  void refuseMoreThanADuty(Row row) {
    for (String each : List.of(EXCLUDED, ORDER, CODE, CONDITIONS)) {
      if (!cell(row, each).isEmpty()) {
        row.problem(label(each).orElse(""), "stands on a row without an area and a type");
      }
    }
    refuseUnknownColumns(row);
  }

  private void refuseUnknownColumns(Row row) {
    others
        .firstIn(row)
        .ifPresent(
            column ->
                row.problem(column, "what this column says of the duty is not understood here"));
  }

  private boolean isKnown(String label) {
    return columnsOfDuty.contains(label)
        || LABELS.keySet().stream().anyMatch(c -> label(c).filter(label::equals).isPresent())
        || HARMLESS.matcher(label).matches() && !isTheOnlyOneThatExcludes(label);
  }

  /** The names of excluded areas say no more than their codes where these are there. */
  private boolean isTheOnlyOneThatExcludes(String label) {
    return label.contains("exclu") && label(EXCLUDED).isEmpty();
  }

  private void noteOther(Row row, UkMeasureType type) {
    String id = cell(row, TYPE);
    if (otherTypes.add(id)) {
      log.accept(
          Problem.note(
              Place.ofLine(row.file(), row.line()),
              label(TYPE).orElse(""),
              id,
              type.other(id, "") + " here for the first time; its rows are passed by"));
    }
  }

  /** The days in force; null, with an error, where they are not understood. */
  @Nullable LocalDateRange days(Row row) {
    LocalDate from = day(row, FROM);
    LocalDate to = day(row, TO);
    LocalDate start = from == null ? LocalDate.MIN : from;
    LocalDate end = to == null ? LocalDate.MAX : to.plusDays(1);
    if (!start.isBefore(end)) {
      row.problem(label(TO).orElse(""), "the end must not be before the beginning, " + start);
    }
    return row.isGood() ? LocalDateRange.of(start, end) : null;
  }

  private @Nullable LocalDate day(Row row, String column) {
    return cell(row, column).isEmpty() ? null : label(column).map(row::day).orElse(null);
  }

  private List<Condition> declared(Row row, UkMeasureType type, boolean asksForEndUse) {
    List<Condition> conditions = new ArrayList<>();
    String order = cell(row, ORDER);
    if (order.isEmpty() && UkMeasureType.isWithinQuota(cell(row, TYPE))) {
      row.problem(label(ORDER).orElse(label(TYPE).orElse("")), UkQuotas.NO_ORDER_NUMBER);
    }
    if (!order.isEmpty()) {
      conditions.add(new Condition.Quota(order, Condition.Operator.EQUAL, !type.is(Effect.CHARGE)));
    }
    if (asksForEndUse) {
      conditions.add(Condition.parse("end use=yes"));
    }
    String code = upper(cell(row, CODE));
    if (!code.isEmpty() && !code.matches(UkCodes.CODE)) {
      row.problem(label(CODE).orElse(""), "the additional code is not understood");
    } else if (!code.isEmpty()) {
      conditions.add(new Condition.Code(Condition.Operator.EQUAL, code));
    }
    return conditions;
  }

  /** Whether a row names an area or a type. */
  boolean isOfArea(Row row) {
    return !cell(row, AREA).isEmpty() || !cell(row, TYPE).isEmpty();
  }

  private static String firstError(Row row) {
    return row.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .map(Problem::message)
        .orElse("the row is not understood");
  }

  /** What stands in for a row that is not understood: it may be about any origin and day. */
  static TariffMeasure unread(Row row, @Nullable HsCode goods) {
    return TariffMeasure.of(
            "row",
            Rule.ADDS,
            List.of(),
            goods == null ? ProductScope.all() : ProductScope.of(List.of(goods), List.of()),
            OriginScope.all(),
            new DutyRate.Free())
        .withId(row.file() + " line " + row.line())
        .withSource(Source.user(row.file()))
        .unread(Texts.shortened(row.toString()), firstError(row));
  }
}
