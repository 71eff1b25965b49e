package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/**
 * A named list of tariff codes that measures refer to, such as “list 3” or “Annex II”: every code
 * with the days on which it is listed, the words that restrict it, and where it was read.
 *
 * <p>Codes that were listed on the same days, by the same words and by the same document are one
 * {@link Entry}. An amendment of a list is one more entry, or an entry that ends.
 *
 * <pre>{@code
 * ProductList list =
 *     ProductList.of("Annex II")
 *         .with(Entry.of("8471", "2025-04-05").withUntil("2026-02-24"))
 *         .with(Entry.of("8803", "2025-04-05").withCondition("civil aircraft=yes"));
 * List<TariffMeasure> law = list.apply(TariffMeasure.exempts("Annex II", "*", "*", "reciprocal"));
 * }</pre>
 *
 * <p>A measure applied to a list becomes one measure an entry. An entry that was not verified is
 * never left out silently: where only verified facts may stand, its measure waits for the declared
 * fact {@code list confirmed:NAME}, so that the duty on its goods is open and not wrong.
 *
 * @since 0.1.0
 */
public final class ProductList {

  /** The beginning of the name of the fact by which a user takes an unverified entry as true. */
  public static final String CONFIRMED = "list confirmed:";

  private final String name;
  private final List<Entry> entries;

  /**
   * Codes that a list names on the same days and in the same words.
   *
   * @param products the codes, and the longer ones that are taken out of them
   * @param restriction the words by which the codes are on the list in part; empty for all goods
   * @param conditions the facts that these words ask for; empty for all goods
   * @param validity the days on which they are listed, and from when that was known
   * @param source where that was read
   */
  public record Entry(
      ProductScope products,
      String restriction,
      List<Condition> conditions,
      Validity validity,
      Source source) {

    /**
     * Keeps the conditions as they are.
     *
     * @param products the codes, and the longer ones that are taken out of them
     * @param restriction the words by which the codes are on the list in part; empty for all goods
     * @param conditions the facts that these words ask for; empty for all goods
     * @param validity the days on which they are listed, and from when that was known
     * @param source where that was read
     * @throws IllegalArgumentException when there are words without a condition, so that the goods
     *     would be taken as a whole
     */
    public Entry {
      Objects.requireNonNull(products, "products");
      Objects.requireNonNull(restriction, "restriction");
      Objects.requireNonNull(conditions, "conditions");
      Objects.requireNonNull(validity, "validity");
      Objects.requireNonNull(source, "source");
      conditions = List.copyOf(conditions);
      if (!restriction.isBlank() && conditions.isEmpty()) {
        throw new IllegalArgumentException(
            "An entry restricted by words needs a condition that asks for them, but had none for "
                + Texts.quoted(restriction));
      }
    }

    /**
     * An entry of the user's own, for all goods of some codes from a day on.
     *
     * @param products the codes, as {@link ProductScope#parse} reads them
     * @param firstDay the first day, ISO 8601
     * @return the entry
     */
    public static Entry of(String products, String firstDay) {
      Objects.requireNonNull(products, "products");
      Objects.requireNonNull(firstDay, "firstDay");
      return new Entry(
          ProductScope.parse(products),
          "",
          List.of(),
          Validity.from(firstDay),
          Source.user("user-supplied"));
    }

    /**
     * The same entry, ended.
     *
     * @param firstDayAfter the first day on which the codes are no longer listed, ISO 8601
     * @return a changed copy
     */
    public Entry withUntil(String firstDayAfter) {
      Objects.requireNonNull(firstDayAfter, "firstDayAfter");
      return new Entry(products, restriction, conditions, validity.until(firstDayAfter), source);
    }

    /**
     * The same entry for goods of which something more is true.
     *
     * @param condition as {@link Condition#parse} reads it
     * @return a changed copy
     */
    public Entry withCondition(String condition) {
      Objects.requireNonNull(condition, "condition");
      List<Condition> more = new ArrayList<>(conditions);
      more.add(Condition.parse(condition));
      return new Entry(products, restriction, more, validity, source);
    }

    /** How many codes it lists, those that are taken out not counted. */
    int size() {
      return products.includedDigits().size();
    }
  }

  private ProductList(String name, List<Entry> entries) {
    this.name = name;
    this.entries = entries;
  }

  /**
   * A list without codes.
   *
   * @param name its name, unique among the lists that measures may refer to
   * @return the list
   * @throws IllegalArgumentException when the name is blank
   */
  public static ProductList of(String name) {
    Objects.requireNonNull(name, "name");
    return of(name, List.of());
  }

  /**
   * A list.
   *
   * @param name its name, unique among the lists that measures may refer to
   * @param entries its codes, in any order
   * @return the list
   * @throws IllegalArgumentException when the name is blank
   */
  public static ProductList of(String name, Collection<Entry> entries) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(entries, "entries");
    if (name.isBlank()) {
      throw new IllegalArgumentException("A product list must have a name, but it was blank");
    }
    return new ProductList(name, List.copyOf(entries));
  }

  /**
   * The same list, amended.
   *
   * @param more what is listed besides
   * @return a changed copy
   */
  public ProductList with(Entry more) {
    Objects.requireNonNull(more, "more");
    List<Entry> all = new ArrayList<>(entries);
    all.add(more);
    return new ProductList(name, List.copyOf(all));
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return what it lists, in the order in which it was given} */
  public List<Entry> entries() {
    return entries;
  }

  /** {@return how many codes it lists, each as often as it has days or words of its own} */
  public int size() {
    return entries.stream().mapToInt(Entry::size).sum();
  }

  /**
   * What the list says of a code on a day.
   *
   * @param code a line; of a code above lines only what holds for all of it is found
   * @param day the day
   * @return the entries that list it, in the order in which they were given; empty where none does
   */
  public List<Entry> entries(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return entries.stream()
        .filter(each -> each.validity().days().contains(day) && each.products().contains(code))
        .toList();
  }

  /**
   * Whether a list names all goods of a code on a day, and that was verified.
   *
   * @param code a line
   * @param day the day
   * @return true when an entry without conditions does
   */
  public boolean contains(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return entries(code, day).stream()
        .anyMatch(each -> each.conditions().isEmpty() && each.source().verification().isFact());
  }

  /**
   * A measure for the goods of this list: one measure an entry, in force on the days that both are,
   * under the conditions of both.
   *
   * @param template what is done with the goods; its products are passed over
   * @param facts whether what was not verified may stand as a fact; where it may not, an entry or a
   *     template that was not verified stands under the condition that the list is confirmed
   * @return the measures; the first keeps the template's id, the others have it followed by their
   *     own words and days
   */
  public List<TariffMeasure> apply(TariffMeasure template, Facts facts) {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(facts, "facts");
    List<TariffMeasure> measures = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    for (Entry each : entries) {
      Validity validity = both(template.validity(), each.validity());
      if (validity != null) {
        String id = measures.isEmpty() ? template.id() : id(template, each);
        int times = ids.merge(id, 1, Integer::sum);
        measures.add(
            measure(template, each, validity, facts)
                .withId(times == 1 ? id : id + " (" + times + ")"));
      }
    }
    return measures;
  }

  /**
   * A measure for the goods of this list, entries that were not verified left open.
   *
   * @param template what is done with the goods; its products are passed over
   * @return the measures
   */
  public List<TariffMeasure> apply(TariffMeasure template) {
    Objects.requireNonNull(template, "template");
    return apply(template, Facts.VERIFIED_ONLY);
  }

  private TariffMeasure measure(TariffMeasure template, Entry each, Validity when, Facts facts) {
    List<Condition> conditions = new ArrayList<>(template.conditions());
    for (Condition more : each.conditions()) {
      if (!conditions.contains(more)) {
        conditions.add(more);
      }
    }
    if (!facts.admits(each.source()) || !facts.admits(template.source())) {
      conditions.add(Condition.parse(CONFIRMED + name + "=yes"));
    }
    return template
        .withProducts(each.products())
        .withValidity(when)
        .withConditions(conditions)
        .withSource(source(template.source(), each.source()));
  }

  /** The document of the measure, with the place of the list, and the weaker of both checks. */
  private static Source source(Source measure, Source entry) {
    return new Source(
        measure.title(),
        measure.date(),
        measure.citation().isEmpty() || entry.citation().isEmpty()
            ? measure.citation() + entry.citation()
            : measure.citation() + "; " + entry.citation(),
        measure.verification().isFact() ? entry.verification() : measure.verification());
  }

  private static String id(TariffMeasure template, Entry entry) {
    StringBuilder id = new StringBuilder(template.id());
    if (!entry.restriction().isEmpty()) {
      id.append(": ").append(entry.restriction());
    }
    LocalDateRange days = entry.validity().days();
    if (days.getStart().isAfter(template.inForce().getStart())) {
      id.append(", from ").append(days.getStart());
    }
    if (days.getEnd().isBefore(template.inForce().getEnd())) {
      id.append(", until ").append(days.getEnd());
    }
    return id.toString();
  }

  /**
   * When both a measure and an entry are in force: what begins later was published later, and what
   * ends first says when its end was. Null where they never meet, also where a measure was known to
   * be withdrawn before the entry was known.
   */
  private static @Nullable Validity both(Validity measure, Validity entry) {
    if (measure.days().isEmpty()) {
      return entry.days().contains(measure.days().getStart()) && !isKnownAfter(measure, entry)
          ? measure
          : null;
    }
    if (!measure.days().overlaps(entry.days())) {
      return null;
    }
    boolean endsFirst = entry.days().getEnd().isBefore(measure.days().getEnd());
    return measure
        .withDays(measure.days().intersection(entry.days()))
        .withKnownFrom(later(measure.knownFrom(), entry.knownFrom()))
        .withEndKnownFrom((endsFirst ? entry : measure).endKnownFrom().orElse(null));
  }

  private static boolean isKnownAfter(Validity ended, Validity entry) {
    return entry.knownFrom().isPresent()
        && ended.endKnownFrom().isPresent()
        && !entry.knownFrom().get().isBefore(ended.endKnownFrom().get());
  }

  private static @Nullable LocalDate later(Optional<LocalDate> one, Optional<LocalDate> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other).orElse(null);
    }
    return one.get().isAfter(other.get()) ? one.get() : other.get();
  }

  /** {@return the list as a table: one row an entry: products, words, days, source} */
  public Table table() {
    return Table.of(
        name,
        List.of("products", "restriction", "days", "source"),
        entries.stream()
            .map(
                each ->
                    List.of(
                        Cell.text(each.products().toString()),
                        Cell.text(each.restriction()),
                        Cell.text(each.validity().toString()),
                        Cell.text(each.source().toString())))
            .toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProductList that
        && name.equals(that.name)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** For example {@code Annex II, 1324 codes}. */
  @Override
  public String toString() {
    return name + ", " + size() + " codes";
  }
}
