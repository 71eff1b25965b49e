package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;

/**
 * An anti-dumping or countervailing duty that is declared with the goods, since it depends on the
 * producer and the exporter, which no tariff tells: {@code AD case=A-570-909; AD deposit=118.04%},
 * {@code CVD case=C-570-910; CVD deposit=0.06 USD/kg}.
 *
 * <p>It is charged on the whole customs value or quantity, besides all other duties: no law of the
 * book displaces it, nor does it displace any. A case without its deposit rate leaves the duty
 * undetermined; {@code none} says that the goods are under no case.
 */
final class DeclaredCase {

  private static final String CASE = " case";
  private static final String DEPOSIT = " deposit";
  private static final String NONE = "none";
  private static final int MOST_KEPT = 1 << 10;

  /** One object for one declaration, since answers are told apart by the measures they are of. */
  private static final Memo<Key, TariffMeasure> MEASURES = new Memo<>(MOST_KEPT);

  private enum Kind {
    AD("anti-dumping"),
    CVD("countervailing");

    private final String programme;
    private final String number = this + CASE;
    private final String deposit = this + DEPOSIT;

    Kind(String programme) {
      this.programme = programme;
    }
  }

  private record Key(Kind kind, Optional<String> number, Optional<String> deposit) {

    private boolean isNone() {
      if (deposit.isPresent() && number.filter(NONE::equalsIgnoreCase).isPresent()) {
        throw new IllegalArgumentException(
            "The declaration contradicts itself: "
                + kind.number
                + " is none, but "
                + kind.deposit
                + " was "
                + Texts.quoted(deposit.get()));
      }
      return deposit.isEmpty() && number.filter(text -> !text.equalsIgnoreCase(NONE)).isEmpty();
    }

    private TariffMeasure measure() {
      return TariffMeasure.adds(kind.programme, "*", "*", "Free")
          .withRate(deposit.map(this::read).orElseGet(this::notStated))
          .withId(kind.programme + " duty" + number.map(text -> ", case " + text).orElse(""))
          .withSource(Source.user("as declared"));
    }

    private DutyRate read(String text) {
      DutyRate rate = DutyRate.parse(text);
      if (rate instanceof DutyRate.Unsupported) {
        throw new IllegalArgumentException(
            kind.deposit
                + " must be a rate such as 68.89% or 0.06 USD/kg, but was "
                + Texts.quoted(text));
      }
      return rate;
    }

    private DutyRate notStated() {
      return DutyRate.parse("see the deposit rate of the case, declared as " + kind.deposit);
    }
  }

  private DeclaredCase() {}

  /** The duties that are declared, none in most cases. */
  static List<TariffMeasure> of(DeclaredFacts facts) {
    List<TariffMeasure> declared = new ArrayList<>();
    for (Kind each : Kind.values()) {
      Key key = new Key(each, facts.fact(each.number), facts.fact(each.deposit));
      if (!key.isNone()) {
        declared.add(MEASURES.get(key, Key::measure));
      }
    }
    return declared;
  }

  /** Whether a fact is the deposit rate of a case. */
  static boolean isDeposit(String fact) {
    return Stream.of(Kind.values()).anyMatch(kind -> fact.equals(kind.deposit));
  }

  /** Whether a fact tells of a case. */
  static boolean isToldBy(String fact) {
    return Stream.of(Kind.values()).anyMatch(kind -> fact.equals(kind.number) || isDeposit(fact));
  }
}
