package org.tariffeconomics.border;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;

/**
 * What a rule for consignments of low value does: {@code EUR 150: no duty}, {@code JPY 10000 of
 * customs value: no duty, no tax}, {@code USD 800 from CN,HK: no duty, no fees where free
 * entry=yes}.
 *
 * <table>
 * <caption>Effects</caption>
 * <tr><th>text</th><th>what it does</th></tr>
 * <tr><td>{@code no duty}</td><td>no customs duty of any programme is charged</td></tr>
 * <tr><td>{@code no ordinary duty}</td><td>the base duty or preference is not charged; additional
 *     duties stay</td></tr>
 * <tr><td>{@code duty RATE}</td><td>the rate takes the place of all customs duties</td></tr>
 * <tr><td>{@code duty at rate of IEEPA}</td><td>what the programmes whose names begin with {@code
 *     IEEPA} charge takes the place of all customs duties</td></tr>
 * <tr><td>{@code no tax}, {@code tax at the sale}</td><td>no import tax is charged at the
 * border</td></tr>
 * <tr><td>{@code no fees}</td><td>no fee is charged</td></tr>
 * </table>
 *
 * <p>The conditions ask for declared facts; without them it is open whether the rule counts. A text
 * that is no more than money is a threshold whose effect is known in words only: it never counts.
 *
 * <p>Where a law takes a rate from other programmes, it may mean what they charge on the goods
 * themselves or, “the rate applicable to the country”, what they charge on goods of the country
 * that no exception names: {@code USD 800 with plain goods 9503.00.00: duty at rate of IEEPA}.
 * Where the two differ, {@code rate taken for}, {@code goods} or {@code country}, is a fact to
 * declare. A condition asks for the same rate, a fraction, by its name: {@code rate of IEEPA<0.16}.
 *
 * @param upTo the highest value for which it counts
 * @param of what is held against it
 * @param origins the origins it is for
 * @param plainGoods a line of goods that no exception of the programmes names whose rate is taken
 * @param duty what takes the place of all customs duties, {@code Free} for none; empty where duties
 *     stay
 * @param dropped what else is not charged
 * @param conditions what must be declared
 * @since 0.1.0
 */
public record LowValueRelief(
    BigMoney upTo,
    Measured of,
    OriginScope origins,
    Optional<HsCode> plainGoods,
    Optional<DutyRate> duty,
    Set<Dropped> dropped,
    List<Condition> conditions) {

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Z]{3} [0-9]+(?:\\.[0-9]+)?)(?: of (price|customs value|tax))?(?: from ([^:]+?))?"
              + "(?: with plain goods ([0-9.]+))?(?:: ([^:]+?)(?: where (.+))?)?");

  private static final String DUTY = "duty ";
  private static final String AT = "at ";

  /** What is held against the threshold. */
  public enum Measured {
    /** The price of the goods. */
    PRICE,
    /** The customs value. */
    CUSTOMS_VALUE,
    /** The import taxes that the goods would pay. */
    TAX;

    /** The words that name it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What else is not charged. */
  public enum Dropped {
    /** No ordinary duty, base or preference; additional duties stay. */
    NO_ORDINARY_DUTY,
    /** No import tax. */
    NO_TAX,
    /** No import tax at the border: the seller charges it at the sale. */
    TAX_AT_THE_SALE,
    /** No fees. */
    NO_FEES;

    /** The words that name it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Copies what it is given.
   *
   * @param upTo the highest value for which it counts
   * @param of what is held against it
   * @param origins the origins it is for
   * @param plainGoods a line of goods that no exception of the programmes names whose rate is taken
   * @param duty what takes the place of all customs duties
   * @param dropped what else is not charged
   * @param conditions what must be declared
   */
  public LowValueRelief {
    Objects.requireNonNull(upTo, "upTo");
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(plainGoods, "plainGoods");
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(dropped, "dropped");
    Objects.requireNonNull(conditions, "conditions");
    dropped = Set.copyOf(dropped);
    conditions = List.copyOf(conditions);
    upTo = PlainNumber.plain(upTo);
  }

  /**
   * Reads a rule.
   *
   * @param text the rule, {@code EUR 150: no duty}
   * @return the rule
   * @throws IllegalArgumentException when it is not of the form, names an effect that there is not,
   *     or a rate, an origin or a condition that cannot be read
   */
  public static LowValueRelief parse(String text) {
    Objects.requireNonNull(text, "text");
    String plain = Texts.readable("A low-value rule", text).strip();
    Matcher form = FORM.matcher(plain);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "A low-value rule must read like 'EUR 150: no duty', but was " + Texts.quoted(text));
    }
    Set<Dropped> dropped = EnumSet.noneOf(Dropped.class);
    Optional<DutyRate> duty = Optional.empty();
    for (String effect : form.group(5) == null ? new String[0] : form.group(5).split(", ", -1)) {
      if (effect.equals("no duty")) {
        duty = Optional.of(new DutyRate.Free());
      } else if (effect.startsWith(DUTY)) {
        duty = Optional.of(duty(effect.substring(DUTY.length())));
      } else {
        dropped.add(dropped(effect));
      }
    }
    return new LowValueRelief(
        BigMoney.parse(form.group(1)),
        measured(form.group(2)),
        form.group(3) == null ? OriginScope.all() : OriginScope.parse(form.group(3)),
        Optional.ofNullable(form.group(4)).map(HsCode::of),
        duty,
        dropped,
        conditions(form.group(6)));
  }

  /** A rate, or the name of one that other programmes charge. */
  private static DutyRate duty(String text) {
    return text.startsWith(AT + ProgrammeRate.NAME)
        ? new DutyRate.ByReference(text.substring(AT.length()))
        : DutyRate.of(text);
  }

  private static Dropped dropped(String effect) {
    return EnumText.named(Dropped.class, effect)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The effect of a low-value rule must be one of no duty, duty RATE, duty at rate of"
                        + " PROGRAMMES, "
                        + EnumText.words(Dropped.class)
                        + ", but was "
                        + Texts.quoted(effect)));
  }

  private static Measured measured(@Nullable String word) {
    for (Measured each : Measured.values()) {
      if (each.toString().equals(word)) {
        return each;
      }
    }
    return Measured.PRICE;
  }

  private static List<Condition> conditions(@Nullable String text) {
    List<Condition> conditions = new ArrayList<>();
    for (String each : text == null ? new String[0] : text.split("; ", -1)) {
      conditions.add(Condition.parse(each));
    }
    return conditions;
  }

  /** The same rule with another duty and other conditions. */
  LowValueRelief with(Optional<DutyRate> otherDuty, List<Condition> otherConditions) {
    return new LowValueRelief(upTo, of, origins, plainGoods, otherDuty, dropped, otherConditions);
  }

  /** {@return whether it is known what it does} */
  public boolean hasEffect() {
    return duty.isPresent() || !dropped.isEmpty();
  }

  /** {@return whether duties change, all of them or the ordinary one} */
  boolean changesDuty() {
    return duty.isPresent() || dropsOrdinaryDutyOnly();
  }

  /** {@return whether additional duties stay where the ordinary one is not charged} */
  boolean dropsOrdinaryDutyOnly() {
    return duty.isEmpty() && dropped.contains(Dropped.NO_ORDINARY_DUTY);
  }

  /** {@return whether no tax is charged at the border} */
  boolean dropsTax() {
    return dropped.contains(Dropped.NO_TAX) || dropped.contains(Dropped.TAX_AT_THE_SALE);
  }

  /** {@return whether no fee is charged} */
  boolean dropsFees() {
    return dropped.contains(Dropped.NO_FEES);
  }
}
