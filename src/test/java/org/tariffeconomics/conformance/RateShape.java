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
import org.tariffeconomics.rate.ConditionLadder;
import org.tariffeconomics.rate.ConditionalRate;
import org.tariffeconomics.rate.DeclaredAmountRate;
import org.tariffeconomics.rate.DifferenceRate;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.FixedAmountRate;
import org.tariffeconomics.rate.OtherValueRate;
import org.tariffeconomics.rate.PolarisedRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.SeasonalRate;
import org.tariffeconomics.rate.SupplementaryUnit;
import org.tariffeconomics.rate.UnitOfAccountRate;

/**
 * What a duty rate charges, as a plain tree that both the expected JSON and a {@link DutyRate} come
 * down to: specific duties per base unit, sums without terms of 0 %, values by name.
 */
final class RateShape {

  private static final String APPLICABLE = "see applicable subheading";
  private static final Pattern PARTIAL =
      Pattern.compile("A duty upon the value of (?:the )?(.*?)(?: \\(see .*\\))?");
  private static final Pattern MINUS =
      Pattern.compile("The duty (rate provided in such subheading) minus ([0-9.]+)%");
  private static final Pattern STEP =
      Pattern.compile(
          " ?([A-Z]) (?:cert: (\\S+) ?)?(?:([0-9,.]+) ([A-Z]{3})/([A-Z]{3}))? ?\\(([0-9]{2})\\):(.*)");
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9,.]+) (?:(%)|([A-Z]{3}) ([A-Z]{3}(?: [A-Z])?))");
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
          "container", "piece of immediate containers",
          "ENP (unit not in the UK table)", "ENP");

  private static final Map<String, String> QUALIFIERS =
      Map.of(
          "clean content", "clean yield",
          "gross of container", "gross weight",
          "gross", "gross weight",
          "drained weight", "drained net weight",
          "drained weght", "drained net weight",
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
    if (json.has("when")) {
      return conditional(json);
    }
    if (json.has("season")) {
      return seasons(json);
    }
    if (json.has("diff") || json.has("sub") || json.has("minus")) {
      List<Object> terms = all(json.elements().next());
      return List.of(terms.get(0), "minus", sum(terms.subList(1, terms.size())));
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
      BigDecimal amount = new BigDecimal(json.get("sp").asText());
      Quantity per = new Quantity(new BigDecimal(json.get("per").asText()), unit(json));
      return money(json.get("ccy").asText(), amount, per);
    }
    if (json.has("sp")) {
      return fixed(json.get("ccy").asText(), new BigDecimal(json.get("sp").asText()));
    }
    if (json.has("unit")) {
      return List.of("unit", unit(json).code());
    }
    return words(json);
  }

  private static Object conditional(JsonNode json) {
    String kind = json.has("max") ? "max" : "min";
    Object then = json.has(kind) ? List.of(kind, all(json.get(kind))) : ofJson(json.get("then"));
    Object otherwise = json.has("otherwise") ? ofJson(json.get("otherwise")) : "none";
    return List.of("when", condition(json.get("when").asText()), then, otherwise);
  }

  /** The text says “consisting” where the structure says “consists”. */
  private static String condition(String words) {
    return words.replaceFirst("^consisting ", "consists ");
  }

  private static Object seasons(JsonNode json) {
    List<Object> seasons = new ArrayList<>();
    for (JsonNode each : json.get("season")) {
      seasons.add(
          List.of(each.get("from").asText(), each.get("to").asText(), ofJson(each.get("rate"))));
    }
    return List.of(
        "season", seasons, json.has("otherwise") ? ofJson(json.get("otherwise")) : "none");
  }

  private static Object conditions(String text) {
    List<Object> steps = new ArrayList<>();
    for (String each : text.replaceFirst("^Cond: *", "").split(" ?; ?")) {
      Matcher step = STEP.matcher(each);
      if (!step.matches()) {
        return text;
      }
      Object price =
          step.group(3) == null
              ? "none"
              : money(step.group(4), number(step.group(3)), Quantity.of("1", step.group(5)));
      String certificate = step.group(2) == null ? "none" : step.group(2);
      steps.add(List.of(step.group(1), certificate, price, step.group(6), amounts(step.group(7))));
    }
    return List.of("conditions", steps);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(",", ""));
  }

  /** A sum of the short form of TARIC, as in {@code 14.400 % + 1.100 EUR DTN}. */
  private static Object amounts(String text) {
    if (text.isBlank()) {
      return "none";
    }
    List<Object> terms = new ArrayList<>();
    for (String each : text.strip().split(" \\+ ")) {
      Matcher amount = AMOUNT.matcher(each);
      if (!amount.matches()) {
        return text.strip().equals("NIHIL") ? "free" : text;
      }
      terms.add(
          amount.group(2) == null
              ? money(amount.group(3), number(amount.group(1)), Quantity.of("1", amount.group(4)))
              : share(Rate.percent(number(amount.group(1)))));
    }
    return terms.size() == 1 ? terms.get(0) : sum(terms);
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
      return "see " + json.get("ref").asText().replaceFirst("^[Ss]ee ", "");
    }
    if (json.has("rate_by_reference")) {
      String text = json.get("rate_by_reference").asText();
      Matcher minus = MINUS.matcher(text);
      return minus.matches()
          ? List.of("see " + minus.group(1), "minus", share(Rate.percent(minus.group(2))))
          : "see " + text;
    }
    if (json.has("free_conditional")) {
      String condition =
          json.get("free_conditional").asText().replaceFirst("(?i)^free,? ?\\(?(.*?)\\)?$", "$1");
      return List.of("when", condition, "free", "none");
    }
    if (json.has("conditions")) {
      return conditions(json.get("conditions").asText());
    }
    if (json.has("duty_capped_by_other_amounts")) {
      return capped(json.get("duty_capped_by_other_amounts").asText());
    }
    for (String agricultural : List.of("agri", "agricultural", "component")) {
      if (json.has(agricultural)) {
        boolean reduced = json.has("reduced") && json.get("reduced").asBoolean();
        return json.get(agricultural).asText() + (reduced ? "R" : "");
      }
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

  /** The ordinary duty, with the tax if that is named, but at most what is declared. */
  private static Object capped(String text) {
    boolean tax = text.contains("any duty and internal");
    String other = text.replaceFirst("(?s).*and \\(b\\) the ", "");
    String second = "amount " + (tax ? "internal-revenue tax" : other);
    Object duty = tax ? List.of("sum", List.of(APPLICABLE, second)) : APPLICABLE;
    return List.of(
        "min", List.of(duty, List.of("sum", List.of("amount customs drawback", second))));
  }

  /** Contents are compared in lower case and British spelling. */
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace("aluminum", "aluminium");
  }

  private static Object polarised(Matcher matcher) {
    Quantity per = Quantity.of("1", matcher.group(4));
    return List.of(
        money(matcher.group(3), new BigDecimal(matcher.group(1)), per),
        "less",
        money(matcher.group(3), new BigDecimal(matcher.group(2)), per));
  }

  private static List<Object> all(JsonNode array) {
    List<Object> shapes = new ArrayList<>();
    array.forEach(each -> shapes.add(ofJson(each)));
    return shapes;
  }

  private static Unit unit(JsonNode json) {
    String plain = json.get("unit").asText();
    String basis = json.has("basis") ? json.get("basis").asText() : "";
    String name =
        basis.isEmpty()
            ? plain
            : plain + " of " + QUALIFIERS.getOrDefault(basis, basis.replaceFirst("^of ", ""));
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
    if (rate instanceof DifferenceRate difference) {
      return List.of(of(difference.from()), "minus", of(difference.less()));
    }
    if (rate instanceof FixedAmountRate fixed) {
      return fixed(fixed.amount().getCurrencyUnit().toString(), fixed.amount().getAmount());
    }
    if (rate instanceof UnitOfAccountRate other) {
      return money(other.unitOfAccount(), other.amount(), other.per());
    }
    if (rate instanceof DeclaredAmountRate declared) {
      return "amount " + declared.name();
    }
    if (rate instanceof SupplementaryUnit supplementary) {
      return List.of("unit", supplementary.unit().code());
    }
    if (rate instanceof DutyRate.ByReference reference) {
      return "see " + reference.target();
    }
    return decided(rate);
  }

  /** What decides between several rates. */
  private static Object decided(DutyRate rate) {
    if (rate instanceof ConditionalRate conditional) {
      return List.of(
          "when",
          condition(conditional.condition()),
          of(conditional.rate()),
          conditional.otherwise().map(RateShape::of).orElse("none"));
    }
    if (rate instanceof SeasonalRate seasonal) {
      List<List<Object>> seasons =
          seasonal.seasons().stream()
              .map(s -> List.of(s.from().toString(), s.to().toString(), of(s.rate())))
              .toList();
      return List.of("season", seasons, seasonal.otherwise().map(RateShape::of).orElse("none"));
    }
    if (rate instanceof ConditionLadder ladder) {
      return List.of("conditions", ladder.steps().stream().map(RateShape::step).toList());
    }
    return rate.toString();
  }

  private static List<Object> step(ConditionLadder.Step step) {
    return List.of(
        step.letter(),
        step.certificate().orElse("none"),
        step.atLeast().map(RateShape::of).orElse("none"),
        step.action(),
        step.rate().map(RateShape::of).orElse("none"));
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
            .replaceFirst("^the(?=battery$)", "")
            .replace("U.S.", "US");
    boolean whole = name.startsWith("full value") || name.equals("entire set");
    return whole ? share : List.of(share, lower(name));
  }

  private static Object sum(List<Object> terms) {
    List<Object> flat = new ArrayList<>();
    terms.stream().filter(term -> !term.equals("free")).forEach(flat::add);
    return flat.size() == 1 ? flat.get(0) : List.of("sum", flat);
  }

  private static Object fixed(String currency, BigDecimal amount) {
    return List.of("fixed", currency, amount.stripTrailingZeros());
  }

  private static Object money(BigMoney amount, Quantity per) {
    return money(amount.getCurrencyUnit().toString(), amount.getAmount(), per);
  }

  private static Object money(String currency, BigDecimal amount, Quantity per) {
    BigDecimal base = per.amount().multiply(per.unit().multiplier());
    Map<String, Object> shape = new TreeMap<>();
    shape.put("currency", currency);
    shape.put("amount", amount.divide(base, MathContext.DECIMAL64).stripTrailingZeros());
    shape.put("measure", per.unit().dimension() + " " + per.unit().measures());
    return shape;
  }
}
