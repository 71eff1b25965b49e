package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.economy.EstimateRange;
import org.tariffeconomics.economy.LawDuties;
import org.tariffeconomics.economy.LawShock;
import org.tariffeconomics.economy.LawShockBuilder;
import org.tariffeconomics.economy.RevenueFlow;
import org.tariffeconomics.economy.RevenueRange;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.EquivalentDuties;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.ReversibleAmendment;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The duties of the United States on a day beside those of the first day of the facts, on every
 * flow of the imports of 2024: what a model of the economy takes for the change of the law.
 *
 * <p>What importers claim is taken from the duty that they paid in 2024, as {@link AverageDuty}
 * does: each flow is divided into a part that claims its agreements and one that claims nothing.
 * Duties by quantity become shares of the value at the unit values that the duties of 2024 imply. A
 * duty that lies between two stays a range, one that is not known stays unknown; both widen what is
 * made of them. Trade of the European Union is divided among its members by what the United States
 * bought of each in {@link World#of2023()}.
 *
 * @since 0.1.0
 */
public final class UsDuties {

  private static final String IMPORTER = "US";
  private static final String UNION = "EU";

  /** Only the last few days are kept: each holds some megabytes. */
  private static final Memo<LocalDate, UsDuties> BUNDLED = new Memo<>(6);

  private final Base base;
  private final TariffBook book;
  private final LocalDate day;
  private final String amended;
  private final FlowEnds unclaimed;
  private final FlowEnds claimed;

  private UsDuties(
      Base base,
      TariffBook book,
      LocalDate day,
      String amended,
      FlowEnds unclaimed,
      FlowEnds claimed) {
    this.base = base;
    this.book = book;
    this.day = day;
    this.amended = amended;
    this.unclaimed = unclaimed;
    this.claimed = claimed;
  }

  /** What is the same for every day: the flows, who claims what, the duties of the first day. */
  private static final class Base {
    private final UsImports imports;
    private final List<Flow> flows;
    private final TariffBook book = UsTariffs.book();
    private final MeasureSource equivalents =
        EquivalentDuties.of(book.sources().get(0), ImpliedUnitValues.of2024());
    private final Map<Country, DeclaredFacts> claims = FlowDuties.agreements();
    private final Map<Country, Double> unionShares = unionShares();
    private final FlowDuties.Pairs pairs;
    private final double[] shares;
    private final Set<Country> all;
    private final FlowEnds unclaimed;
    private final FlowEnds claimed;

    /** Lines are told apart as finely as a law does. */
    private Base(UsImports imports, TariffBook finest) {
      this.imports = imports;
      this.flows = imports.flows();
      this.pairs = new FlowDuties.Pairs(flows, finest);
      this.shares = FlowDuties.shares(pairs, TariffBook.us().with(equivalents));
      this.all = Set.copyOf(pairs.origins());
      this.unclaimed = unclaimed(book, UsTariffs.FACTS_FROM, all, nothing());
      this.claimed = claimed(book, UsTariffs.FACTS_FROM, all, unclaimed);
    }

    private FlowEnds nothing() {
      return FlowEnds.unknown(flows.size());
    }

    private FlowEnds unclaimed(TariffBook law, LocalDate day, Set<Country> among, FlowEnds rest) {
      return FlowEnds.of(pairs, flows.size(), priced(law), day, Map.of(), among, rest);
    }

    /** Where nothing can be claimed the duty is that of who claims nothing. */
    private FlowEnds claimed(TariffBook law, LocalDate day, Set<Country> among, FlowEnds rest) {
      Set<Country> claiming = new HashSet<>(among);
      claiming.retainAll(claims.keySet());
      return FlowEnds.of(pairs, flows.size(), priced(law), day, claims, claiming, rest);
    }

    private TariffBook priced(TariffBook law) {
      return UsAssumptions.aboveTriggerPrices(law).withoutSources().with(equivalents);
    }

    private UsDuties on(LocalDate day) {
      return under(book, day, "");
    }

    private UsDuties under(TariffBook law, LocalDate day, String words) {
      FlowEnds without = unclaimed(law, day, all, nothing());
      return new UsDuties(this, law, day, words, without, claimed(law, day, all, without));
    }

    private static Map<Country, Double> unionShares() {
      World world = World.of2023();
      Map<Country, Double> shares = new LinkedHashMap<>();
      double all = 0;
      for (String code : World.membersOf("EU27")) {
        double sold = world.flow(code, IMPORTER);
        shares.put(Country.of(code), sold);
        all += sold;
      }
      double total = all;
      shares.replaceAll((country, sold) -> sold / total);
      return shares;
    }
  }

  /** Read once, when it is first asked for. */
  private static final class OfAllGoods {
    private static final Base BASE = new Base(UsImports.of2024(), UsTariffs.book());
  }

  /**
   * The duties of a day by the bundled law.
   *
   * @param day the day of entry
   * @return the duties
   * @throws IllegalArgumentException when the day is before the facts
   */
  public static UsDuties of(LocalDate day) {
    Require.day("day", day);
    if (day.isBefore(UsTariffs.FACTS_FROM)) {
      throw new IllegalArgumentException(
          "day must not be before the facts, " + UsTariffs.FACTS_FROM + ", but was " + day);
    }
    return BUNDLED.get(day, OfAllGoods.BASE::on);
  }

  /** The same for some goods only, which then stand for all: for tests. */
  static UsDuties of(UsImports imports, LocalDate day) {
    return new Base(imports, UsTariffs.book()).on(day);
  }

  /** {@return the day of entry} */
  public LocalDate day() {
    return day;
  }

  /** {@return the law, with its amendments} */
  public TariffBook book() {
    return book;
  }

  /**
   * The duties of the same day without an amendment, such as a deal.
   *
   * @param amendment the deal or what-if
   * @return new duties
   * @throws IllegalArgumentException when nothing of it is held as law
   */
  public UsDuties without(ReversibleAmendment amendment) {
    Objects.requireNonNull(amendment, "amendment");
    return under(book.without(amendment), "without " + amendment);
  }

  /**
   * The duties of the same day without a programme.
   *
   * @param programme its name
   * @return new duties
   * @throws IllegalArgumentException when the law has no such programme
   */
  public UsDuties without(String programme) {
    Objects.requireNonNull(programme, "programme");
    return under(book.without(programme), "without " + programme);
  }

  /**
   * The duties of the same day under an amended law. Only origins for which a measure differs are
   * looked at again.
   *
   * @param amendedBook the law; it must have the schedule of this one
   * @param words what was amended, for the stamp
   * @return new duties
   * @throws IllegalArgumentException when the other book has another schedule
   */
  public UsDuties under(TariffBook amendedBook, String words) {
    Objects.requireNonNull(amendedBook, "amendedBook");
    Objects.requireNonNull(words, "words");
    if (!amendedBook.sources().equals(book.sources())) {
      throw new IllegalArgumentException(
          "amendedBook must have the schedule of this law, but had " + amendedBook.sources());
    }
    String all = amended.isEmpty() ? words : amended + ", " + words;
    if (tellsLinesApart(amendedBook)) {
      return new Base(base.imports, amendedBook).under(amendedBook, day, all);
    }
    Set<Country> among = differing(amendedBook);
    FlowEnds newUnclaimed = base.unclaimed(amendedBook, day, among, unclaimed);
    FlowEnds newClaimed = base.claimed(amendedBook, day, among, claimed);
    return new UsDuties(base, amendedBook, day, all, newUnclaimed, newClaimed);
  }

  /** Whether the other book lists parts of a legal line that this one does not. */
  private boolean tellsLinesApart(TariffBook other) {
    Set<String> listed = new HashSet<>();
    book.measures().forEach(m -> listed.addAll(m.products().listedDigits()));
    return other.measures().stream()
        .flatMap(m -> m.products().listedDigits().stream())
        .anyMatch(digits -> digits.length() > DatedLine.DIGITS && !listed.contains(digits));
  }

  /** The origins to which the measures of the two books speak differently. */
  private Set<Country> differing(TariffBook other) {
    Set<TariffMeasure> mine = new HashSet<>(book.measures());
    Set<TariffMeasure> its = new HashSet<>(other.measures());
    List<TariffMeasure> gone = mine.stream().filter(m -> !its.contains(m)).toList();
    List<TariffMeasure> come = its.stream().filter(m -> !mine.contains(m)).toList();
    Set<Country> differing = new HashSet<>();
    for (Country origin : base.all) {
      if (!spokenTo(origin, gone).equals(spokenTo(origin, come))) {
        differing.add(origin);
      }
    }
    return differing;
  }

  private Map<TariffMeasure, Integer> spokenTo(Country origin, List<TariffMeasure> measures) {
    Map<TariffMeasure, Integer> spoken = new HashMap<>();
    for (TariffMeasure each : measures) {
      int closeness = each.origins().specificity(origin, day);
      if (closeness != OriginScope.NO_MATCH) {
        spoken.put(each.withOrigins(OriginScope.all()), closeness);
      }
    }
    return spoken;
  }

  /** Takes each part of a flow with its duties; an empty duty after is a prohibition. */
  private interface PartTaker {
    void take(
        Country origin,
        HsCode line,
        double value,
        Optional<EstimateRange> before,
        Optional<EstimateRange> after,
        boolean prohibited);
  }

  /** Who sells a flow, with their parts of it. */
  private interface Sellers {
    Map<Country, Double> of(Flow flow);
  }

  private Map<Country, Double> members(Flow flow) {
    return flow.partner().equals(UNION) ? base.unionShares : Map.of(flow.origin(), 1.0);
  }

  private void forEachPart(Sellers sellers, PartTaker taker) {
    for (int i = 0; i < base.flows.size(); i++) {
      int flow = i;
      Flow each = base.flows.get(i);
      double share = base.shares[i];
      Map<Country, Double> origins = sellers.of(each);
      origins.forEach(
          (origin, part) -> {
            double value = each.value() * part;
            take(taker, origin, flow, value * share, base.claimed, claimed);
            take(taker, origin, flow, value * (1 - share), base.unclaimed, unclaimed);
          });
    }
  }

  private void take(
      PartTaker taker, Country origin, int flow, double value, FlowEnds before, FlowEnds after) {
    if (value > 0) {
      taker.take(
          origin,
          base.flows.get(flow).line(),
          value,
          before.range(flow),
          after.range(flow),
          after.isProhibited(flow));
    }
  }

  /**
   * The duties in a world: averages of pairs and sectors that a model can be solved with. Duties of
   * which nothing is known are taken to lie among those of other goods of the same exporter.
   *
   * @param world the world, in which the United States is {@code US}
   * @return the law in the world
   * @throws IllegalArgumentException when the world has no {@code US}, or its sectors no bundled
   *     concordance
   */
  public WorldDuties averages(World world) {
    Objects.requireNonNull(world, "world");
    LawShockBuilder builder = LawShock.builder(world, IMPORTER, words());
    forEachPart(
        this::members,
        (origin, line, value, before, after, prohibited) -> {
          if (before.isPresent() && (after.isPresent() || prohibited)) {
            builder.add(origin, line, value, before.get(), after);
          } else {
            builder.addUnknown(origin, line, value);
          }
        });
    return new WorldDuties(this, world, builder.build().withUnknownLikeOthers());
  }

  /**
   * What the law adds to the duties on the goods of the input–output table, for a cost push. Duties
   * of which nothing is known are taken to lie among those of other imports of the same good.
   *
   * @return the additions
   */
  public LawDuties onGoods() {
    LawDuties.Builder builder = LawDuties.builder(words());
    forEachPart(
        flow -> Map.of(flow.origin(), 1.0),
        (origin, line, value, before, after, prohibited) -> {
          if (before.isPresent() && after.isPresent()) {
            builder.add(line, value, before.get(), after.get());
          } else if (prohibited) {
            builder.leaveOut(value);
          } else {
            builder.addUnknown(line, value);
          }
        });
    return builder.build().withUnknownLikeOthers();
  }

  /**
   * What the law does to the treasury, import by import. Flows of which a duty is unknown, whose
   * import is prohibited, or on which duty was collected where the law of then had none, are left
   * out and counted. What was collected in 2024 of a flow's statutory duty goes on being collected;
   * where that was more than the statutory duty (of calculated duties of the Census, by wrong lines
   * and by parts that claim nothing), the excess stays in points and does not grow with the duty;
   * of a statutory duty that lies between two rates, what was collected tells which it was.
   *
   * @return the simulations at the lowest and at the highest duties, in dollars; imports do not
   *     answer until told so
   */
  public RevenueRange revenue() {
    List<RevenueFlow> lowest = new ArrayList<>();
    List<RevenueFlow> highest = new ArrayList<>();
    double all = 0;
    double taken = 0;
    for (int flow = 0; flow < base.flows.size(); flow++) {
      Flow each = base.flows.get(flow);
      double share = base.shares[flow];
      all += each.value();
      Part claiming = new Part(true, share, base.claimed, claimed, agreement(each));
      Part rest = new Part(false, 1 - share, base.unclaimed, unclaimed, "none");
      taken += addTo(lowest, highest, flow, claiming);
      taken += addTo(lowest, highest, flow, rest);
    }
    String left =
        String.format(Locale.ROOT, "%.2f%% of imports are left out", 100 * (1 - taken / all));
    return RevenueRange.of(lowest, highest, List.of(words(), left));
  }

  private String agreement(Flow flow) {
    return UsAgreements.of(flow.partner(), day).orElse("preference");
  }

  /** The part of each flow that claims, or the rest, with its duties of both days. */
  private record Part(
      boolean claims, double share, FlowEnds before, FlowEnds after, String programme) {}

  /** Adds a part of a flow where its duties are known, and says how much it is worth. */
  private double addTo(List<RevenueFlow> lowest, List<RevenueFlow> highest, int flow, Part part) {
    Flow each = base.flows.get(flow);
    Optional<EstimateRange> old = part.before().range(flow);
    Optional<EstimateRange> now = part.after().range(flow);
    if (part.share() <= 0 || old.isEmpty() || now.isEmpty()) {
      return 0;
    }
    double value = each.value() * part.share();
    double collected = collected(flow, part.claims());
    double statutory = nearest(old.get(), collected);
    if (statutory == 0 && collected > 0) {
      return 0;
    }
    lowest.add(flowOf(each, part.programme(), value, statutory, collected, now.get().lowest()));
    highest.add(flowOf(each, part.programme(), value, statutory, collected, now.get().highest()));
    return value;
  }

  private static double nearest(EstimateRange range, double number) {
    return Math.min(Math.max(number, range.lowest()), range.highest());
  }

  /** Who claims paid the rate of the agreement in 2024, and who does not, the rest. */
  private double collected(int flow, boolean claiming) {
    double share = base.shares[flow];
    double all = base.flows.get(flow).collectedRate();
    double ofClaims =
        base.claimed.range(flow).map(range -> Math.min(range.lowest(), all)).orElse(0.0);
    if (claiming) {
      return share < 1 ? ofClaims : all;
    }
    return Math.max(0, (all - share * ofClaims) / (1 - share));
  }

  private static RevenueFlow flowOf(
      Flow flow, String programme, double value, double before, double collected, double after) {
    return new RevenueFlow(
        flow.line().toString(),
        flow.partner(),
        programme,
        BigMoney.of(CurrencyUnit.USD, BigDecimal.valueOf(value)),
        before,
        collected,
        after);
  }

  private String words() {
    return "US law of "
        + day
        + (amended.isEmpty() ? "" : " " + amended)
        + " against "
        + UsTariffs.FACTS_FROM
        + " ("
        + book.facts()
        + "), on imports of 2024, agreements claimed as then; "
        + String.join("; ", book.assumedThroughout());
  }

  /** The origins whose duties a change of the law moved, by code: for tests. */
  Set<String> originsLookedAtAgain(TariffBook other) {
    Set<String> codes = new TreeSet<>();
    differing(other).forEach(origin -> codes.add(origin.alpha2()));
    return codes;
  }

  /** What the duty of a flow lies within where nothing is claimed: for tests. */
  Optional<EstimateRange> unclaimed(int flow) {
    return unclaimed.range(flow);
  }

  /** The day and what was amended. */
  @Override
  public String toString() {
    return words();
  }
}
