package org.tariffeconomics.io.uk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DutyComponent;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.OtherValueRate;
import org.tariffeconomics.reading.JsonTree;

/**
 * Reads a duty of the UK tariff, which is given twice: in components, and in words. The words may
 * say more, such as what of the goods is weighed; where both differ in anything else, no one knows
 * which is right.
 */
final class UkDuty {

  private static final Pattern MARK_UP = Pattern.compile("<[^<>]*+>");

  private final BiConsumer<JsonTree, String> problems;

  UkDuty(BiConsumer<JsonTree, String> problems) {
    this.problems = problems;
  }

  /** The duty of a measure; empty where neither components nor words state one. */
  Optional<DutyRate> ofMeasure(JsonTree measure) {
    String words = ofMeasureInWords(measure);
    List<JsonTree> resolved = measure.get("resolved_measure_components").items();
    return resolved.isEmpty()
        ? stated(measure, measure.get("measure_components").items(), words)
        : stated(measure, resolved, "");
  }

  /** The duty of a condition; empty where neither components nor words state one. */
  Optional<DutyRate> ofCondition(JsonTree condition) {
    return stated(
        condition,
        condition.get("measure_condition_components").items(),
        words(condition.text("duty_expression")));
  }

  /** The words of a measure's duty: those of its base, or all that stands there. */
  static String ofMeasureInWords(JsonTree measure) {
    String base = words(measure.get("duty_expression").text("base"));
    return base.isEmpty() ? words(measure.text("duty_expression")) : base;
  }

  private static String words(String text) {
    return MARK_UP.matcher(text).replaceAll("").strip();
  }

  private Optional<DutyRate> stated(JsonTree at, List<JsonTree> components, String words) {
    if (components.isEmpty()) {
      return words.isEmpty() ? Optional.empty() : Optional.of(understood(at, words));
    }
    try {
      List<DutyComponent> parts = components.stream().map(UkDuty::component).toList();
      return DutyComponent.text(parts).isEmpty()
          ? Optional.empty()
          : Optional.of(agreed(at, DutyComponent.rate(parts), words));
    } catch (IllegalArgumentException e) {
      problems.accept(at, String.valueOf(e.getMessage()));
      return Optional.of(new DutyRate.Unsupported(words, String.valueOf(e.getMessage())));
    }
  }

  private DutyRate understood(JsonTree at, String words) {
    DutyRate rate = DutyRate.parse(words);
    if (rate instanceof DutyRate.Unsupported unsupported) {
      problems.accept(at, "duty '" + Texts.shortened(words) + "': " + unsupported.message());
    }
    return rate;
  }

  /** What components and words say together. */
  private DutyRate agreed(JsonTree at, DutyRate inComponents, String words) {
    DutyRate inWords = DutyRate.parse(words);
    if (inComponents instanceof DutyRate.Unsupported unsupported) {
      String text = unsupported.text();
      problems.accept(at, "duty '" + Texts.shortened(text) + "': " + unsupported.message());
      return inComponents;
    }
    if (inWords instanceof DutyRate.ByReference || saysMore(inComponents, inWords)) {
      return inComponents;
    }
    if (saysMore(inWords, inComponents)) {
      return inWords;
    }
    String both = "the components say " + inComponents + " and the words " + words;
    problems.accept(at, "the duty is stated twice and differently: " + both);
    return new DutyRate.Unsupported(words, both);
  }

  /** Whether both have the same numbers, and the first says at least as much of what is weighed. */
  private static boolean saysMore(DutyRate one, DutyRate other) {
    if (one.equals(other)) {
      return true;
    }
    if (one instanceof DutyRate.Specific more && other instanceof DutyRate.Specific less) {
      return less.per().unit().measures().isEmpty() && isSameButMeasured(more, less);
    }
    if (one instanceof OtherValueRate more && other instanceof DutyRate.AdValorem less) {
      return more.rate().equals(less.rate());
    }
    List<DutyRate> parts = one.parts();
    List<DutyRate> others = other.parts();
    return one.getClass().equals(other.getClass())
        && !parts.isEmpty()
        && parts.size() == others.size()
        && IntStream.range(0, parts.size()).allMatch(i -> saysMore(parts.get(i), others.get(i)));
  }

  private static boolean isSameButMeasured(DutyRate.Specific one, DutyRate.Specific other) {
    return one.amount().equals(other.amount())
        && one.per().unit().dimension() == other.per().unit().dimension()
        && inBase(one.per()).compareTo(inBase(other.per())) == 0;
  }

  private static BigDecimal inBase(Quantity per) {
    return per.amount().multiply(per.unit().multiplier());
  }

  private static DutyComponent component(JsonTree each) {
    String amount = each.text("duty_amount");
    String id = each.text("duty_expression_id");
    if (!each.text("monetary_unit_code").isEmpty()
        && each.text("measurement_unit_code").isEmpty()) {
      throw new IllegalArgumentException(
          "the amount " + amount + " " + each.text("monetary_unit_code") + " has no unit");
    }
    return new DutyComponent(
        id.isEmpty() ? each.get("duty_expression").text("id") : id,
        amount.isEmpty() ? null : number(amount),
        each.text("monetary_unit_code"),
        each.text("measurement_unit_code"),
        each.text("measurement_unit_qualifier_code"));
  }

  static BigDecimal number(String text) {
    return PlainNumber.parse("the amount", text);
  }
}
