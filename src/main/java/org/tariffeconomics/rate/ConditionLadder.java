package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Texts;

/**
 * Duties that depend on conditions, as TARIC lists them: an entry-price ladder ({@code Cond: V
 * 52.600 EUR/DTN(01):14.400 % ; V 0.000 EUR/DTN(01):14.400 % + 29.800 EUR DTN}), a minimum price at
 * the frontier, a certificate that lowers an anti-dumping duty.
 *
 * <p>Of the steps with one letter the first that is met, by certificate and by price, counts. A
 * price is met from its very amount upwards, so that a step from zero catches all the rest. Prices
 * are declared facts, written like {@code 48.39 EUR/100 kg}: {@code entry price} for the letter V,
 * {@code declared price} for M, {@code cif price} for the others. Certificates are the declared
 * fact {@code certificates}, a list such as {@code D-008, N-990}, or {@code none}.
 *
 * <p>Actions 01 and 27 charge the step's duty; 02, 03, 11 and 12 what it exceeds the price by, at
 * least nothing. An action that allows charges nothing beside the other letters; one that forbids,
 * and one that is not known here, leaves the duty undetermined, as do two letters that each give a
 * duty.
 *
 * @param steps the steps in the order of the text
 * @serial exclude
 * @since 0.1.0
 */
public record ConditionLadder(List<Step> steps) implements DutyRate {

  /** The name of the declared fact that lists certificates. */
  public static final String CERTIFICATES = "certificates";

  private static final Set<String> CHARGES = Set.of("01", "27");
  private static final Set<String> CHARGES_DIFFERENCE = Set.of("02", "03", "11", "12");
  private static final Set<String> ALLOWS = Set.of("14", "24", "25", "26", "28", "29", "34", "36");

  /**
   * Creates the ladder.
   *
   * @param steps the steps, at least one
   * @throws IllegalArgumentException when there is none
   */
  public ConditionLadder {
    Objects.requireNonNull(steps, "steps");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A ladder of conditions needs at least one step");
    }
  }

  /**
   * One step.
   *
   * @param letter the kind of condition, {@code V} for an entry price
   * @param certificate the certificate that meets the step; empty where none is asked for
   * @param atLeast the lowest price that meets the step; empty where none is asked for
   * @param action the two digits of what follows, {@code 01} for the step's duty
   * @param rate the duty; empty where the text has none
   */
  public record Step(
      String letter,
      Optional<String> certificate,
      Optional<Specific> atLeast,
      String action,
      Optional<DutyRate> rate) {

    /**
     * Creates a step.
     *
     * @param letter the kind of condition, capital letters or digits
     * @param certificate the certificate that meets the step, capital letters, digits and hyphens
     * @param atLeast the lowest price that meets the step
     * @param action the two digits of what follows
     * @param rate the duty
     * @throws IllegalArgumentException when letter, certificate or action are written in another
     *     way
     */
    public Step {
      Objects.requireNonNull(letter, "letter");
      Objects.requireNonNull(certificate, "certificate");
      Objects.requireNonNull(atLeast, "atLeast");
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(rate, "rate");
      if (!letter.matches("[A-Z0-9]{1,2}") || !action.matches("[0-9]{2}")) {
        throw new IllegalArgumentException(
            "A step needs a letter and two digits, but had "
                + Texts.quoted(letter)
                + " and "
                + Texts.quoted(action));
      }
      certificate.filter(c -> !c.matches("[A-Z0-9][A-Z0-9-]*+")).ifPresent(Step::refuse);
    }

    private static void refuse(String certificate) {
      throw new IllegalArgumentException(
          "A certificate must be capital letters, digits and hyphens, but was "
              + Texts.quoted(certificate));
    }

    private boolean isMetBy(Specific price, DutyBasis basis) {
      return atLeast.map(least -> reaches(price, least, basis)).orElse(true);
    }

    private static boolean reaches(Specific price, Specific least, DutyBasis basis) {
      BigDecimal perSame =
          least.per().in(price.per().unit()).amount().multiply(price.amount().getAmount());
      BigMoney offered =
          BigMoney.of(
              price.amount().getCurrencyUnit(),
              perSame.divide(price.per().amount(), MathContext.DECIMAL128));
      CurrencyUnit currency = least.amount().getCurrencyUnit();
      return basis
              .exchangeRates()
              .convert(offered, currency)
              .orElseThrow(
                  () -> new IllegalArgumentException("no exchange rate of it to " + currency))
              .compareTo(least.amount())
          >= 0;
    }

    /** For example {@code V 52.6 EUR/100 kg (01): 14.4%}. */
    @Override
    public String toString() {
      return letter
          + certificate.map(c -> " cert: " + c).orElse("")
          + atLeast.map(p -> " " + p).orElse("")
          + " ("
          + action
          + "):"
          + rate.map(r -> " " + RateForm.listed(r)).orElse("");
    }
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    Map<String, List<Step>> byLetter = new LinkedHashMap<>();
    steps.forEach(s -> byLetter.computeIfAbsent(s.letter(), l -> new ArrayList<>()).add(s));
    List<DutyAmount> duties = new ArrayList<>();
    byLetter.forEach((letter, own) -> duty(letter, own, basis).ifPresent(duties::add));
    if (duties.isEmpty()) {
      return DutyAmount.undetermined(new Unknown.Unresolved("no condition gives a duty: " + this));
    }
    DutyAmount all = duties.stream().reduce(DutyAmount::plus).orElseThrow();
    return duties.size() > 1 && all.amount().isPresent()
        ? DutyAmount.undetermined(
            new Unknown.Unresolved("several conditions give a duty each: " + this))
        : all;
  }

  /** The duty of the first step that is met; empty where it allows without a duty. */
  private static Optional<DutyAmount> duty(String letter, List<Step> own, DutyBasis basis) {
    return own.stream().anyMatch(s -> s.certificate().isPresent())
        ? basis.fromFact(
            CERTIFICATES,
            text -> dutyAtPrice(letter, certified(own, text), basis),
            ConditionLadder::unknown)
        : dutyAtPrice(letter, own, basis);
  }

  /** Of steps whose certificates are held. */
  private static Optional<DutyAmount> dutyAtPrice(String letter, List<Step> own, DutyBasis basis) {
    Step first = own.get(0);
    boolean decided = first.atLeast().isEmpty() && !CHARGES_DIFFERENCE.contains(first.action());
    return decided || own.stream().allMatch(s -> s.atLeast().isEmpty())
        ? outcome(first, Optional.empty(), basis)
        : basis.fromFact(
            priceOf(letter), text -> withPrice(own, text, basis), ConditionLadder::unknown);
  }

  private static Optional<DutyAmount> unknown(Unknown reason) {
    return Optional.of(DutyAmount.undetermined(reason));
  }

  /** The names of the facts by which steps are chosen. */
  Set<String> facts() {
    Set<String> names = new TreeSet<>();
    for (Step each : steps) {
      each.certificate().ifPresent(c -> names.add(CERTIFICATES));
      each.atLeast().ifPresent(p -> names.add(priceOf(each.letter())));
    }
    return names;
  }

  private static String priceOf(String letter) {
    return switch (letter) {
      case "V" -> "entry price";
      case "M" -> "declared price";
      default -> "cif price";
    };
  }

  /** The steps that ask for no certificate, or for one that is held; at least one. */
  private static List<Step> certified(List<Step> own, String declared) {
    Set<String> held = held(declared);
    List<Step> left =
        own.stream()
            .filter(s -> s.certificate().map(c -> held.contains(plain(c))).orElse(true))
            .toList();
    if (left.isEmpty()) {
      throw new IllegalArgumentException("it meets no step of " + own);
    }
    return left;
  }

  /** The certificates that are declared, in capitals without hyphens. */
  static Set<String> held(String declared) {
    return Arrays.stream(declared.split("[ ,]+", -1))
        .map(ConditionLadder::plain)
        .collect(Collectors.toSet());
  }

  static String plain(String certificate) {
    return certificate.replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static Optional<DutyAmount> withPrice(List<Step> own, String declared, DutyBasis basis) {
    if (!(DutyRate.parse(declared) instanceof Specific price)) {
      throw new IllegalArgumentException("it must be money per quantity, as in '50 EUR/100 kg'");
    }
    return own.stream()
        .filter(s -> s.isMetBy(price, basis))
        .findFirst()
        .map(s -> outcome(s, Optional.of(price), basis))
        .orElseThrow(() -> new IllegalArgumentException("it meets no step of " + own));
  }

  private static Optional<DutyAmount> outcome(
      Step step, Optional<Specific> price, DutyBasis basis) {
    if (step.rate().isEmpty()) {
      return ALLOWS.contains(step.action())
          ? Optional.empty()
          : unknown(
              new Unknown.Unresolved(
                  "action " + step.action() + " of the condition " + step + " gives no duty"));
    }
    DutyRate rate = step.rate().get();
    if (CHARGES.contains(step.action())) {
      return Optional.of(rate.on(basis));
    }
    return CHARGES_DIFFERENCE.contains(step.action()) && price.isPresent()
        ? Optional.of(rate.on(basis).excessOver(price.get().on(basis)))
        : unknown(
            new Unknown.NotUnderstood(
                "action " + step.action(),
                "action " + step.action() + " is not known for the condition " + step));
  }

  @Override
  public List<DutyRate> parts() {
    return steps.stream().flatMap(s -> s.rate().stream()).toList();
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("; ", "Cond: ", ""));
  }
}
