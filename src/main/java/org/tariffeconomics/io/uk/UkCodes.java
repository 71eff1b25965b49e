package org.tariffeconomics.io.uk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Condition.Operator;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Charges by the additional code of the producer. All codes of one type and origin are one list:
 * the code that ends with 999 is for everyone whom it does not name. Where a list has no such code,
 * the duty of a code that is not on the list is not known.
 */
final class UkCodes {

  /** What an additional code looks like. */
  static final String CODE = "[A-Z0-9]{4}";

  private static final String FOR_OTHERS = "999";

  private record Entry(String code, TariffMeasure measure) {}

  private final Map<String, List<Entry>> lists = new LinkedHashMap<>();

  /** Files a charge under its list. */
  void add(String type, String code, TariffMeasure measure) {
    lists
        .computeIfAbsent(type + " of " + measure.origins(), key -> new ArrayList<>())
        .add(new Entry(code, measure));
  }

  /** The measures of all lists, with what makes each list complete. */
  List<TariffMeasure> complete() {
    List<TariffMeasure> all = new ArrayList<>();
    lists.forEach((key, list) -> all.addAll(complete(key, list)));
    return all;
  }

  private static List<TariffMeasure> complete(String key, List<Entry> list) {
    List<TariffMeasure> complete = new ArrayList<>();
    list.stream().filter(e -> !isForOthers(e)).map(Entry::measure).forEach(complete::add);
    List<LocalDate> days = boundaries(list);
    for (int i = 0; i + 1 < days.size(); i++) {
      LocalDateRange during = LocalDateRange.of(days.get(i), days.get(i + 1));
      List<Entry> inForce =
          list.stream().filter(e -> e.measure().inForce().encloses(during)).toList();
      if (!inForce.isEmpty()) {
        complete.addAll(others(key, inForce, during));
      }
    }
    return complete;
  }

  private static boolean isForOthers(Entry entry) {
    return entry.code().length() == 4 && entry.code().endsWith(FOR_OTHERS);
  }

  private static List<LocalDate> boundaries(List<Entry> list) {
    Set<LocalDate> days = new TreeSet<>();
    for (Entry each : list) {
      days.add(each.measure().inForce().getStart());
      days.add(each.measure().inForce().getEnd());
    }
    return new ArrayList<>(days);
  }

  /** What is charged from the codes that the list does not name, during days without a change. */
  private static List<TariffMeasure> others(String key, List<Entry> inForce, LocalDateRange days) {
    Set<String> codes =
        inForce.stream().map(Entry::code).collect(Collectors.toCollection(TreeSet::new));
    List<Entry> forOthers = inForce.stream().filter(UkCodes::isForOthers).toList();
    long residual = forOthers.stream().map(Entry::code).distinct().count();
    boolean isRead = codes.stream().allMatch(code -> code.matches(CODE));
    if (isRead && residual == 1 && codes.size() > 1) {
      codes.remove(forOthers.get(0).code());
      return forOthers.stream().map(e -> but(codes, e.measure(), days)).toList();
    }
    List<TariffMeasure> all = new ArrayList<>();
    forOthers.forEach(e -> all.add(during(e.measure(), days)));
    TariffMeasure any = inForce.get(0).measure();
    String reason = "no measure is for the additional code that is declared, only " + codes;
    all.add(
        but(codes, any.withConditions(List.of()), days)
            .withId("other additional codes of type " + key + from(days))
            .unread("type " + key, reason));
    return all;
  }

  private static TariffMeasure but(Set<String> codes, TariffMeasure measure, LocalDateRange days) {
    List<Condition> conditions = new ArrayList<>();
    measure.conditions().stream()
        .filter(c -> !(c instanceof Condition.Code))
        .forEach(conditions::add);
    codes.forEach(code -> conditions.add(new Condition.Code(Operator.NOT_EQUAL, code)));
    return during(measure.withConditions(conditions), days);
  }

  private static TariffMeasure during(TariffMeasure measure, LocalDateRange days) {
    return measure.inForce().equals(days)
        ? measure
        : measure.withDays(days).withId(measure.id() + from(days));
  }

  private static String from(LocalDateRange days) {
    return days.getStart().equals(LocalDate.MIN) ? "" : ", from " + days.getStart();
  }
}
