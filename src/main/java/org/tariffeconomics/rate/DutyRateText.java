package org.tariffeconomics.rate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;
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

  private static final DutyRate FREE = PlainRateText.FREE;
  private static final DutyRate LINE_ABOVE = PlainRateText.LINE_ABOVE;
  private static final DutyRate APPLICABLE =
      new DutyRate.ByReference(DutyRate.APPLICABLE_SUBHEADING);

  private static final DutyRate SUCH_SUBHEADING =
      new DutyRate.ByReference("rate provided in such subheading");

  /** The canonical text of a shorter text keeps the limit. */
  private static final int SURELY_SHORT = 500;

  /** The canonical text of a shallower rate keeps the limit. */
  private static final int SURELY_SHALLOW = 8;

  private static final String BUT_IF = ", but if ";
  private static final String TOTAL = " the total duty shall not exceed ";
  private static final String UNFAITHFUL = "its words and its numbers cannot be separated";
  private static final String REVENUE_TAX = "internal-revenue tax";

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of("", ":?", m -> LINE_ABOVE),
          Phrase.of("", "(?i)free", m -> FREE),
          Phrase.of("", "(?i)no change|no additional duty", m -> APPLICABLE),
          Phrase.of("", "NIHIL", m -> FREE),
          Phrase.of(
              "",
              "(?i)see ((?!.*\\([0-9]+ ?[A-Z]{3}[A-Za-z]* ?-)(?!.* - (?![0-9]{4}\\.[0-9]{2}\\.[0-9]{2}))[^+;\"]+)",
              m -> new DutyRate.ByReference(m.group(1))),
          Phrase.of(
              " minus ",
              "(?i)the (?:duty )?rate provided in such subheading minus ([0-9.]+ ?%)",
              m -> new DifferenceRate(SUCH_SUBHEADING, part(m.group(1)))),
          Phrase.of(
              "rate",
              "(?i)(the (?:duty )?rate(?: of duty)?,? (?:applicable|provided).*)",
              m -> new DutyRate.ByReference(m.group(1))),
          Phrase.of(
              "A duty upon the full",
              "A duty upon the full value of the imported article,? less the (?:cost or )?value of"
                  + " (?:such )?[a-z, ]+ of the United States.*",
              m -> new DutyRate.OnPortion(APPLICABLE, Portion.allBut(Portion.US))),
          Phrase.of(
              "A duty upon",
              "A duty upon the value of (?:the )?([^(,]+?)(?: \\(see [^)]*\\))?",
              m -> new DutyRate.OnPortion(APPLICABLE, Portion.contentOf(m.group(1)))),
          Phrase.refused(
              "(",
              "[^\"]*(?!\\((?:EA[ ,]*+)++\\))" + SpecialRate.PROGRAMMES + ".*",
              "rates by programme: a cell of SpecialRate"),
          Phrase.of(
              "ree",
              "(?i)free,? \\(?("
                  + "(?:under|for|if|when|subject|provided|upon|until|unless|only|in|see)\\b[^\"]*?)\\)?",
              m -> new ConditionalRate(m.group(1), FREE, Optional.empty())),
          Phrase.refused("ree", "(?i)free,? ?\\(?[a-z].*", "free on a condition only"),
          Phrase.of(
              "in no case in excess of",
              "A duty equal to the duty upon the importation of like articles not previously"
                  + " exported, but in no case in excess of the sum of \\(a\\) any (customs"
                  + " drawback) .*?, and \\(b\\) the (duty .+)",
              m -> cappedBy(APPLICABLE, m.group(1), m.group(2))),
          Phrase.of(
              "in no case in excess of",
              "A duty \\(in lieu of any other duty or tax\\) equal to the sum of any duty and"
                  + " internal-? ?revenue tax imposed upon the importation of like articles not"
                  + " previously exported, but in no case in excess of the sum of \\(a\\) any"
                  + " (customs drawback) .*?, and \\(b\\) any internal-? ?revenue tax .*",
              m ->
                  cappedBy(
                      new DutyRate.Sum(List.of(APPLICABLE, new DeclaredAmountRate(REVENUE_TAX))),
                      m.group(1),
                      REVENUE_TAX)));

  private DutyRateText() {}

  static DutyRate parse(String text) {
    return read(text, ReadingMode.STRICT).rate();
  }

  /** A rate that is understood. */
  static DutyRate strict(String text) {
    DutyRate rate = parse(text);
    if (rate.equals(LINE_ABOVE)) {
      throw new IllegalArgumentException(
          "A duty rate must not be blank: write 'Free' where nothing is due");
    }
    if (rate instanceof DutyRate.Unsupported unread) {
      throw new IllegalArgumentException(
          "A duty rate must read like '2.5%', '4.4¢/kg + 5%' or 'Free', but "
              + Texts.quoted(text)
              + " is not understood: "
              + unread.message());
    }
    return rate;
  }

  /** A lenient reader that fails as well says what the strict one says. */
  static RateReading read(String text, ReadingMode mode) {
    DutyRate plain = PlainRateText.read(text);
    if (plain != null) {
      return new RateReading(plain, List.of());
    }
    if (text.length() > Texts.LONGEST) {
      String reason = "a rate " + Texts.tooLong(text);
      return new RateReading(new DutyRate.Unsupported(text, reason, Texts.LONGEST), List.of());
    }
    CleanText clean = CleanText.of(text, mode);
    try {
      return new RateReading(faithful(rate(text, clean, mode), text), clean.repairs());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return mode == ReadingMode.LENIENT
          ? read(text, ReadingMode.STRICT)
          : new RateReading(unsupported(text, e), clean.repairs());
    }
  }

  /**
   * A rate that its own text gives again. Words of a damaged text may look like numbers or like
   * mark-up; taken for a name they would be another rate when read once more. The text of a long or
   * deep rate may break the limits.
   */
  private static DutyRate faithful(DutyRate rate, String original) {
    boolean large = original.length() > SURELY_SHORT || RateForm.isDeeper(rate, SURELY_SHALLOW);
    if (!large && !hasWords(rate)) {
      return rate;
    }
    String text = rate.toString();
    if (text.length() > Texts.LONGEST) {
      throw new IllegalArgumentException("its canonical form " + Texts.tooLong(text));
    }
    DutyRate plain = PlainRateText.read(text);
    if (!again(text, plain).equals(Optional.of(rate))) {
      throw new IllegalArgumentException(UNFAITHFUL);
    }
    return rate;
  }

  private static Optional<DutyRate> again(String text, @Nullable DutyRate plain) {
    try {
      CleanText clean = CleanText.of(text, ReadingMode.STRICT);
      return Optional.of(plain == null ? rate(text, clean, ReadingMode.STRICT) : plain);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static boolean hasWords(DutyRate rate) {
    boolean own =
        rate instanceof DutyRate.OnPortion
            || rate instanceof OtherValueRate
            || rate instanceof ConditionalRate
            || rate instanceof DutyRate.ByReference;
    return (own && !rate.equals(APPLICABLE))
        || rate.parts().stream().anyMatch(DutyRateText::hasWords);
  }

  private static DutyRate rate(String original, CleanText clean, ReadingMode mode) {
    Optional<DutyRate> phrase = phrase(clean.text()).or(() -> cappedTotal(clean.text()));
    if (phrase.isPresent()) {
      return phrase.get();
    }
    try {
      return new RateGrammar(clean, mode).read();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return unit(clean.text()).or(() -> japanese(original)).orElseThrow(() -> e);
    }
  }

  /** A text in Japanese, whose own fault is told where it has one. */
  private static Optional<DutyRate> japanese(String text) {
    return JapaneseRateText.translated(text).map(DutyRateText::part);
  }

  private static DutyRate.Unsupported unsupported(String text, RuntimeException e) {
    int offset =
        e instanceof RateSyntaxException syntax ? syntax.offset() : DutyRate.Unsupported.NO_OFFSET;
    return new DutyRate.Unsupported(text, String.valueOf(e.getMessage()), offset);
  }

  /** A rate within a phrase; what is wrong there is wrong with the whole. */
  private static DutyRate part(String part) {
    return new RateGrammar(CleanText.of(part, ReadingMode.STRICT), ReadingMode.STRICT).read();
  }

  /** “5%, but if … the total duty shall not exceed the duty for …”. */
  private static Optional<DutyRate> cappedTotal(String text) {
    int total = text.lastIndexOf(TOTAL + "the duty for ");
    int butIf = text.indexOf(BUT_IF);
    if (total < 0 || butIf < 1 || butIf + BUT_IF.length() >= total || text.indexOf('"') >= 0) {
      return Optional.empty();
    }
    String condition = text.substring(butIf + BUT_IF.length(), total);
    String cap = text.substring(total + TOTAL.length());
    return Optional.of(capped(condition, part(text.substring(0, butIf)), cap));
  }

  private static DutyRate capped(String condition, DutyRate rate, String cap) {
    DutyRate least = new DutyRate.LesserOf(List.of(rate, new DutyRate.ByReference(cap)));
    return new ConditionalRate(condition, least, Optional.of(rate));
  }

  private static DutyRate cappedBy(DutyRate rate, String one, String other) {
    DutyRate cap =
        new DutyRate.Sum(List.of(new DeclaredAmountRate(one), new DeclaredAmountRate(other)));
    return new DutyRate.LesserOf(List.of(rate, cap));
  }

  private static Optional<DutyRate> phrase(String text) {
    return PHRASES.stream().flatMap(phrase -> phrase.read(text).stream()).findFirst();
  }

  private static Optional<DutyRate> unit(String text) {
    try {
      Unit unit = Unit.of(text);
      return unit.code().isEmpty() ? Optional.empty() : Optional.of(new SupplementaryUnit(unit));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
