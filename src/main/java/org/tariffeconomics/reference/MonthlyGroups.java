package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tariffeconomics.reference.UsPaid.Paid;

/**
 * The imports of a partner in some months by groups of goods, as far as they are held: five
 * industries of the NAICS and the rest of all goods.
 *
 * @param imports dollars by group, the rest last
 * @param duty calculated duty by group, the rest last
 */
record MonthlyGroups(List<BigDecimal> imports, List<BigDecimal> duty) {

  /** The industries, and the digits with which the NAICS codes of their goods begin. */
  enum Industry {
    APPAREL("apparel industry", "315"),
    CHEMICALS("chemicals", "325"),
    PRIMARY_METALS("primary metals", "331"),
    ELECTRONICS("electronics", "334"),
    TRANSPORT_EQUIPMENT("transport equipment", "336");

    private final String goods;
    private final String naics;

    Industry(String goods, String naics) {
      this.goods = goods;
      this.naics = naics;
    }

    /** Its number among the groups, or that of the rest for a good of another industry. */
    static int group(String naicsOfGood) {
      return IntStream.range(0, values().length)
          .filter(i -> naicsOfGood.startsWith(values()[i].naics))
          .findFirst()
          .orElse(values().length);
    }

    private String series(String partner) {
      return "industry " + goods + (partner.equals("WORLD") ? " (world)" : "");
    }

    /** The name of its goods. */
    @Override
    public String toString() {
      return goods;
    }
  }

  /** The year of the weights by line. */
  static List<YearMonth> year2024() {
    List<YearMonth> year = new ArrayList<>();
    for (int each = 1; each <= 12; each++) {
      year.add(YearMonth.of(2024, each));
    }
    return year;
  }

  /**
   * The groups of some months. Empty where one is not held, or where the rest would be less than
   * nothing, since its parts are of two vintages.
   */
  static Optional<MonthlyGroups> of(String partner, List<YearMonth> months) {
    Optional<Sum> all = sum(partner.equals("EU") ? "eu" : "all", partner, months);
    List<Sum> groups = new ArrayList<>();
    for (Industry each : Industry.values()) {
      Optional<Sum> group = sum(each.series(partner), partner, months);
      all = all.flatMap(a -> group.map(a::minus));
      group.ifPresent(groups::add);
    }
    all.ifPresent(groups::add);
    boolean whole = groups.size() == Industry.values().length + 1;
    return whole && groups.stream().allMatch(Sum::isPossible)
        ? Optional.of(
            new MonthlyGroups(
                groups.stream().map(Sum::imports).toList(),
                groups.stream().map(Sum::duty).toList()))
        : Optional.empty();
  }

  /** {@return the imports of all groups} */
  BigDecimal all() {
    return imports.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Imports and duty of one group. */
  private record Sum(BigDecimal imports, BigDecimal duty) {

    private Sum plus(Sum other) {
      return new Sum(imports.add(other.imports), duty.add(other.duty));
    }

    private Sum minus(Sum other) {
      return new Sum(imports.subtract(other.imports), duty.subtract(other.duty));
    }

    private boolean isPossible() {
      return imports.signum() > 0 && duty.signum() >= 0;
    }
  }

  private static Optional<Sum> sum(String series, String partner, List<YearMonth> months) {
    Sum sum = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);
    for (YearMonth each : months) {
      Optional<Paid> figures = UsPaid.in(series, partner, each.toString());
      Optional<BigDecimal> imports = figures.flatMap(Paid::imports);
      Optional<BigDecimal> duty = figures.flatMap(Paid::duty);
      if (imports.isEmpty() || duty.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(new Sum(imports.get(), duty.get()));
    }
    return Optional.of(sum);
  }
}
