package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.economy.CostPush;
import org.tariffeconomics.reference.MonthlyGroups.Industry;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.reference.UsTrade.Sector;

/**
 * Weights of the lines in a month of which imports are held by groups of goods only: the imports of
 * 2024 times what the group's part in all imports grew by since.
 *
 * <p>The groups are five industries and the rest; of months without these, where they are held
 * (Canada and Mexico), six sectors and the rest. Which lines an industry has, the table of the
 * Bureau of Economic Analysis says; its codes of goods begin like those of the NAICS.
 */
final class MonthWeights {

  private static final String REST = "the rest";
  private static final List<Industry> INDUSTRIES = List.of(Industry.values());
  private static final List<Sector> SECTORS = List.of(Sector.values());

  private final List<LawMonth.Group> groups;
  private final double[] growth;
  private final boolean byIndustry;

  private MonthWeights(List<LawMonth.Group> groups, boolean byIndustry) {
    this.groups = groups;
    this.byIndustry = byIndustry;
    this.growth =
        groups.stream()
            .mapToDouble(
                g -> g.inMonth().fraction().doubleValue() / g.in2024().fraction().doubleValue())
            .toArray();
  }

  /** The weights of a month; empty where nothing by goods is held of it. */
  static Optional<MonthWeights> of(String partner, YearMonth month) {
    return byIndustry(partner, month).or(() -> bySector(partner, month));
  }

  private static Optional<MonthWeights> byIndustry(String partner, YearMonth month) {
    return MonthlyGroups.of(partner, List.of(month))
        .flatMap(
            now ->
                MonthlyGroups.of(partner, MonthlyGroups.year2024())
                    .map(before -> byIndustry(now, before)));
  }

  private static MonthWeights byIndustry(MonthlyGroups now, MonthlyGroups before) {
    List<LawMonth.Group> groups = new ArrayList<>();
    for (int i = 0; i < now.imports().size(); i++) {
      groups.add(
          new LawMonth.Group(
              i < INDUSTRIES.size() ? INDUSTRIES.get(i).toString() : REST,
              part(before.imports().get(i), before.all()),
              part(now.imports().get(i), now.all())));
    }
    return new MonthWeights(List.copyOf(groups), true);
  }

  private static Optional<MonthWeights> bySector(String partner, YearMonth month) {
    Optional<BigDecimal> now = UsPaid.in("all", partner, month.toString()).flatMap(Paid::imports);
    UsImports all = UsImports.of2024();
    if (now.isEmpty() || !all.byPartner().containsKey(partner)) {
      return Optional.empty();
    }
    UsImports before = all.from(partner);
    BigDecimal year = BigDecimal.valueOf(before.value());
    Rate restBefore = Rate.percent(100);
    Rate restNow = Rate.percent(100);
    List<LawMonth.Group> groups = new ArrayList<>();
    for (Sector each : SECTORS) {
      Optional<BigDecimal> imports =
          UsPaid.in("sector " + each, partner, month.toString()).flatMap(Paid::imports);
      if (imports.isEmpty()) {
        return Optional.empty();
      }
      Rate then = part(BigDecimal.valueOf(before.of(each.goods()).value()), year);
      Rate later = part(imports.get(), now.get());
      groups.add(new LawMonth.Group(each.toString(), then, later));
      restBefore = Rate.fraction(restBefore.fraction().subtract(then.fraction()));
      restNow = Rate.fraction(restNow.fraction().subtract(later.fraction()));
    }
    groups.add(new LawMonth.Group(REST, restBefore, restNow));
    return Optional.of(new MonthWeights(List.copyOf(groups), false));
  }

  private static Rate part(BigDecimal imports, BigDecimal all) {
    return Rate.fraction(imports.divide(all, MathContext.DECIMAL64));
  }

  List<LawMonth.Group> groups() {
    return groups;
  }

  /** The weight of a flow: a line of several groups counts for equal parts in each. */
  double weight(Flow flow) {
    return flow.value() * groupsOf(flow.line()).mapToDouble(g -> growth[g]).average().orElse(1);
  }

  private IntStream groupsOf(HsCode line) {
    if (!byIndustry) {
      return IntStream.of(sector(line));
    }
    List<String> goods = CostPush.bea2017().goodsOf(line.digits());
    return goods.isEmpty()
        ? IntStream.of(INDUSTRIES.size())
        : goods.stream().mapToInt(Industry::group).distinct();
  }

  private static int sector(HsCode line) {
    return IntStream.range(0, SECTORS.size())
        .filter(i -> SECTORS.get(i).covers(line))
        .findFirst()
        .orElse(SECTORS.size());
  }
}
