package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.tariff.DutyStack;

/** What an importer answers to many questions, as one text; run among other facts too. */
public final class BorderAnswers {

  private static final List<String> LINES =
      List.of(
          "8703.23",
          "0201.30",
          "0202.30.010",
          "0802.12.90",
          "1006.30.090",
          "1201.90.19",
          "2711.11.00",
          "6109.10",
          "7208.39.00",
          "8517.13.00",
          "8802.40.00");

  private static final List<String> ORIGINS = List.of("US", "CN", "JP", "DE", "MX");

  private static final List<String> DAYS = List.of("2025-03-20", "2026-07-01", "2026-11-28");

  private BorderAnswers() {}

  /**
   * All answers of an importer.
   *
   * @param name its code
   * @return a line for each question
   */
  public static String of(String name) {
    List<String> answers = new ArrayList<>();
    for (Evidence evidence : List.of(Evidence.REPORTED, Evidence.ANY)) {
      Importer importer = Importers.of(name, evidence);
      answers.add(importer.regime().rules().toString());
      answers.add(importer.quotas().toString());
      answers.add(importer.safeguards().toString());
      for (String day : DAYS) {
        LocalDate date = LocalDate.parse(day);
        answers.add(importer.turningHour(date).toString());
        answers.add(importer.missing(date).toString());
        for (String line : LINES) {
          answers.add(importer.calculator(HsCode.of(line), date).toString());
          for (String origin : ORIGINS) {
            answers.add(evidence + " " + answer(importer, line, origin, day));
          }
        }
      }
    }
    answers.add(retaliation(name));
    answers.add(Importers.terms(name).toString());
    return String.join("\n", answers);
  }

  private static String retaliation(String name) {
    try {
      return Importers.retaliation(name, LocalDate.of(2026, 10, 1)).table().toString();
    } catch (IllegalArgumentException e) {
      return "not looked up";
    }
  }

  private static String answer(Importer importer, String line, String origin, String day) {
    Country country = Country.of(origin);
    String question = line + " " + origin + " " + day + ": ";
    try {
      DutyStack stack = importer.duty(line, origin, day);
      return question
          + stack.summary()
          + stack.reasons()
          + stack.stamp()
          + stack.assess(
              BigMoney.of(importer.currency(), 10_000),
              List.of(Quantity.parse("100 kg")),
              ExchangeRates.none())
          + importer
              .landed(
                  Shipment.of(HsCode.of(line), country, BigMoney.of(importer.currency(), 90))
                      .withFreight(BigMoney.of(importer.currency(), 5))
                      .withInsurance(BigMoney.of(importer.currency(), 1)),
                  day)
              .lines();
    } catch (IllegalArgumentException e) {
      return question + e.getMessage();
    }
  }
}
