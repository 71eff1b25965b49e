package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.tariff.DutyRate;
import org.tariffeconomics.tariff.OtherValueRate;
import org.tariffeconomics.tariff.PolarisedRate;
import org.tariffeconomics.tariff.Portion;

/**
 * What a duty rate charges, as a plain tree that both the expected JSON and a {@link DutyRate} come
 * down to: specific duties per base unit, sums without terms of 0 %, values by name.
 */
final class RateShape {

  private static final String APPLICABLE = "see applicable subheading";
  private static final Pattern PARTIAL =
      Pattern.compile("A duty upon the value of (?:the )?(.*?)(?: \\(see .*\\))?");
  private static final Pattern FORMULA =
      Pattern.compile("\\((\\S+) - (\\S+)\\*max\\(0,100-polarisation\\)\\) (\\S+)/(\\S+)");

  /** The units of the expected structures in our words. */
  private static final Map<String, String> UNITS =
      Map.of(
          "No.", "piece",
          "l", "liter",
          "%vol/hl", "ASVX",
          "%vol of per hectolitre", "ASVX",
          "line.gross", "GRL",
          "container", "piece of immediate containers");

  private static final Map<String, String> QUALIFIERS =
      Map.of(
          "clean content", "clean yield",
          "gross of container", "gross weight",
          "gross", "gross weight",
          "drained weight", "drained net weight",
          "net of drained weight", "drained net weight",
          "of standard quality", "standard quality",
          "of net dry matter", "net dry matter",
          "per % by weight of sucrose", "each percent of sucrose");

  private RateShape() {}

  static Object ofJson(JsonNode json) {
    if (json.has("add")) {
      return sum(List.of(APPLICABLE, ofJson(json.get("add"))));
    }
    if (json.has("sum")) {
      return sum(all(json.get("sum")));
    }
    if (json.has("max") || json.has("min")) {
      String kind = json.has("max") ? "max" : "min";
      return List.of(kind, all(json.get(kind)));
    }
    if (json.has("av")) {
      Object share = share(Rate.percent(json.get("av").asText()));
      return json.has("on") ? onValue(share, json.get("on").asText()) : share;
    }
    if (json.has("sp") && json.has("unit")) {
      return money(
          BigMoney.parse(json.get("ccy").asText() + " " + json.get("sp").asText()),
          new Quantity(new BigDecimal(json.get("per").asText()), unit(json)));
    }
    return words(json);
  }

  private static Object words(JsonNode json) {
    if (json.has("free") || json.has("nihil")) {
      return "free";
    }
    if (json.has("equal") || json.has("nochange")) {
      return APPLICABLE;
    }
    if (json.has("inherit")) {
      return "see the line above";
    }
    if (json.has("ref")) {
      return json.get("ref").asText().replaceFirst("^See ", "see ");
    }
    if (json.has("rate_by_reference")) {
      return "see " + json.get("rate_by_reference").asText();
    }
    if (json.has("duty_on_partial_value")) {
      Matcher matcher = PARTIAL.matcher(json.get("duty_on_partial_value").asText());
      return matcher.matches() ? List.of(APPLICABLE, lower(matcher.group(1))) : json;
    }
    if (json.has("formula")) {
      Matcher matcher = FORMULA.matcher(json.get("formula").asText());
      return matcher.matches() ? polarised(matcher) : json;
    }
    return json;
  }

  /** Contents are compared in lower case. */
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Object polarised(Matcher matcher) {
    Quantity per = Quantity.of("1", matcher.group(4));
    return List.of(
        money(BigMoney.parse(matcher.group(3) + " " + matcher.group(1)), per),
        "less",
        money(BigMoney.parse(matcher.group(3) + " " + matcher.group(2)), per));
  }

  private static List<Object> all(JsonNode array) {
    List<Object> shapes = new ArrayList<>();
    array.forEach(each -> shapes.add(ofJson(each)));
    return shapes;
  }

  private static Unit unit(JsonNode json) {
    String plain = json.get("unit").asText();
    String basis = json.has("basis") ? json.get("basis").asText() : "";
    String name = basis.isEmpty() ? plain : plain + " of " + QUALIFIERS.getOrDefault(basis, basis);
    return Unit.of(UNITS.getOrDefault(name, name));
  }

  static Object of(DutyRate rate) {
    if (rate instanceof DutyRate.Free) {
      return "free";
    }
    if (rate instanceof DutyRate.AdValorem adValorem) {
      return share(adValorem.rate());
    }
    if (rate instanceof DutyRate.Specific specific) {
      return money(specific.amount(), specific.per());
    }
    if (rate instanceof DutyRate.Sum sum) {
      return sum(sum.terms().stream().map(RateShape::of).toList());
    }
    if (rate instanceof DutyRate.GreaterOf greater) {
      return List.of("max", greater.terms().stream().map(RateShape::of).toList());
    }
    if (rate instanceof DutyRate.LesserOf lesser) {
      return List.of("min", lesser.terms().stream().map(RateShape::of).toList());
    }
    return special(rate);
  }

  private static Object special(DutyRate rate) {
    if (rate instanceof DutyRate.OnPortion part) {
      return onValue(of(part.rate()), name(part.portion()));
    }
    if (rate instanceof OtherValueRate other) {
      return onValue(share(other.rate()), other.base());
    }
    if (rate instanceof PolarisedRate sugar) {
      return List.of(of(sugar.start()), "less", of(sugar.step()));
    }
    return rate instanceof DutyRate.ByReference reference
        ? "see " + reference.target()
        : rate.toString();
  }

  private static String name(Portion portion) {
    return portion.kind() == Portion.Kind.ALL_BUT ? "non-" + portion.content() : portion.content();
  }

  private static Object share(Rate rate) {
    return rate.isZero() ? "free" : rate.toString();
  }

  private static Object onValue(Object share, String words) {
    String name =
        words
            .replaceFirst("^value of the ", "")
            .replaceFirst(", if any$", "")
            .replaceFirst(" content$", "")
            .replace("U.S.", "US");
    boolean whole = name.startsWith("full value") || name.equals("entire set");
    return whole ? share : List.of(share, lower(name));
  }

  private static Object sum(List<Object> terms) {
    List<Object> flat = new ArrayList<>();
    terms.stream().filter(term -> !term.equals("free")).forEach(flat::add);
    return flat.size() == 1 ? flat.get(0) : List.of("sum", flat);
  }

  private static Object money(BigMoney amount, Quantity per) {
    BigDecimal base = per.amount().multiply(per.unit().multiplier());
    Map<String, Object> shape = new TreeMap<>();
    shape.put("currency", amount.getCurrencyUnit().toString());
    shape.put(
        "amount", amount.getAmount().divide(base, MathContext.DECIMAL64).stripTrailingZeros());
    shape.put("measure", per.unit().dimension() + " " + per.unit().measures());
    return shape;
  }
}
