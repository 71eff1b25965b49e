package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.reference.UsRates.LawMean;
import org.tariffeconomics.reference.UsRates.Month;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** Announced, statutory and paid as a table, with what its columns mean. */
record RatesTable(String partner, List<Month> months) {

  private static final String ALL_GOODS = "all goods";
  private static final String NO_LAW = "no mean of the law is known";
  private static final String SOME_OPEN = "duties of some lines have bounds";

  Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    months.forEach(each -> rows.add(row(each)));
    return new Table(
        "Announced, statutory and paid, all goods from " + partner,
        List.of(
            "month",
            "announced",
            "law",
            "covers",
            "weights of the month",
            "nothing claimed",
            "all claimed",
            "paid",
            "gap",
            "other law",
            "timing",
            "claims",
            "on the way",
            "composition",
            "unexplained",
            "cash",
            "revised"),
        rows,
        caption());
  }

  private static List<Cell> row(Month each) {
    Optional<LawMonth.Around> around = each.law().flatMap(LawMonth::around);
    return List.of(
        Cell.text(each.month().toString()),
        each.announced()
            .map(r -> Cell.percent(r.fraction(), 1).withNote(each.reading().toString()))
            .orElseGet(() -> Cell.unknown("no rate was on the board")),
        mean(each.law().map(LawMonth::mean)),
        each.law()
            .map(m -> Cell.percent(m.mean().covers().fraction(), 1))
            .orElseGet(() -> Cell.unknown(NO_LAW)),
        each.law()
            .flatMap(LawMonth::sameMonth)
            .map(s -> mean(s.mean()))
            .orElseGet(() -> Cell.unknown("imports by goods are not held of the month")),
        mean(around.map(LawMonth.Around::nothingClaimed)),
        mean(around.map(LawMonth.Around::allClaimed)),
        each.paid()
            .map(r -> Cell.percent(r.fraction(), 2))
            .orElseGet(() -> Cell.unknown("the month is not held")),
        each.gap()
            .map(g -> Cell.points(g, 1))
            .orElseGet(() -> Cell.unknown("announced or paid not known")),
        points(each.otherLaw()),
        points(each.timing()),
        points(each.claims()),
        points(each.onTheWay()),
        each.composition()
            .map(c -> Cell.points(c.points(), 1).withNote(c.basis()))
            .orElseGet(() -> Cell.unknown("neither lines nor industries of the month are held")),
        points(each.unexplained()),
        each.cash()
            .map(r -> Cell.percent(r.fraction(), 2))
            .orElseGet(() -> Cell.unknown("cash is held of the world only")),
        Cell.text(each.revision().map(PaidRevision::change).orElse("-")));
  }

  private static Cell mean(Optional<LawMean> mean) {
    return mean.map(RatesTable::mean).orElseGet(() -> Cell.unknown(NO_LAW));
  }

  private static Cell mean(LawMean mean) {
    return mean.isPoint()
        ? Cell.percent(mean.lowest().fraction(), 1)
        : Cell.range(
            Cell.percent(mean.lowest().fraction(), 1),
            Cell.percent(mean.highest().fraction(), 1),
            mean.toString(),
            SOME_OPEN);
  }

  private static Cell points(Optional<GapRange> points) {
    return points
        .map(
            p ->
                p.isPoint()
                    ? Cell.points(p.lowest().points(), 1)
                    : Cell.range(
                        Cell.points(p.lowest().points(), 1),
                        Cell.points(p.highest().points(), 1),
                        shown(p),
                        SOME_OPEN))
        .orElseGet(() -> Cell.unknown(NO_LAW));
  }

  private static boolean isNothing(GapRange points) {
    return points.isPoint() && points.lowest().points().signum() == 0;
  }

  private static String shown(GapRange points) {
    String lowest = shown(points.lowest().points());
    String highest = shown(points.highest().points());
    return (lowest.equals(highest) ? lowest : lowest + " to " + highest) + " pp";
  }

  private static String shown(BigDecimal fraction) {
    BigDecimal points = fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    return (points.signum() > 0 ? "+" : "") + points.toPlainString();
  }

  private List<String> caption() {
    UsPaid.Series series = UsPaid.held(partner, ALL_GOODS).get(0).series();
    List<String> caption =
        new ArrayList<>(
            List.of(
                "announced: headline as known at the end of the month, threats included",
                "law: mean of the lines whose duty has bounds, weights and claims of 2024 (claims under"
                    + " the USMCA of the month where held); covers: their part in the imports",
                "gap: announced less paid = other law + timing + claims + on the way + composition +"
                    + " unexplained; what is open falls alike in all of them"));
    if (months.stream().anyMatch(m -> m.onTheWay().filter(w -> !isNothing(w)).isPresent())) {
      caption.add(
          "on the way: from none to all that entered while a rise spared goods on their way;"
              + " what they do not explain is unexplained");
    }
    weights().ifPresent(caption::add);
    if (months.stream().anyMatch(m -> m.claims().filter(c -> !isNothing(c)).isPresent())) {
      caption.add(
          "unexplained: claims above the assumed ones could explain up to law less all claimed");
    }
    months.stream()
        .flatMap(m -> m.composition().stream())
        .map(Composition::basis)
        .distinct()
        .forEach(basis -> caption.add("composition: " + basis));
    if (!series.note().isEmpty()) {
      caption.add("paid: " + series.note());
    }
    months.stream()
        .flatMap(m -> m.revision().stream())
        .distinct()
        .forEach(r -> caption.add("revised: " + r));
    caption.addAll(stamp(series).lines());
    return caption;
  }

  private static Stamp stamp(UsPaid.Series series) {
    return UsTariffs.assuming(
        new Stamp(
            Stamp.Kind.COLLECTED,
            null,
            null,
            series.source().title() + " and " + UsTariffs.book().facts(),
            series.source().day().orElse(null),
            List.of()));
  }

  /** Which goods the weights of the months tell apart, in the last month that has them. */
  private Optional<String> weights() {
    return months.stream()
        .flatMap(m -> m.law().flatMap(LawMonth::sameMonth).stream())
        .reduce((a, b) -> b)
        .map(
            s ->
                "weights of the month: lines as in 2024 within groups of goods, whose parts in the"
                    + " last month held were "
                    + s.groups().stream().map(Object::toString).collect(Collectors.joining(", ")));
  }
}
