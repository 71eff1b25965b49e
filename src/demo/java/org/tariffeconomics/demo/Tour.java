package org.tariffeconomics.demo;

import static org.tariffeconomics.Tariffs.averageDuty;
import static org.tariffeconomics.Tariffs.beforeAfter;
import static org.tariffeconomics.Tariffs.bothSides;
import static org.tariffeconomics.Tariffs.change;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.compareAsKnown;
import static org.tariffeconomics.Tariffs.costPush;
import static org.tariffeconomics.Tariffs.day;
import static org.tariffeconomics.Tariffs.deal;
import static org.tariffeconomics.Tariffs.deals;
import static org.tariffeconomics.Tariffs.depreciation;
import static org.tariffeconomics.Tariffs.duties;
import static org.tariffeconomics.Tariffs.elasticity;
import static org.tariffeconomics.Tariffs.flipRate;
import static org.tariffeconomics.Tariffs.importer;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.levelRate;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.ownAndRivals;
import static org.tariffeconomics.Tariffs.pays;
import static org.tariffeconomics.Tariffs.pledgeAgainstCut;
import static org.tariffeconomics.Tariffs.pledgeBenchmark;
import static org.tariffeconomics.Tariffs.positions;
import static org.tariffeconomics.Tariffs.priceCut;
import static org.tariffeconomics.Tariffs.progress;
import static org.tariffeconomics.Tariffs.rateRestoringLead;
import static org.tariffeconomics.Tariffs.retaliation;
import static org.tariffeconomics.Tariffs.shareShift;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.sideBySide;
import static org.tariffeconomics.Tariffs.timeline;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.OutcomeRange;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.ParityAnswer;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.reference.WorldDuties;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.uncertainty.Distribution;
import org.tariffeconomics.uncertainty.MonteCarlo;
import org.tariffeconomics.uncertainty.MonteCarloResult;
import org.tariffeconomics.uncertainty.UncertainInput;

/**
 * A short story in tables, from the bundled facts: how a car from Japan, Korea, Germany, the United
 * Kingdom, Mexico and China lands in the United States before and after the pact of July 2025, who
 * is ahead of whom, what would draw level, what the pledges are worth against the cuts, and what
 * the pact did at the other borders, and what the whole law does to economies. Three pictures are
 * saved in the folder that the property {@code pictures} names, else among temporary files.
 */
@SuppressWarnings("SystemOut")
public final class Tour {

  private static final String CAR = "8703.23.01";
  private static final String[] MAKERS = {"JP", "KR", "DE", "GB", "MX", "MX claiming USMCA", "CN"};
  private static final String ASIA = "JP, KR, TW, CN, VN, TH, ID, MY, PH, IN, KH, LA, LK, BD";
  private static final String BEFORE = "2025-09-15";
  private static final String AFTER = "2025-11-23";
  private static final String NOW = "2026-11-23";
  private static final String RICE_DAY = "2026-07-09";

  private final PrintStream out;

  private Tour(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the tour.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Tour tour = new Tour(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    LongWork.watched(
        ProgressLine.on(System.err),
        () -> {
          tour.run();
          return tour;
        });
  }

  private void run() {
    cars();
    whatWouldDrawLevel();
    landedCosts();
    dealsAndPledges();
    markets();
    otherSide();
    economy();
    wholeSchedule();
    pictures();
  }

  private void cars() {
    chapter("1. The rate on a car, over time");
    show(timeline(CAR, "2025-01-01", NOW, "KR", "JP").table());
    say("Japan's cut from 27.5 % to 15 % is three different numbers:");
    show(threeNumbers(change("27.5%", "15%")));
    chapter("2. Who is ahead of whom");
    show(compare(CAR, "2025-01-15", MAKERS).table());
    show(compare(CAR, "2025-09-16", MAKERS).table());
    say(
        "What one could know on that day was something else: the European cut was published"
            + " later.");
    show(compareAsKnown(CAR, "2025-09-16", "JP", "KR", "DE").table());
    show(compare(CAR, NOW, MAKERS).table());
    show(beforeAfter(CAR, BEFORE, AFTER, MAKERS).table());
  }

  private static Table threeNumbers(RateChange change) {
    return Table.of(
        "27.5% to 15% (- is a cut)",
        List.of("measure", "value"),
        List.of(
            List.of(Cell.text("percentage points"), Cell.points(change.points(), 1)),
            List.of(
                Cell.text("of the duty, relative"),
                change.relative().map(r -> Cell.relative(r, 1)).orElseGet(Cell::blank)),
            List.of(
                Cell.text("of the duty-paid price, relative"),
                Cell.relative(change.priceEffect(), 1))));
  }

  private void whatWouldDrawLevel() {
    chapter("3. What would draw level, on 16 September 2025");
    show(
        Table.of(
            "Korea against Japan, cars",
            List.of("question", "answer"),
            List.of(
                List.of(
                    Cell.text("rate with which Korea draws level"),
                    Cell.text(levelRate(CAR, "2025-09-16", "JP").toText(1))),
                answer(
                    "rate that restores its old lead of 2.5 pp",
                    rateRestoringLead(CAR, "2025-01-01", "2025-09-16", "KR", "JP")),
                fraction("price cut at 25% against 15%", priceCut("25%", "15%")),
                fraction("depreciation of the won", depreciation("25%", "15%")),
                answer(
                    "rate at which a USD 30,290 car passes one of USD 32,850 at 15%",
                    flipRate("USD 30290", "USD 32850", "15%")))));
  }

  private static List<Cell> answer(String question, ParityAnswer<Rate> answer) {
    return List.of(
        Cell.text(question),
        answer
            .value()
            .map(r -> Cell.percent(r.fraction(), 2))
            .orElseGet(() -> Cell.unknown(answer.reason())));
  }

  private static List<Cell> fraction(String question, ParityAnswer<BigDecimal> answer) {
    return List.of(
        Cell.text(question),
        answer.value().map(r -> Cell.percent(r, 2)).orElseGet(() -> Cell.unknown(answer.reason())));
  }

  private void landedCosts() {
    chapter("4. What a USD 30,000 car costs on the quay");
    say(
        "Assumed: one car an entry; ocean freight 1,330 and insurance 207; Mexico by rail at"
            + " none.");
    LandedCost japan = landed(overseas("JP"), NOW);
    LandedCost mexico =
        landed(byRail("MX claiming USMCA with approved US content=yes; content:US=0.4"), NOW);
    show(
        sideBySide(
                japan,
                landed(overseas("KR"), NOW),
                landed(overseas("DE"), NOW),
                landed(overseas("GB"), NOW),
                landed(overseas("CN"), NOW),
                landed(byRail("MX"), NOW),
                mexico)
            .table());
    show(japan.table());
    say("The same car before the pact, line by line:");
    show(landed(overseas("JP"), BEFORE).minus(japan).table());
  }

  private static Shipment overseas(String origin) {
    return shipment(CAR, origin, "USD 30000", "USD 1330", "USD 207", "sea");
  }

  private static Shipment byRail(String origin) {
    return shipment(CAR, origin, "USD 30000", "USD 0", "USD 0", "rail");
  }

  private void dealsAndPledges() {
    chapter("5. Deals, and who is left behind");
    show(deals().statusBoard(day("2025-08-01"), day("2025-08-01")).first(12));
    show(leftBehind("apparel", "2025-08-07").table().first(8));
    chapter("6. The pledge against the cut");
    show(progress("JP", "approved", "2026-02-18").table());
    show(pledgeBenchmark("JP", NOW).table());
    say(
        "Assumed: the pledge returns one point a year less than required, discounted at 4 % over"
            + " ten years.");
    show(pledgeAgainstCut("JP", NOW, "1%", "4%", 10).table());
  }

  private void otherSide() {
    chapter("8. What the pact did on both sides");
    say(
        "What each side charges the other on goods of the deal, the day before its first measure"
            + " and now; a rate that nobody published a number for is unknown.");
    show(bothSides("JP", RICE_DAY).table());
    say("Rice and beef at the Japanese border, to the yen: 20 t of rice, 10 t of frozen beef.");
    show(farmGoods());
    show(timeline(importer("JP"), "0202.30.010", "2025-04-01", RICE_DAY, "US", "BR").table());
    say("The European Union, the other deal of that month; and where a US car pays least.");
    show(bothSides("EU", "2026-07-01").table());
    show(
        sideBySide("8703.23", "US", "2026-07-01", "EU", "GB", "JP", "CA", "KR with any evidence")
            .table());
    say("Others answered: Canada, twice.");
    show(retaliation("CA", "2026-10-01").table());
    show(timeline(importer("CA"), "8517.13", "2025-01-01", "2026-10-01", "US", "JP").table());
  }

  private void economy() {
    chapter("9. From the law to the economy");
    say(
        "The whole law of a day, on all US imports of 2024, as the shock of a world of 94 economies"
            + " (this takes a while). Duties that hang on facts nobody declared make intervals.");
    World world = World.of2023();
    WorldDuties law = duties("2025-09-16").averages(world);
    Equilibrium model = Equilibrium.of(world, elasticity("4"));
    OutcomeRange after = model.solve(law);
    show(after.table("US", "JP", "KR", "CN", "CA", "MX", "DE"));
    say("Why, in parts that add up:");
    show(after.why("JP").table());
    say("What the Japanese deal is worth, to whom: the law with it, less the law without it.");
    show(model.solve(law.without(deal("JP"))).compare(after).table("US", "JP", "KR", "CN", "DE"));
    say("The best duties of the United States, if nobody answered, and if three blocs all did:");
    show(model.optimal("US").uniform().table());
    show(model.nash("US", "EU27", "CN").table());
    say("What the duties of " + NOW + " do to the costs of a maker of light trucks:");
    show(costPush(duties(NOW)).industry("336112").table());
  }

  private void wholeSchedule() {
    chapter("10. The whole schedule, every line from every partner");
    say("The average duty on all imports of 2024, as the law of each day has it.");
    for (String day : List.of("2025-01-15", BEFORE, NOW)) {
      say(averageDuty(day).toString());
    }
    say("A pledge that may be late and may yield less, in a hundred thousand draws:");
    show(pledgeOdds());
  }

  private void pictures() {
    chapter("11. Three pictures of it");
    String named = System.getProperty("pictures", "");
    Path folder = Path.of(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named);
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("tour-gap.svg", timeline(CAR, "2025-01-01", NOW, "KR", "JP").chart());
    charts.put("tour-by-origin.svg", compare(CAR, "2025-09-16", MAKERS).chart());
    charts.put("tour-market.svg", market("cars", NOW).ranking().chart());
    charts.forEach((file, chart) -> say(chart.title() + ": " + chart.save(folder.resolve(file))));
  }

  private static Table pledgeOdds() {
    MonteCarlo study =
        MonteCarlo.of(
            List.of(
                UncertainInput.of("paid by 2029, USD bn", Distribution.triangular(36, 200, 550)),
                UncertainInput.of("return below the required, points", Distribution.uniform(0, 2))),
            100_000,
            42);
    MonteCarloResult cost = study.run(x -> x[0] * x[1] / 100);
    return Table.of(
        "Yearly cost of the pledge to Japan, USD bn (simulated; the inputs are assumptions)",
        List.of("figure", "value"),
        List.of(
            List.of(Cell.text("mean"), Cell.number(cost.mean(), 1, "USD bn")),
            List.of(
                Cell.text("one in twenty above"), Cell.number(cost.quantile(0.95), 1, "USD bn"))));
  }

  private static Table farmGoods() {
    String manyImports =
        "US with imports:US beef=290000 t; imports:US beef of the year before=230000 t;"
            + " imports:US and CPTPP beef=700000 t";
    return Table.of(
        "US farm goods in Japan on " + RICE_DAY,
        List.of("goods", "value", "duty", "layers"),
        List.of(
            farmRow("rice outside the quota", rice("1006.30.090")),
            farmRow("rice of state trading", rice("1006.30.010")),
            farmRow("beef, frozen, US", beef("US")),
            farmRow("beef, frozen, US, imports above the safeguard", beef(manyImports)),
            farmRow("beef, frozen, Brazil", beef("BR"))));
  }

  private static Assessment rice(String line) {
    return pays("JP", line, "US", RICE_DAY, "JPY 3000000", "20000 kg");
  }

  private static Assessment beef(String origin) {
    return pays("JP", "0202.30.010", origin, RICE_DAY, "JPY 10000000", "10000 kg");
  }

  private static List<Cell> farmRow(String goods, Assessment assessment) {
    return List.of(
        Cell.text(goods),
        Cell.money(assessment.customsValue().getAmount(), "JPY", 0),
        assessment
            .duty()
            .map(d -> Cell.money(d.getAmount(), "JPY", 0))
            .orElseGet(() -> Cell.unknown("not known")),
        Cell.text(assessment.stack().summary()));
  }

  private void markets() {
    chapter("7. Every supplier against its rivals");
    for (String sector : List.of("cars", "semiconductors", "apparel")) {
      show(positions(sector, ASIA, "2025-01-15", "2025-09-16", NOW));
    }
    show(ownAndRivals("cars", BEFORE, AFTER, "KR").table().first(8));
    show(shareShift("cars", BEFORE, AFTER, 3, 5, 8).table().first(8));
  }

  private void chapter(String title) {
    char[] line = new char[title.length()];
    Arrays.fill(line, '=');
    out.println();
    out.println(title);
    out.println(new String(line));
    out.println();
  }

  private void say(String text) {
    out.println(text);
    out.println();
  }

  private void show(Table table) {
    out.println(table.toText());
    out.println();
  }
}
