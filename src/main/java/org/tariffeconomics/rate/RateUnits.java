package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;

/** The quantities that specific duties are charged on, so that each has one spelling. */
final class RateUnits {

  private static final BigDecimal TON = BigDecimal.valueOf(1000);

  /** Units that are only a number of plain ones, besides the quintals, whose codes begin alike. */
  private static final Set<String> NUMBERS =
      Set.of("HLT", "KLT", "HMT", "MPR", "hundred", "thousand");

  /** A unit's and a qualifier's code, which a price writes {@code TNE/I}. */
  private static final Pattern QUALIFIED_CODE = Pattern.compile("^([A-Z]{3})/([A-Z])$");

  private static final String QUINTAL = "DTN";
  private static final String ON = " on ";
  private static final String OF = " of ";

  private RateUnits() {}

  /** The unit of the words of a schedule, where a qualifier may follow “on”. */
  static Unit of(String words) {
    return Unit.of(QUALIFIED_CODE.matcher(qualifiedByOf(words)).replaceFirst("$1 $2"));
  }

  /** The first “on” or “of” begins the qualifier, and what follows is its name. */
  private static String qualifiedByOf(String words) {
    int on = words.indexOf(ON);
    int of = words.indexOf(OF);
    return on < 0 || (of >= 0 && of < on)
        ? words
        : words.substring(0, on) + OF + words.substring(on + ON.length());
  }

  /**
   * 100 kg for the quintal, 100 litres for the hectolitre, 1,000 pieces for the thousand, but a ton
   * for 1,000 kg.
   */
  static Quantity canonical(Quantity per) {
    Unit unit = per.unit();
    boolean number = NUMBERS.contains(unit.code()) || unit.code().startsWith(QUINTAL);
    Quantity plain = number ? per.in(qualified(unit.dimension().base(), unit)) : per;
    return isTon(plain) ? Quantity.of(1, qualified("t", unit)) : plain;
  }

  private static boolean isTon(Quantity per) {
    return per.unit().dimension() == Unit.Dimension.MASS
        && per.amount().multiply(per.unit().multiplier()).compareTo(TON) == 0;
  }

  private static Unit qualified(String code, Unit as) {
    Unit unit = Unit.of(code);
    return as.measures().isEmpty() ? unit : unit.measuring(as.measures());
  }
}
