package org.tariffeconomics.competitiveness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.competitiveness.ContentRule.Step;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Declarable;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The steps of a law by the share of a content: its rate is asked at each threshold that some
 * measure in force names, and between them.
 */
final class ContentSteps {

  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  private final TariffLaw law;
  private final HsCode line;
  private final DeclaredOrigin origin;
  private final String name;

  ContentSteps(TariffLaw law, HsCode line, DeclaredOrigin origin, String content) {
    this.law = law;
    this.line = line;
    this.origin = origin;
    this.name = asked(content);
  }

  private String asked(String content) {
    List<String> names =
        law.declarable(line, origin.country()).stream().map(Declarable::name).toList();
    for (String each : names) {
      if (each.equalsIgnoreCase(content) || each.equalsIgnoreCase(Condition.CONTENT + content)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "content must be one that the law asks for of "
            + line
            + " from "
            + origin.country()
            + ", of "
            + Texts.shortened(names.toString())
            + ", but was "
            + Texts.quoted(content));
  }

  ContentRule rule() {
    List<BigDecimal> limits = new ArrayList<>(thresholds());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      BigDecimal at = limits.get(i);
      add(steps, at.doubleValue(), rate(at));
      if (at.compareTo(BigDecimal.ONE) < 0) {
        BigDecimal next = i + 1 < limits.size() ? limits.get(i + 1) : BigDecimal.ONE;
        add(steps, Math.nextUp(at.doubleValue()), between(at, next));
      }
    }
    return new ContentRule(name, steps);
  }

  /** A rate that a step before it has already begins no step. */
  private static void add(List<Step> steps, double from, double rate) {
    if (steps.isEmpty() || steps.get(steps.size() - 1).tariff() != rate) {
      steps.add(Step.of(from, rate));
    }
  }

  /** Zero, and whatever share some measure in force compares the content with. */
  private NavigableSet<BigDecimal> thresholds() {
    NavigableSet<BigDecimal> thresholds = new TreeSet<>(List.of(BigDecimal.ZERO));
    List<TariffMeasure> measures = new ArrayList<>(law.ownMeasures());
    law.declarable(line, origin.country()).forEach(each -> measures.addAll(each.askedBy()));
    for (TariffMeasure measure : measures) {
      for (Condition each : measure.conditions()) {
        if (each.subject().equals(name)) {
          thresholds.add(share(each));
        }
      }
    }
    return thresholds;
  }

  private BigDecimal share(Condition condition) {
    BigDecimal share =
        condition instanceof Condition.Content of
            ? of.share()
            : condition instanceof Condition.Numeric number ? number.number() : BigDecimal.TEN;
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "content must be a share from 0 to 1, but the law asks whether " + condition);
    }
    return share;
  }

  /** The one rate within a stretch, of which a duty on the content itself has none. */
  private double between(BigDecimal from, BigDecimal end) {
    BigDecimal third = end.subtract(from).divide(THREE, MathContext.DECIMAL64);
    double rate = rate(from.add(third));
    double later = rate(end.subtract(third));
    if (rate != later) {
      throw new IllegalArgumentException(
          "content must be one on which a duty depends by steps, but the duty on "
              + line
              + " moves with every point of "
              + name
              + ": declare it, and see DutyStack.assuming");
    }
    return rate;
  }

  private double rate(BigDecimal share) {
    DutyStack stack = law.stack(line, origin.country(), declared(share));
    if (stack.outcome() != Outcome.ASSESSED || stack.adValoremRate().isEmpty()) {
      throw new IllegalArgumentException(
          "origin must declare what else moves the duty on "
              + line
              + ", which is not one rate: "
              + Texts.shortened(stack.whyNoRate()));
    }
    return stack.adValoremRate().get().fraction().doubleValue();
  }

  private DeclaredFacts declared(BigDecimal share) {
    DeclaredFacts facts = origin.facts();
    return name.startsWith(Condition.CONTENT)
        ? facts.withContent(name.substring(Condition.CONTENT.length()), share)
        : facts.withFact(name, share.toPlainString());
  }
}
