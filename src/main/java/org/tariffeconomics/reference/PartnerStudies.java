package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.border.BothSides.Goods;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.reference.UsTrade.Sector;

/**
 * Questions over the bundled facts of both sides of the deals of the United States.
 *
 * @since 0.1.0
 */
public final class PartnerStudies {

  private static final String FILE = "partners/deal-goods.csv";
  private static final String US = "US";

  private PartnerStudies() {}

  /** Goods of a deal as a row of the file. */
  private record DealGoods(
      String partner,
      boolean chargedByUs,
      String name,
      String line,
      String origin,
      String sector) {}

  private static final class Rows {
    private static final List<DealGoods> ALL =
        CsvFile.read(
                FILE,
                Bundled.open(FILE),
                Set.of("partner", "charged_by", "goods", "line"),
                List.of("partner", "charged_by", "goods", "line", "origin", "sector"))
            .records(PartnerStudies::goods)
            .orThrow();
  }

  private static @Nullable DealGoods goods(Row row) {
    return new DealGoods(
        row.required("partner"),
        row.required("charged_by").equals(US),
        row.required("goods"),
        row.required("line"),
        row.cell("origin"),
        row.cell("sector"));
  }

  /** {@return the partners of whose deals both sides are held, in the order of the file} */
  public static List<String> partners() {
    return Rows.ALL.stream().map(DealGoods::partner).distinct().toList();
  }

  /**
   * What the United States and a partner charge each other on the goods of their deal, on the day
   * before its first measure was in force and on another day.
   *
   * @param partner the partner's code or name, {@code EU} for the European Union
   * @param after the day after; must be later than the first day of the deal
   * @return the answer; imports of the United States are weighted with its trade of 2024, those of
   *     partners with none, since their imports by goods are not bundled: {@link
   *     BothSides#withTrade} takes them
   * @throws IllegalArgumentException when the goods of the partner are not held, or the deal has no
   *     measure before the day: then both days must be stated
   */
  public static BothSides bothSides(String partner, LocalDate after) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(after, "after");
    LocalDate before = dayBefore(code(partner));
    if (!before.isBefore(after)) {
      throw new IllegalArgumentException(
          "after must be later than "
              + before
              + ", the day before the first measure of the deal of "
              + code(partner)
              + ", but was "
              + after
              + ": state both days");
    }
    return bothSides(partner, before, after);
  }

  /** The partner's code, of its code or name; a member of a group that deals as one is refused. */
  private static String code(String partner) {
    return UsDeals.register().deal(partner).partner();
  }

  /** The day before the first measure of the deal, or the first day of the facts. */
  private static LocalDate dayBefore(String partner) {
    return UsDeals.register().deals().stream()
        .filter(d -> d.partner().equals(partner))
        .map(Deal::concessions)
        .flatMap(List::stream)
        .map(m -> m.inForce().getStart())
        .filter(first -> first.isAfter(UsTariffs.FACTS_FROM))
        .min(Comparator.naturalOrder())
        .map(first -> first.minusDays(1))
        .orElse(UsTariffs.FACTS_FROM);
  }

  /**
   * What the United States and a partner charge each other on two days.
   *
   * @param partner the partner's code or name
   * @param before the day before
   * @param after the day after
   * @return the answer
   * @throws IllegalArgumentException when the goods of the partner are not held, or the days are
   *     not in order
   */
  public static BothSides bothSides(String partner, LocalDate before, LocalDate after) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    String code = code(partner);
    Importer us = Importers.of(US);
    List<Goods> goods = new ArrayList<>();
    for (DealGoods each : Rows.ALL) {
      if (each.partner().equals(code)) {
        goods.add(
            new Goods(
                each.name(),
                each.chargedByUs() ? us : Importers.of(code),
                each.line(),
                each.origin().isEmpty() ? (each.chargedByUs() ? code : US) : each.origin(),
                each.chargedByUs() ? trade(code, each.sector()) : Optional.empty()));
      }
    }
    if (goods.isEmpty()) {
      throw new IllegalArgumentException(
          "No goods of a deal with '" + code + "' are held; there are " + partners());
    }
    return BothSides.of(goods, before, after);
  }

  private static Optional<BigDecimal> trade(String partner, String sector) {
    return sector.isEmpty()
        ? Optional.empty()
        : UsTrade.partner(partner).imports(Sector.parse(sector));
  }
}
