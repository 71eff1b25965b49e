package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Unit;

/**
 * Reads duty rates. A text is cleaned, then compared with the phrases that a cell may consist of,
 * then read by the grammar.
 */
final class DutyRateText {

  /** A form that a whole cell has; without the sign it cannot have it. */
  private record Phrase(String sign, Pattern pattern, Function<Matcher, DutyRate> meaning) {

    static Phrase of(String sign, String regex, Function<Matcher, DutyRate> meaning) {
      return new Phrase(sign, Pattern.compile(regex), meaning);
    }

    static Phrase refused(String sign, String regex, String reason) {
      return of(
          sign,
          regex,
          m -> {
            throw new IllegalArgumentException(reason);
          });
    }

    Optional<DutyRate> read(String text) {
      if (!text.contains(sign)) {
        return Optional.empty();
      }
      Matcher matcher = pattern.matcher(text);
      return matcher.matches() ? Optional.of(meaning.apply(matcher)) : Optional.empty();
    }
  }

  private static final DutyRate FREE = new DutyRate.Free();
  private static final DutyRate LINE_ABOVE = new DutyRate.ByReference(DutyRate.LINE_ABOVE);
  private static final DutyRate APPLICABLE =
      new DutyRate.ByReference(DutyRate.APPLICABLE_SUBHEADING);

  /** By far the commonest text, read without ado. */
  private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]+)?%");

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of("", ":?", m -> LINE_ABOVE),
          Phrase.of("", "(?i)free", m -> FREE),
          Phrase.of("", "(?i)no change|no additional duty", m -> APPLICABLE),
          Phrase.of("", "NIHIL", m -> FREE),
          Phrase.of("", "(?i)see ([^+\"]+)", m -> new DutyRate.ByReference(m.group(1))),
          Phrase.of(
              "rate",
              "(?i)(the (?:duty )?rate(?: of duty)?,? (?:applicable|provided).*)",
              m -> new DutyRate.ByReference(m.group(1))),
          Phrase.of(
              "A duty upon the full",
              "A duty upon the full value of the imported article,? less the (?:cost or )?value of"
                  + " (?:such )?[a-z, ]+ of the United States.*",
              m -> new DutyRate.OnPortion(APPLICABLE, Portion.allBut("US"))),
          Phrase.of(
              "A duty upon",
              "A duty upon the value of (?:the )?([^(,]+?)(?: \\(see [^)]*\\))?",
              m -> new DutyRate.OnPortion(APPLICABLE, Portion.contentOf(m.group(1)))),
          Phrase.refused(
              "(",
              ".*" + SpecialRate.PROGRAMMES + ".*",
              "rates by programme: a cell of SpecialRate"),
          Phrase.refused("", "(?i)free,? ?\\(?[a-z].*", "free on a condition only"),
          Phrase.refused("Cond:", "Cond:.*", "conditions decide between several rates"),
          Phrase.refused(
              "(", ".*\\([0-9]+ [A-Z]{3} - [0-9]+ [A-Z]{3}\\).*", "the season decides the rate"));

  private DutyRateText() {}

  static DutyRate parse(String text) {
    if (text.isBlank() || text.equals("Free")) {
      return text.isBlank() ? LINE_ABOVE : FREE;
    }
    if (PERCENTAGE.matcher(text).matches()) {
      return DutyRate.percent(text.substring(0, text.length() - 1));
    }
    CleanText clean = CleanText.of(text);
    try {
      return phrase(clean.text()).orElseGet(() -> new RateGrammar(clean).read());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new DutyRate.Unsupported(text, reason(clean.text(), e));
    }
  }

  private static String reason(String text, RuntimeException thrown) {
    return isUnit(text) ? "a supplementary unit and no duty" : String.valueOf(thrown.getMessage());
  }

  private static Optional<DutyRate> phrase(String text) {
    return PHRASES.stream().flatMap(phrase -> phrase.read(text).stream()).findFirst();
  }

  private static boolean isUnit(String text) {
    try {
      return !Unit.of(text).code().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
