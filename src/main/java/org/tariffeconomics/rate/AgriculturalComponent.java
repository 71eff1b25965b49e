package org.tariffeconomics.rate;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.Texts;

/**
 * The part of the EU's and the UK's duty on processed agricultural goods that depends on what is in
 * them. The Meursing additional code 7xxx, the declared fact {@code meursing}, says what that is,
 * and a {@link MeursingTable} what is due for it, money per 100 kg. Without the code or the table
 * the duty is undetermined.
 *
 * @since 0.1.0
 */
public enum AgriculturalComponent implements DutyRate {
  /** The agricultural component; {@code AC} in the UK. */
  EA,
  /** The reduced agricultural component of a preference. */
  EAR,
  /** The additional duty on sugar, {@code AD S/Z}; {@code SD} in the UK. */
  ADSZ,
  /** The reduced additional duty on sugar. */
  ADSZR,
  /** The additional duty on flour, {@code AD F/M}; {@code FD} in the UK. */
  ADFM,
  /** The reduced additional duty on flour. */
  ADFMR;

  /** The name of the declared fact: the additional code, {@code 7000} to {@code 7999}. */
  public static final String FACT = "meursing";

  /**
   * The component that a schedule names.
   *
   * @param text for example {@code EAR}, {@code AD S/ZR} or {@code AC (reduced)}
   * @return the component
   * @throws IllegalArgumentException when the text names none
   */
  public static AgriculturalComponent parse(String text) {
    Objects.requireNonNull(text, "text");
    String plain =
        Texts.readable("A component", text).toUpperCase(Locale.ROOT).replaceAll("[ /]", "");
    boolean reduced = plain.endsWith("(REDUCED)");
    String name =
        switch (reduced ? plain.substring(0, plain.length() - "(REDUCED)".length()) : plain) {
          case "AC" -> "EA";
          case "SD" -> "ADSZ";
          case "FD" -> "ADFM";
          default -> reduced ? plain.substring(0, plain.length() - "(REDUCED)".length()) : plain;
        };
    return EnumText.named(
            AgriculturalComponent.class, reduced && !name.endsWith("R") ? name + "R" : name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A component must be one of "
                        + EnumText.words(AgriculturalComponent.class)
                        + ", but was "
                        + Texts.quoted(text)));
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return basis.fromFact(FACT, code -> basis.meursing().duty(this, code, basis));
  }
}
