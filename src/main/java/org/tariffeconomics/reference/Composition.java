package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.reference.UsPaid.Paid;

/**
 * What the composition of trade took off the rate paid since 2024: the rates of a month with the
 * weights of 2024 less the rate paid.
 *
 * @param points a fraction of the value, positive where trade moved to goods that pay less
 * @param basis how fine it is: line by line, or between groups of goods
 * @since 0.1.0
 */
public record Composition(BigDecimal points, String basis) {

  /**
   * Refuses nulls.
   *
   * @param points a fraction of the value, positive where trade moved to goods that pay less
   * @param basis how fine it is: line by line, or between groups of goods
   */
  public Composition {
    Objects.requireNonNull(points, "points");
    Objects.requireNonNull(basis, "basis");
  }

  static final String BY_LINE = "line by line";
  static final String BY_GROUP = "between five industries and the rest";

  private static final List<String> INDUSTRIES =
      List.of(
          "apparel industry", "chemicals", "primary metals", "electronics", "transport equipment");

  /** Imports and duty of a group of goods. */
  private record Group(BigDecimal imports, BigDecimal duty) {

    private Group plus(Group other) {
      return new Group(imports.add(other.imports), duty.add(other.duty));
    }

    private Group minus(Group other) {
      return new Group(imports.subtract(other.imports), duty.subtract(other.duty));
    }

    private boolean isPossible() {
      return imports.signum() > 0 && duty.signum() >= 0;
    }
  }

  /** The finest that is held; empty where nothing is. */
  static Optional<Composition> of(String partner, YearMonth month, Rate paid) {
    return UsPaid.in("fixed-hts10", partner, month.toString())
        .or(() -> UsPaid.in("fixed", partner, month.toString()))
        .flatMap(Paid::rate)
        .map(fixed -> new Composition(fixed.fraction().subtract(paid.fraction()), BY_LINE))
        .or(() -> between(partner, month));
  }

  /**
   * Between groups: Σ (share of 2024 − share of the month) · rate of the month. Empty where a group
   * is not held, or where the rest would have paid less than nothing, since its parts are of two
   * vintages.
   */
  private static Optional<Composition> between(String partner, YearMonth month) {
    Optional<List<Group>> now = groups(partner, List.of(month));
    List<YearMonth> year = new ArrayList<>();
    for (int each = 1; each <= 12; each++) {
      year.add(YearMonth.of(2024, each));
    }
    Optional<List<Group>> before = groups(partner, year);
    if (now.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal allNow = imports(now.get());
    BigDecimal allBefore = imports(before.get());
    BigDecimal points = BigDecimal.ZERO;
    for (int i = 0; i < now.get().size(); i++) {
      Group group = now.get().get(i);
      BigDecimal share =
          before
              .get()
              .get(i)
              .imports()
              .divide(allBefore, MathContext.DECIMAL64)
              .subtract(group.imports().divide(allNow, MathContext.DECIMAL64));
      points =
          points.add(share.multiply(group.duty().divide(group.imports(), MathContext.DECIMAL64)));
    }
    return Optional.of(new Composition(points.round(MathContext.DECIMAL64), BY_GROUP));
  }

  private static BigDecimal imports(List<Group> groups) {
    return groups.stream().map(Group::imports).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The five industries and the rest over some months. */
  private static Optional<List<Group>> groups(String partner, List<YearMonth> months) {
    boolean world = partner.equals("WORLD");
    List<Group> groups = new ArrayList<>();
    Optional<Group> all = sum(partner.equals("EU") ? "eu" : "all", partner, months);
    for (String industry : INDUSTRIES) {
      String series = "industry " + industry + (world ? " (world)" : "");
      Optional<Group> group = sum(series, partner, months);
      all = all.flatMap(a -> group.map(a::minus));
      group.ifPresent(groups::add);
    }
    all.ifPresent(groups::add);
    boolean whole = groups.size() == INDUSTRIES.size() + 1;
    return whole && groups.stream().allMatch(Group::isPossible)
        ? Optional.of(groups)
        : Optional.empty();
  }

  private static Optional<Group> sum(String series, String partner, List<YearMonth> months) {
    Group sum = new Group(BigDecimal.ZERO, BigDecimal.ZERO);
    for (YearMonth each : months) {
      Optional<Paid> figures = UsPaid.in(series, partner, each.toString());
      Optional<BigDecimal> imports = figures.flatMap(Paid::imports);
      Optional<BigDecimal> duty = figures.flatMap(Paid::duty);
      if (imports.isEmpty() || duty.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(new Group(imports.get(), duty.get()));
    }
    return Optional.of(sum);
  }

  /** The points and how fine they are. */
  @Override
  public String toString() {
    return points.movePointRight(2).round(new MathContext(3)).toPlainString() + " pp, " + basis;
  }
}
