package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.SeasonalRate;
import org.threeten.extra.LocalDateRange;

/**
 * One rule of tariff law: what it does, to which goods, at which rate, on which part of the value,
 * when, and from where we know it.
 *
 * <p>A measure is made by one of the factories, in force at all times and known ever since, and
 * narrowed from there; every change is a copy.
 *
 * <pre>{@code
 * TariffMeasure japan =
 *     TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%")
 *         .withId("S232 autos, Japan").from("2025-09-16").withKnownFrom("2025-09-04");
 * }</pre>
 *
 * <p>Two clocks: its {@link #validity} says when the law applies and when one could have known it.
 *
 * @since 0.1.0
 */
public final class TariffMeasure {

  private static final Source UNSOURCED = Source.user("user-supplied");

  private final Terms terms;
  private final boolean seasonal;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable MeasureTraits traits;

  /** Likewise. */
  private volatile @Nullable DutyTerms dutyTerms;

  /** What a measure says. */
  private record Terms(
      String id,
      String programme,
      Effect effect,
      Scope scope,
      DutyRate rate,
      Portion portion,
      Validity validity,
      Source source) {

    private Terms with(String otherId) {
      return new Terms(otherId, programme, effect, scope, rate, portion, validity, source);
    }

    private Terms with(Scope other) {
      return new Terms(id, programme, effect, other, rate, portion, validity, source);
    }

    private Terms with(DutyRate other) {
      return new Terms(id, programme, effect, scope, other, portion, validity, source);
    }

    private Terms with(Portion other) {
      return new Terms(id, programme, effect, scope, rate, other, validity, source);
    }

    private Terms with(Validity other) {
      return new Terms(id, programme, effect, scope, rate, portion, other, source);
    }

    private Terms with(Source other) {
      return new Terms(id, programme, effect, scope, rate, portion, validity, other);
    }
  }

  /** What it does, and to which programmes. */
  private record Effect(Rule rule, List<String> targets) {}

  /** Which goods it is for. */
  private record Scope(ProductScope products, OriginScope origins, List<Condition> conditions) {

    private Scope with(Collection<Condition> all) {
      return new Scope(products, origins, inOrder(all));
    }

    private Scope plus(Condition condition) {
      List<Condition> more = new ArrayList<>(conditions);
      more.add(condition);
      return with(more);
    }

    /** By their words, of which each is made once. */
    private static List<Condition> inOrder(Collection<Condition> conditions) {
      List<Condition> ordered = new ArrayList<>(conditions);
      if (ordered.size() > 1) {
        IdentityHashMap<Condition, String> words = new IdentityHashMap<>();
        ordered.forEach(each -> words.put(each, each.toString()));
        ordered.sort(Comparator.comparing(words::get));
      }
      return List.copyOf(ordered);
    }
  }

  private TariffMeasure(Terms terms) {
    this.terms = terms;
    this.seasonal = !SeasonalRate.starts(terms.rate).isEmpty();
    if (terms.id.isBlank() || terms.programme.isBlank()) {
      throw new IllegalArgumentException(
          "A measure needs an id and a programme, but had "
              + Texts.quoted(terms.id)
              + " and "
              + Texts.quoted(terms.programme));
    }
    if (terms.effect.targets.isEmpty() == terms.effect.rule.namesTargets()) {
      throw new IllegalArgumentException(
          "Measure "
              + Texts.quoted(terms.id)
              + " of rule "
              + terms.effect.rule
              + " cannot have the targets "
              + terms.effect.targets);
    }
  }

  /**
   * A measure in force at all times and known ever since; the {@code with…}, {@link #from} and
   * {@link #until} methods narrow it.
   *
   * @param programme the layer, also used as the id
   * @param rule what it does; not one that names targets
   * @param products the goods, as {@link ProductScope#parse} reads them
   * @param origins the origins, as {@link OriginScope#parse} reads them
   * @param rate the rate, as {@link DutyRate#parse} reads it
   * @return the measure
   */
  public static TariffMeasure of(
      String programme, Rule rule, String products, String origins, String rate) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    return of(programme, rule, List.of(), products, origins, rate);
  }

  private static TariffMeasure of(
      String programme,
      Rule rule,
      List<String> targets,
      String products,
      String origins,
      String rate) {
    return of(
        programme,
        rule,
        targets,
        ProductScope.parse(products),
        OriginScope.parse(origins),
        DutyRate.of(rate));
  }

  /**
   * A measure in force at all times and known ever since.
   *
   * @param programme the programme, which is its id too until {@link #withId}
   * @param rule what it does
   * @param targets the programmes that it exempts from or replaces; empty for other rules
   * @param products the products it is for
   * @param origins the origins it is for
   * @param rate the rate; {@code Free} for rules that charge nothing
   * @return the measure
   * @throws IllegalArgumentException when the programme is blank, or targets are missing where the
   *     rule needs them or given where it has none
   */
  public static TariffMeasure of(
      String programme,
      Rule rule,
      List<String> targets,
      ProductScope products,
      OriginScope origins,
      DutyRate rate) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(targets, "targets");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    return new TariffMeasure(
        new Terms(
            programme,
            programme,
            new Effect(rule, List.copyOf(targets)),
            new Scope(products, origins, List.of()),
            rate,
            Portion.FULL,
            Validity.always(),
            UNSOURCED));
  }

  /**
   * The ordinary duty of some goods from everywhere.
   *
   * @param products the goods
   * @param rate the rate
   * @return the measure, of the programme {@code MFN}
   */
  public static TariffMeasure base(String products, String rate) {
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(rate, "rate");
    return of("MFN", Rule.BASE, products, "*", rate);
  }

  /**
   * A preference, charged in place of the base duty when it is claimed by its name.
   *
   * @param programme the preference's name, e.g. {@code KORUS}
   * @param products the goods
   * @param origins the origins
   * @param rate the rate
   * @return the measure
   */
  public static TariffMeasure preference(
      String programme, String products, String origins, String rate) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    return of(programme, Rule.PREFERENCE, products, origins, rate);
  }

  /**
   * A duty on top.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the rate
   * @return the measure
   */
  public static TariffMeasure adds(String programme, String products, String origins, String rate) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    return of(programme, Rule.ADDS, products, origins, rate);
  }

  /**
   * An all-inclusive total.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the total
   * @return the measure
   */
  public static TariffMeasure topsUpTo(
      String programme, String products, String origins, String rate) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    return of(programme, Rule.TOPS_UP_TO, products, origins, rate);
  }

  /**
   * An all-inclusive total of the ordinary duty, whether that or a preference is paid.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the total
   * @return the measure, of {@link Rule#TOPS_UP_ORDINARY_TO}
   */
  public static TariffMeasure topsUpOrdinaryTo(
      String programme, String products, String origins, String rate) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    return of(programme, Rule.TOPS_UP_ORDINARY_TO, products, origins, rate);
  }

  /**
   * An exemption from other programmes.
   *
   * @param programme the layer that the exemption belongs to
   * @param products the goods
   * @param origins the origins
   * @param exempted the programmes that are switched off
   * @return the measure
   */
  public static TariffMeasure exempts(
      String programme, String products, String origins, String... exempted) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(exempted, "exempted");
    return of(programme, Rule.EXEMPTS, List.of(exempted), products, origins, "Free");
  }

  /**
   * A duty in place of other programmes.
   *
   * @param programme the layer
   * @param products the goods
   * @param origins the origins
   * @param rate the rate
   * @param replaced the programmes it takes the place of
   * @return the measure
   */
  public static TariffMeasure replaces(
      String programme, String products, String origins, String rate, String... replaced) {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(replaced, "replaced");
    return of(programme, Rule.REPLACES, List.of(replaced), products, origins, rate);
  }

  /**
   * The same measure under another name.
   *
   * @param name the new id
   * @return a new measure
   */
  public TariffMeasure withId(String name) {
    Objects.requireNonNull(name, "name");
    return new TariffMeasure(terms.with(name));
  }

  /**
   * The same measure at another rate.
   *
   * @param other the rate
   * @return a new measure
   */
  public TariffMeasure withRate(DutyRate other) {
    Objects.requireNonNull(other, "other");
    return new TariffMeasure(terms.with(other));
  }

  /**
   * The same measure at an ad valorem rate.
   *
   * @param other the rate
   * @return a new measure
   */
  public TariffMeasure withRate(Rate other) {
    Objects.requireNonNull(other, "other");
    return withRate(DutyRate.adValorem(other));
  }

  /**
   * The same measure for other origins.
   *
   * @param other the origins
   * @return a new measure
   */
  public TariffMeasure withOrigins(OriginScope other) {
    Objects.requireNonNull(other, "other");
    return new TariffMeasure(
        terms.with(new Scope(terms.scope.products, other, terms.scope.conditions)));
  }

  /**
   * The same measure for other goods.
   *
   * @param other the goods
   * @return a new measure
   */
  public TariffMeasure withProducts(ProductScope other) {
    Objects.requireNonNull(other, "other");
    return new TariffMeasure(
        terms.with(new Scope(other, terms.scope.origins, terms.scope.conditions)));
  }

  /**
   * The same measure charged on a part of the value.
   *
   * @param part the part
   * @return a new measure
   */
  public TariffMeasure withPortion(Portion part) {
    Objects.requireNonNull(part, "part");
    return new TariffMeasure(terms.with(part));
  }

  /**
   * The same measure in force during other days.
   *
   * @param days the days, half-open
   * @return a new measure
   */
  public TariffMeasure withDays(LocalDateRange days) {
    Objects.requireNonNull(days, "days");
    return withValidity(terms.validity.withDays(days));
  }

  /**
   * The same measure with another validity.
   *
   * @param when the days in force and the days of knowledge
   * @return a changed copy
   */
  public TariffMeasure withValidity(Validity when) {
    Objects.requireNonNull(when, "when");
    return new TariffMeasure(terms.with(when));
  }

  /**
   * The same measure in force from a day on.
   *
   * @param firstDay the first day of force, ISO 8601
   * @return a new measure
   * @throws IllegalArgumentException when that is after its end
   */
  public TariffMeasure from(String firstDay) {
    return from(DayText.parse("firstDay", firstDay));
  }

  /**
   * The same measure in force from a day on.
   *
   * @param firstDay the first day
   * @return a changed copy
   * @throws IllegalArgumentException when the measure ends before that day
   */
  public TariffMeasure from(LocalDate firstDay) {
    Objects.requireNonNull(firstDay, "firstDay");
    return dated(() -> terms.validity.withFirstDay(firstDay));
  }

  /**
   * The same measure in force until a day.
   *
   * @param firstDayAfter the first day on which it is no longer in force, ISO 8601
   * @return a new measure
   * @throws IllegalArgumentException when that is before its beginning
   */
  public TariffMeasure until(String firstDayAfter) {
    return until(DayText.parse("firstDayAfter", firstDayAfter));
  }

  /**
   * The same measure in force until a day.
   *
   * @param firstDayAfter the first day on which it is no longer in force
   * @return a changed copy
   * @throws IllegalArgumentException when the measure begins after that day
   */
  public TariffMeasure until(LocalDate firstDayAfter) {
    Objects.requireNonNull(firstDayAfter, "firstDayAfter");
    return dated(() -> terms.validity.until(firstDayAfter));
  }

  /**
   * The same measure in force through a day.
   *
   * @param lastDay the last day of force, ISO 8601
   * @return a new measure
   * @throws IllegalArgumentException when that is before its beginning
   */
  public TariffMeasure through(String lastDay) {
    return until(DayText.parse("lastDay", lastDay).plusDays(1));
  }

  private TariffMeasure dated(Supplier<Validity> changed) {
    try {
      return withValidity(changed.get());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Measure " + Texts.quoted(terms.id) + ": " + e.getMessage(), e);
    }
  }

  /**
   * The same measure, known from a day on.
   *
   * @param day the first day on which it was known, ISO 8601
   * @return a new measure
   */
  public TariffMeasure withKnownFrom(String day) {
    Objects.requireNonNull(day, "day");
    return withValidity(terms.validity.withKnownFrom(day));
  }

  /**
   * The same measure with both days of knowledge.
   *
   * @param start the first day on which it was known, null for ever since
   * @param end the first day on which its end was known, null for ever since
   * @return a new measure
   */
  public TariffMeasure withKnownFrom(@Nullable LocalDate start, @Nullable LocalDate end) {
    return withValidity(terms.validity.withKnownFrom(start).withEndKnownFrom(end));
  }

  /**
   * The same measure with one more condition.
   *
   * @param condition the condition as text, see {@link Condition}
   * @return a new measure
   */
  public TariffMeasure withCondition(String condition) {
    Objects.requireNonNull(condition, "condition");
    return withCondition(Condition.parse(condition));
  }

  /**
   * The same measure with one more condition; the order of conditions never matters.
   *
   * @param condition what must be declared with the goods
   * @return a changed copy
   */
  public TariffMeasure withCondition(Condition condition) {
    Objects.requireNonNull(condition, "condition");
    return new TariffMeasure(terms.with(terms.scope.plus(condition)));
  }

  /**
   * The same measure with its source.
   *
   * @param from where it stands
   * @return a new measure
   */
  public TariffMeasure withSource(Source from) {
    Objects.requireNonNull(from, "from");
    return new TariffMeasure(terms.with(from));
  }

  /**
   * The same measure with other conditions.
   *
   * @param conditions what must be declared with the goods, all of it, in any order
   * @return a changed copy
   */
  public TariffMeasure withConditions(Collection<Condition> conditions) {
    Objects.requireNonNull(conditions, "conditions");
    return new TariffMeasure(terms.with(terms.scope.with(conditions)));
  }

  /**
   * What stands in for this measure where a reader did not understand all of it: no one knows what
   * it does, so the duty of everything that it could reach is undetermined. A preference is still
   * only for who claims it; anything else may be a charge, and gets a layer of its own, so that no
   * other measure of its programme takes its place.
   *
   * @param text the words of the file
   * @param reason what was not understood
   * @return a measure for the same goods, origins, declarations and days
   */
  public TariffMeasure unread(String text, String reason) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
    DutyRate unknown = new DutyRate.Unsupported(text, reason);
    if (rule() == Rule.PREFERENCE) {
      return withRate(unknown);
    }
    Terms charge =
        new Terms(
            terms.id,
            "not understood: " + terms.id,
            new Effect(Rule.ADDS, List.of()),
            terms.scope,
            unknown,
            Portion.FULL,
            terms.validity,
            terms.source);
    return new TariffMeasure(charge);
  }

  /** {@return the unique name} */
  public String id() {
    return terms.id;
  }

  /** {@return the layer of the tariff that it belongs to} */
  public String programme() {
    return terms.programme;
  }

  /** {@return what it does} */
  public Rule rule() {
    return terms.effect.rule;
  }

  /** {@return the programmes that it exempts from or replaces; empty for other rules} */
  public List<String> targets() {
    return terms.effect.targets;
  }

  /** {@return the products it is for} */
  public ProductScope products() {
    return terms.scope.products;
  }

  /** {@return the origins it is for} */
  public OriginScope origins() {
    return terms.scope.origins;
  }

  /** {@return what must be declared with the goods, all of it} */
  public List<Condition> conditions() {
    return terms.scope.conditions;
  }

  /** {@return its rate; free for rules that charge nothing} */
  public DutyRate rate() {
    return terms.rate;
  }

  /** {@return the part of the customs value that it falls on} */
  public Portion portion() {
    return terms.portion;
  }

  /** {@return when it is law, on both clocks} */
  public Validity validity() {
    return terms.validity;
  }

  /** {@return the days in force as finally published, half-open} */
  public LocalDateRange inForce() {
    return terms.validity.days();
  }

  /** Whether it is for the same goods, origins, declarations and days as another. */
  boolean isForTheSameAs(TariffMeasure other) {
    return programme().equals(other.programme())
        && rule() == other.rule()
        && products().equals(other.products())
        && origins().equals(other.origins())
        && conditions().equals(other.conditions())
        && validity().equals(other.validity());
  }

  /**
   * Whether it is a preference that the importer does not claim: what is not claimed is not given.
   */
  boolean isUnclaimed(DeclaredFacts facts) {
    return rule() == Rule.PREFERENCE && !facts.claims(programme());
  }

  /** Whether its rate changes with the day of the year. */
  boolean isSeasonal() {
    return seasonal;
  }

  /** What it does, apart from its name and from the goods that it is for. */
  DutyTerms dutyTerms() {
    DutyTerms made = dutyTerms;
    if (made == null) {
      made = new DutyTerms(this);
      dutyTerms = made;
    }
    return made;
  }

  /** What every answer needs to know of it. */
  MeasureTraits traits() {
    MeasureTraits made = traits;
    if (made == null) {
      made = MeasureTraits.of(this);
      traits = made;
    }
    return made;
  }

  /** The facts and contents that its conditions, its portion and its rate ask for, no claims. */
  List<String> factsAsked() {
    return traits().facts();
  }

  /** {@return where it is from} */
  public Source source() {
    return terms.source;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof TariffMeasure that && terms.equals(that.terms));
  }

  @Override
  public int hashCode() {
    return Objects.hash(terms.id, terms.programme, terms.scope.products, terms.validity);
  }

  /**
   * All that it says but its source, for example {@code S232 autos: TOPS_UP_TO 15% on 8703 from JP,
   * from 2025-09-16} or {@code S232 autos, USMCA: ADDS 25% of the non-US content on 8703 from MX,
   * from 2025-04-03, where claim=USMCA}.
   */
  @Override
  public String toString() {
    return terms.id
        + ": "
        + rule()
        + " "
        + (rule().namesTargets() ? String.join(", ", targets()) + " " : "")
        + terms.rate
        + (portion().equals(Portion.FULL) ? "" : " of the " + portion())
        + " on "
        + products()
        + " from "
        + origins()
        + ", "
        + terms.validity
        + (conditions().isEmpty()
            ? ""
            : ", where "
                + conditions().stream().map(Condition::toString).collect(Collectors.joining("; ")));
  }
}
