package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;

/**
 * The article whose ordinary duty is that of a line which states none: a part bears the rate of
 * what it is a part of, an ensemble that of each garment, a set that of its dearest article. Which
 * article it is the line does not tell; {@code rate of=6109.10.00} declares it. The additional
 * duties stay those of the line itself.
 */
final class RatedArticle {

  private static final String FACT = "rate of";
  private static final int MOST_KEPT = 1 << 10;

  /** “The rate applicable to the article of which it is a part”, not a rate less some points. */
  private static final Pattern OF_AN_ARTICLE =
      Pattern.compile("\\W*the rate (of duty )?applicable .*", Pattern.CASE_INSENSITIVE);

  /** One object for one declaration, since answers are told apart by the measures they are of. */
  private static final Memo<Key, TariffMeasure> MEASURES = new Memo<>(MOST_KEPT);

  private record Key(TariffMeasure ofArticle, HsCode line, String declared) {

    private TariffMeasure measure() {
      return ofArticle
          .withProducts(ProductScope.parse(line.toString()))
          .withCondition(new Condition.Word(FACT, Condition.Operator.EQUAL, declared));
    }
  }

  private RatedArticle() {}

  /** Whether the ordinary duty is that of an article which is not named. */
  static boolean isOfAnArticle(TariffMeasure measure) {
    return measure.rule() == Rule.BASE
        && measure.rate() instanceof DutyRate.ByReference elsewhere
        && OF_AN_ARTICLE.matcher(elsewhere.target()).matches();
  }

  /**
   * The article that is declared, where the ordinary duty of a line is that of one.
   *
   * @throws IllegalArgumentException when what is declared is no code
   */
  static Optional<HsCode> declared(DeclaredFacts facts, List<TariffMeasure> ofLine) {
    return facts
        .fact(FACT)
        .filter(code -> ofLine.stream().anyMatch(RatedArticle::isOfAnArticle))
        .map(RatedArticle::code);
  }

  static boolean isDeclared(DeclaredFacts facts) {
    return facts.fact(FACT).isPresent();
  }

  static void requireReadable(DeclaredFacts facts) {
    facts.fact(FACT).ifPresent(RatedArticle::code);
  }

  private static HsCode code(String text) {
    try {
      return HsCode.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + FACT
              + "' must be the line of an article such as 6109.10.00, but was "
              + Texts.quoted(text),
          e);
    }
  }

  /** A measure of the article as one of the line. */
  static TariffMeasure asOf(HsCode line, TariffMeasure ofArticle, DeclaredFacts facts) {
    return MEASURES.get(new Key(ofArticle, line, facts.fact(FACT).orElseThrow()), Key::measure);
  }
}
