package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what decides between whole rates: the season of the year, and TARIC's conditions.
 *
 * <pre>
 * season := ( day month - day month )
 * Cond:     step { ; step } where step := letter [ cert: code ] [ price ] ( action ): [ rate ]
 * </pre>
 */
final class ConditionGrammar {

  private static final Pattern COND = Pattern.compile("Cond:");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern OTHERWISE = Pattern.compile("otherwise\\b");
  private static final Pattern SEASON =
      Pattern.compile(
          "\\(([0-9]{1,2}) ?([A-Z]{3})[A-Za-z]* ?- ?([0-9]{1,2}) ?([A-Z]{3})[A-Za-z]*\\)");
  private static final Pattern LETTER = Pattern.compile("([A-Z0-9]{1,2})(?= |\\()");
  private static final Pattern CERTIFICATE = Pattern.compile("cert: ?([A-Z0-9][A-Z0-9-]*+)");
  private static final Pattern ACTION = Pattern.compile("\\(([0-9]{2})\\) ?:");
  private static final Pattern END_OF_STEP = Pattern.compile(";|\\)");

  private final RateScanner in;
  private final RateGrammar rates;
  private final MoneyGrammar money;

  ConditionGrammar(RateScanner in, RateGrammar rates, MoneyGrammar money) {
    this.in = in;
    this.rates = rates;
    this.money = money;
  }

  DutyRate whole() {
    if (in.acceptNext(COND)) {
      return ladder();
    }
    DutyRate first = rates.rate();
    Matcher season = season();
    return season.lookingAt() ? seasonal(first, season) : first;
  }

  private Matcher season() {
    in.acceptBlanks();
    return in.look(SEASON);
  }

  /** Seasons, of which the last may be followed by a semicolon. */
  private DutyRate seasonal(DutyRate first, Matcher firstDays) {
    List<SeasonalRate.Season> seasons = new ArrayList<>();
    Optional<DutyRate> otherwise = Optional.empty();
    DutyRate rate = first;
    Matcher days = firstDays;
    while (days.lookingAt()) {
      in.moveTo(days.end());
      seasons.add(season(rate, days));
      if (!in.acceptNext(SEMICOLON) || isAtEnd()) {
        return new SeasonalRate(seasons, otherwise);
      }
      if (in.acceptNext(OTHERWISE)) {
        return new SeasonalRate(seasons, Optional.of(rates.rate()));
      }
      rate = rates.rate();
      days = season();
    }
    throw in.stuck("a season is missing");
  }

  private boolean isAtEnd() {
    in.acceptBlanks();
    return in.isAtEnd() || in.look(END_OF_STEP).lookingAt();
  }

  private SeasonalRate.Season season(DutyRate rate, Matcher days) {
    return new SeasonalRate.Season(
        rate,
        SeasonalRate.day(days.group(1), days.group(2)),
        SeasonalRate.day(days.group(3), days.group(4)));
  }

  private DutyRate ladder() {
    List<ConditionLadder.Step> steps = new ArrayList<>();
    do {
      steps.add(step());
    } while (in.acceptNext(SEMICOLON) && !isAtEnd());
    return new ConditionLadder(steps);
  }

  private ConditionLadder.Step step() {
    String letter = in.expectNext(LETTER, "condition's letter").group(1);
    in.acceptBlanks();
    Optional<String> certificate = certificate();
    in.acceptBlanks();
    Optional<DutyRate.Specific> price =
        money.isNext() ? Optional.of(money.moneyPer()) : Optional.empty();
    String action = in.expectNext(ACTION, "action such as '(01):'").group(1);
    Optional<DutyRate> rate = isAtEnd() ? Optional.empty() : Optional.of(rates.rate());
    return new ConditionLadder.Step(letter, certificate, price, action, rate);
  }

  private Optional<String> certificate() {
    Matcher matcher = in.look(CERTIFICATE);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    in.moveTo(matcher.end());
    return Optional.of(matcher.group(1));
  }
}
