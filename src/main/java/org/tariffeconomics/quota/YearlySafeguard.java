package org.tariffeconomics.quota;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredFacts;
import org.threeten.extra.LocalDateRange;

/**
 * A safeguard of one fiscal year that raises a duty once imports have exceeded every one of its
 * triggers, such as Japan's on beef of the United States.
 *
 * <p>How much has come in is declared with the goods, {@code imports:US beef=272000 t}, and says
 * whether the safeguard's own fact, {@code status:beef safeguard triggered}, is {@code yes} or
 * {@code no}. Imports that do not exceed one trigger suffice for a {@code no}; a {@code yes} needs
 * all of them.
 *
 * <p>Source: Japan's Temporary Tariff Measures Act, article 7-8; Protocol of 2 June 2022 amending
 * the Trade Agreement between Japan and the United States, in force on 1 January 2023.
 *
 * @param fact the fact that the measures of the book ask for
 * @param products the goods
 * @param year the days of the fiscal year on which these triggers count, half-open
 * @param triggers what imports must exceed, all of it
 * @param source where it stands
 * @since 0.1.0
 */
public record YearlySafeguard(
    String fact,
    ProductScope products,
    LocalDateRange year,
    List<Trigger> triggers,
    Source source) {

  /** What the names of facts about imports begin with. */
  public static final String IMPORTS = "imports:";

  private static final int DAYS_OF_FEBRUARY = 45;
  private static final int DAYS_OF_MARCH = 30;

  /**
   * Creates a safeguard.
   *
   * @param fact the fact that the measures of the book ask for
   * @param products the goods
   * @param year the days on which these triggers count, half-open
   * @param triggers what imports must exceed
   * @param source where it stands
   * @throws IllegalArgumentException when the name of the fact is blank or there is no trigger
   */
  public YearlySafeguard {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(triggers, "triggers");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(year, "year");
    Objects.requireNonNull(source, "source");
    triggers = List.copyOf(triggers);
    if (fact.isBlank() || triggers.isEmpty()) {
      throw new IllegalArgumentException(
          "A safeguard needs the name of its fact and a trigger, but had "
              + Texts.quoted(fact)
              + " and "
              + triggers);
    }
  }

  /**
   * A level that imports of the year must exceed.
   *
   * @param imports what is counted: {@code US beef}
   * @param level the least level
   * @param orImports imports that raise the level to what they were where that is more, {@code US
   *     beef of the year before}; empty where none do
   */
  public record Trigger(String imports, Quantity level, Optional<String> orImports) {

    /**
     * Refuses nulls.
     *
     * @param imports what is counted: {@code US beef}
     * @param level the least level
     * @param orImports imports that raise the level to what they were where that is more, {@code US
     *     beef of the year before}; empty where none do
     */
    public Trigger {
      Objects.requireNonNull(imports, "imports");
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(orImports, "orImports");
    }

    /** Whether it is exceeded; empty where what is declared does not settle it. */
    private Optional<Boolean> isExceeded(DeclaredFacts facts) {
      Optional<Quantity> declared = declared(facts, imports);
      if (declared.isEmpty() || declared.get().compareTo(level) <= 0) {
        return declared.map(imported -> false);
      }
      if (orImports.isEmpty()) {
        return Optional.of(true);
      }
      return declared(facts, orImports.get()).map(other -> declared.get().compareTo(other) > 0);
    }

    private Optional<Quantity> declared(DeclaredFacts facts, String what) {
      return facts.fact(IMPORTS + what).map(text -> quantity(what, text));
    }

    private Quantity quantity(String what, String text) {
      try {
        Quantity read = Quantity.parse(text);
        if (read.unit().convertsTo(level.unit()) && read.amount().signum() >= 0) {
          return read;
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(asked(what, text), e);
      }
      throw new IllegalArgumentException(asked(what, text));
    }

    private String asked(String what, String text) {
      return IMPORTS
          + what
          + " must be a quantity such as '"
          + level
          + "', but was "
          + Texts.quoted(text);
    }

    private List<String> names() {
      List<String> names = new ArrayList<>(List.of(IMPORTS + imports));
      orImports.ifPresent(other -> names.add(IMPORTS + other));
      return names;
    }

    /** The imports and the level. */
    @Override
    public String toString() {
      return imports + " above " + level + orImports.map(o -> " and above " + o).orElse("");
    }
  }

  /** {@return the names of the facts about imports that it asks for, in order} */
  public List<String> asksFor() {
    return triggers.stream().flatMap(t -> t.names().stream()).distinct().toList();
  }

  /**
   * Whether imports have exceeded all triggers.
   *
   * @param facts a declaration with imports of the year to date, {@code imports:US beef=272000 t}
   * @return false where one trigger is not exceeded, true where all are; empty where what is
   *     declared does not settle it
   * @throws IllegalArgumentException when what is declared is no quantity of the trigger's
   *     dimension
   */
  public Optional<Boolean> isTriggered(DeclaredFacts facts) {
    Objects.requireNonNull(facts, "facts");
    List<Optional<Boolean>> exceeded = triggers.stream().map(t -> t.isExceeded(facts)).toList();
    if (exceeded.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return exceeded.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  /**
   * The days of the higher duty of a safeguard of a fiscal year from April to March: to the end of
   * the year where the trigger was exceeded by the end of January, else 45 days when it was in
   * February and 30 days when it was in March, beyond the end of the year where need be.
   *
   * @param firstDay the first day, which the authorities announce: the day after the fifth working
   *     day after the third of a month in which it was exceeded
   * @param exceededIn the month in which it was exceeded
   * @return the days, half-open
   * @throws IllegalArgumentException when the first day is before the year's
   */
  public LocalDateRange raised(LocalDate firstDay, Month exceededIn) {
    Require.day("firstDay", firstDay);
    Objects.requireNonNull(exceededIn, "exceededIn");
    if (firstDay.isBefore(year.getStart())) {
      throw new IllegalArgumentException(
          "firstDay must not be before " + year.getStart() + ", but was " + firstDay);
    }
    return switch (exceededIn) {
      case FEBRUARY -> LocalDateRange.of(firstDay, firstDay.plusDays(DAYS_OF_FEBRUARY));
      case MARCH -> LocalDateRange.of(firstDay, firstDay.plusDays(DAYS_OF_MARCH));
      default -> LocalDateRange.of(firstDay, year.getEnd());
    };
  }

  /** The fact, the triggers and the year. */
  @Override
  public String toString() {
    return fact + ": " + triggers + " in " + year.getStart() + " to " + year.getEnd().minusDays(1);
  }
}
