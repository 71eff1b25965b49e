package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.FiledEntry.Part;
import org.tariffeconomics.landedcost.FiledEntry.Replacement;
import org.tariffeconomics.landedcost.FiledEntry.Row;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/** The rows under which one line of an entry is filed. */
final class FiledLine {

  private final EntryLine line;
  private final LocalDate day;
  private final Replacement replacement;

  FiledLine(EntryLine line, LocalDate day, Replacement replacement) {
    this.line = line;
    this.day = day;
    this.replacement = replacement;
  }

  List<Row> rows() {
    List<ChargedDuty> duties = line.sheet().duties();
    boolean known = line.sheet().outcome() == Outcome.ASSESSED;
    int replacing = replacing(duties);
    List<Row> rows = new ArrayList<>();
    line.provision().map(this::provision).ifPresent(rows::add);
    IntStream.range(0, duties.size())
        .filter(i -> !isOrdinary(duties.get(i)))
        .mapToObj(i -> remedy(duties.get(i), i == replacing ? ordinary(duties) : null))
        .sorted(Comparator.comparingInt(FiledLine::place))
        .forEach(rows::add);
    rows.add(commodity(duties, known, replacing >= 0));
    for (CostLine each : deposits()) {
      rows.add(row(Part.DEPOSIT, List.of(), each.name(), null, each.amount().orElse(null)));
    }
    return rows;
  }

  /** The all-inclusive duty on the whole value that the ordinary one is reported with. */
  private int replacing(List<ChargedDuty> duties) {
    if (replacement != Replacement.ON_CHAPTER_99) {
      return -1;
    }
    return IntStream.range(0, duties.size())
        .filter(i -> duties.get(i).line().measure().rule().isTotal())
        .filter(i -> duties.get(i).line().layer().countedIn().isEmpty())
        .filter(i -> duties.get(i).line().layer().share().compareTo(BigDecimal.ONE) == 0)
        .filter(i -> duties.get(i).amount().isPositive())
        .findFirst()
        .orElse(-1);
  }

  private static boolean isOrdinary(ChargedDuty duty) {
    return duty.line().measure().rule().isBase();
  }

  private BigMoney ordinary(List<ChargedDuty> duties) {
    return CostAmounts.sum(
        line.sheet().currency(),
        duties.stream().filter(FiledLine::isOrdinary).map(ChargedDuty::amount).toList());
  }

  private Row remedy(ChargedDuty duty, @Nullable BigMoney ordinary) {
    BigMoney amount = ordinary == null ? duty.amount() : duty.amount().plus(ordinary);
    UsHeadings.Found found = UsHeadings.of(duty.line(), line.goods().origin(), day);
    return new Row(
        line.name(),
        Part.CHAPTER_99,
        found.headings(),
        found.certain(),
        duty.line().measure().id(),
        null,
        amount);
  }

  private Row commodity(List<ChargedDuty> duties, boolean known, boolean replaced) {
    String what =
        duties.stream()
            .filter(FiledLine::isOrdinary)
            .map(d -> d.line().measure().programme() + " " + d.line().measure().rate())
            .findFirst()
            .orElse("ordinary duty");
    BigMoney amount = replaced ? BigMoney.zero(line.sheet().currency()) : ordinary(duties);
    return row(
        Part.COMMODITY,
        List.of(line.goods().line().toString()),
        replaced ? what + ", replaced" : what,
        line.customsValue().value().orElse(null),
        known ? amount : null);
  }

  /** The provision of chapter 98 stands before all others and bears no duty of its own. */
  private Row provision(SpecialProvision provision) {
    return row(
        Part.CHAPTER_98,
        List.of(provision.kind().heading()),
        provision.toString(),
        null,
        BigMoney.zero(line.sheet().currency()));
  }

  private List<CostLine> deposits() {
    return line.costs().stream()
        .filter(c -> c.kind() == CostLine.Kind.DUTY && !line.sheet().lines().contains(c))
        .toList();
  }

  private Row row(
      Part part,
      List<String> headings,
      String what,
      @Nullable BigMoney value,
      @Nullable BigMoney duty) {
    return new Row(line.name(), part, headings, true, what, value, duty);
  }

  /** The place of a row by the kind of remedy that its heading stands for. */
  private static int place(Row row) {
    if (row.headings().isEmpty()) {
      return 6;
    }
    String heading = row.headings().get(0);
    return switch (heading.substring(0, 7)) {
      case "9903.88", "9903.91", "9903.92", "9903.05", "9903.06" -> 1;
      case "9903.01" -> isReciprocal(heading) ? 3 : 2;
      case "9903.02" -> 3;
      case "9903.03" -> 4;
      default -> heading.startsWith("9903.") ? 5 : 6;
    };
  }

  /** From 9903.01.25 to .76; what stands before and after is of the other orders. */
  private static boolean isReciprocal(String heading) {
    return heading.compareTo("9903.01.25") >= 0 && heading.compareTo("9903.01.76") <= 0;
  }
}
