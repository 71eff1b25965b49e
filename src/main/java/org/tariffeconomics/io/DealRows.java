package org.tariffeconomics.io;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.deal.Claim;
import org.tariffeconomics.deal.Deadline;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.Grant;
import org.tariffeconomics.deal.GrantLink;
import org.tariffeconomics.deal.Headline;
import org.tariffeconomics.deal.InvestmentPledge;
import org.tariffeconomics.deal.InvestmentPledge.Standing;
import org.tariffeconomics.deal.MarketAccessPledge;
import org.tariffeconomics.deal.PurchasePledge;
import org.tariffeconomics.deal.SnapBackClause;
import org.tariffeconomics.investment.CommitmentTerms;
import org.tariffeconomics.investment.DefaultConsequence;
import org.tariffeconomics.investment.Firmness;
import org.tariffeconomics.investment.FundingNotice;
import org.tariffeconomics.investment.Instrument;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Schedule;
import org.tariffeconomics.investment.Split;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.investment.StageEvent;
import org.tariffeconomics.investment.Tranche;
import org.tariffeconomics.investment.Waterfall;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Rule;

/** What the rows of the files of deals mean; a row with a problem means nothing. */
final class DealRows {

  static final List<String> DEALS =
      List.of(
          "id",
          "title",
          "grantor",
          "partner",
          "kind",
          "headline_rate",
          "headline_reading",
          "headline_text",
          "sources");
  static final List<String> HEADLINES =
      List.of("deal", "known_from", "rate", "reading", "sources", "verification");

  static final List<String> EVENTS =
      List.of(
          "deal",
          "effective",
          "known_from",
          "leg",
          "status",
          "text",
          "instrument",
          "sources",
          "verification");
  static final List<String> MEASURES = List.of("deal", "measure");
  static final List<String> INVESTMENTS =
      List.of(
          "deal",
          "name",
          "headline",
          "firmness",
          "instruments",
          "sectors",
          "start",
          "deadline",
          "yearly_cap",
          "notice_days",
          "notice_kind",
          "investor_until",
          "investor_after",
          "default_text",
          "sources",
          "verification",
          "known_from",
          "standing");
  static final List<String> TRANCHES =
      List.of(
          "deal",
          "investment",
          "tranche",
          "amount",
          "stage",
          "effective",
          "known_from",
          "sources",
          "verification");
  static final List<String> PURCHASES =
      List.of("deal", "goods", "amount", "years", "units", "sources", "verification");
  static final List<String> ACCESS =
      List.of(
          "deal",
          "goods",
          "text",
          "quota",
          "volume",
          "used",
          "growth",
          "placement",
          "sources",
          "verification");
  static final List<String> DEADLINES =
      List.of("deal", "day", "known_from", "what", "otherwise", "sources", "verification");
  static final List<String> SNAP_BACKS =
      List.of("deal", "trigger", "rate", "sources", "verification");
  static final List<String> GRANTS =
      List.of(
          "deal",
          "goods",
          "scope",
          "concession",
          "effective",
          "known_from",
          "programme",
          "origins",
          "from",
          "rules",
          "instead_rule",
          "instead_rate",
          "sources",
          "verification");
  static final List<String> CLAIMS =
      List.of("deal", "party", "topic", "text", "sources", "verification");

  private final SourceCatalogue catalogue;

  DealRows(SourceCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Headline headline(Row row) {
    Headline.Reading reading = row.word("headline_reading", Headline.Reading.class);
    return reading == null
        ? Headline.NONE
        : Headline.of(row.parsedIfPresent("headline_rate", Rate::parse), reading);
  }

  @Nullable Headline datedHeadline(Row row) {
    LocalDate knownFrom = row.requiredDay("known_from");
    Headline.Reading reading = row.word("reading", Headline.Reading.class);
    Rate rate = row.parsedIfPresent("rate", Rate::parse);
    Source source = catalogue.source(row);
    return knownFrom == null || reading == null || source == null
        ? null
        : new Headline(rate, reading, knownFrom, source);
  }

  @Nullable DealEvent event(Row row) {
    LocalDate effective = row.requiredDay("effective");
    LocalDate knownFrom = row.requiredDay("known_from");
    DealStatus status = row.word("status", DealStatus.class);
    Source source = catalogue.source(row);
    if (effective == null || knownFrom == null || status == null || source == null) {
      return null;
    }
    return new DealEvent(
        effective,
        knownFrom,
        row.cell("leg"),
        status,
        row.required("text"),
        row.cell("instrument"),
        source);
  }

  /** Without a day of its own, a pledge is known from the day of its source. */
  @Nullable InvestmentPledge investment(Row row) {
    LocalDate knownFrom = row.day("known_from");
    InvestmentCommitment commitment = commitment(row);
    if (commitment == null) {
      return null;
    }
    InvestmentPledge pledge =
        knownFrom == null
            ? InvestmentPledge.of(commitment)
            : new InvestmentPledge(commitment, knownFrom);
    Standing standing = row.parsedIfPresent("standing", t -> Row.wordOf(Standing.class, t));
    return standing == null ? pledge : pledge.withStanding(standing);
  }

  private @Nullable InvestmentCommitment commitment(Row row) {
    BigMoney headline = row.parsed("headline", DealRows::money);
    Firmness firmness = row.word("firmness", Firmness.class);
    List<Instrument> instruments =
        row.list("instruments", text -> Row.wordOf(Instrument.class, text));
    List<String> sectors = row.list("sectors", Function.identity());
    LocalDate start = row.day("start");
    LocalDate deadline = row.day("deadline");
    BigMoney cap = row.parsedIfPresent("yearly_cap", DealRows::money);
    CommitmentTerms terms = row.built("investor_until", () -> terms(row));
    Source source = catalogue.source(row);
    if (headline == null || firmness == null || terms == null || source == null) {
      return null;
    }
    return row.built(
        "headline",
        () ->
            InvestmentCommitment.of(row.required("name"), headline, firmness)
                .withInstruments(instruments.toArray(Instrument[]::new))
                .withSectors(sectors.toArray(String[]::new))
                .withSchedule(Schedule.of(start, deadline, cap))
                .withTerms(terms)
                .with(source));
  }

  /** The deemed allocation bears no interest here, since no rate of it was published. */
  private static CommitmentTerms terms(Row row) {
    BigDecimal until = row.parsedIfPresent("investor_until", DealRows::number);
    BigDecimal after = row.parsedIfPresent("investor_after", DealRows::number);
    Integer days = row.parsedIfPresent("notice_days", DealRows::whole);
    FundingNotice.Kind kind =
        row.parsedIfPresent("notice_kind", t -> Row.wordOf(FundingNotice.Kind.class, t));
    return CommitmentTerms.of(
        until == null || after == null
            ? null
            : Waterfall.twoStage(split(until), Rate.ZERO, split(after)),
        days == null || kind == null ? null : new FundingNotice(days, kind),
        row.isBlank("default_text") ? null : DefaultConsequence.of(row.cell("default_text")));
  }

  private static Split split(BigDecimal investorPercent) {
    return Split.toInvestor(investorPercent.movePointLeft(2));
  }

  /** Adds a tranche, or one more stage of one, to the commitment of its name. */
  void addTranche(Row row, List<InvestmentPledge> investments) {
    BigMoney amount = row.parsed("amount", DealRows::money);
    Stage stage = row.word("stage", Stage.class);
    LocalDate effective = row.requiredDay("effective");
    LocalDate knownFrom = row.requiredDay("known_from");
    Source source = catalogue.source(row);
    if (amount == null
        || stage == null
        || effective == null
        || knownFrom == null
        || source == null) {
      return;
    }
    String name = row.required("investment");
    StageEvent event = new StageEvent(stage, amount, effective, knownFrom, source);
    for (int i = 0; i < investments.size(); i++) {
      InvestmentPledge pledge = investments.get(i);
      InvestmentCommitment each = pledge.commitment();
      if (each.name().equals(name)) {
        InvestmentCommitment more =
            row.built("amount", () -> reached(each, row.required("tranche"), event));
        investments.set(
            i,
            new InvestmentPledge(
                requireNonNullElse(more, each), pledge.knownFrom(), pledge.standing()));
        return;
      }
    }
    row.problem("investment", "no such commitment of the deal");
  }

  private static InvestmentCommitment reached(
      InvestmentCommitment commitment, String name, StageEvent event) {
    List<Tranche> tranches = new ArrayList<>();
    boolean known = false;
    for (Tranche each : commitment.tranches()) {
      boolean same = each.name().equals(name);
      known |= same;
      tranches.add(same ? each.with(event) : each);
    }
    if (!known) {
      tranches.add(new Tranche(name, event.amount(), List.of(event)));
    }
    return new InvestmentCommitment(
        commitment.name(),
        commitment.headline(),
        commitment.firmness(),
        commitment.instruments(),
        commitment.sectors(),
        commitment.schedule(),
        commitment.terms(),
        tranches,
        commitment.sources(),
        commitment.knownFrom());
  }

  @Nullable PurchasePledge purchase(Row row) {
    BigMoney amount = row.parsedIfPresent("amount", DealRows::money);
    Integer years = row.parsedIfPresent("years", DealRows::whole);
    Integer units = row.parsedIfPresent("units", DealRows::whole);
    Source source = catalogue.source(row);
    return source == null
        ? null
        : row.built(
            "amount",
            () -> new PurchasePledge(row.required("goods"), amount, years, units, null, source));
  }

  @Nullable MarketAccessPledge access(Row row) {
    Quantity volume = row.parsedIfPresent("volume", Quantity::parse);
    Quantity used = row.parsedIfPresent("used", Quantity::parse);
    Rate growth = row.parsedIfPresent("growth", Rate::parse);
    MarketAccessPledge.Placement placement =
        row.word("placement", MarketAccessPledge.Placement.class);
    Source source = catalogue.source(row);
    if (placement == null || source == null) {
      return null;
    }
    boolean isNew = placement == MarketAccessPledge.Placement.NEW_QUOTA;
    Quantity usedSoFar =
        used == null && isNew && volume != null ? Quantity.of(0, volume.unit()) : used;
    return row.built(
        "growth",
        () ->
            new MarketAccessPledge(
                row.required("goods"),
                row.required("text"),
                volume == null || usedSoFar == null
                    ? null
                    : new TariffQuota(row.cell("quota"), volume, usedSoFar),
                growth,
                placement,
                source));
  }

  @Nullable Deadline deadline(Row row) {
    LocalDate day = row.requiredDay("day");
    LocalDate knownFrom = row.requiredDay("known_from");
    Source source = catalogue.source(row);
    return day == null || knownFrom == null || source == null
        ? null
        : new Deadline(day, knownFrom, row.required("what"), row.cell("otherwise"), source);
  }

  @Nullable SnapBackClause snapBack(Row row) {
    Rate rate = row.parsedIfPresent("rate", Rate::parse);
    Source source = catalogue.source(row);
    return source == null ? null : new SnapBackClause(row.required("trigger"), rate, source);
  }

  @Nullable Grant grant(Row row) {
    LocalDate effective = row.day("effective");
    LocalDate knownFrom = row.day("known_from");
    GrantLink law = row.isBlank("programme") ? null : link(row);
    Source source = catalogue.source(row);
    return source == null
        ? null
        : new Grant(
            row.required("goods"),
            row.cell("scope"),
            row.required("concession"),
            effective,
            knownFrom,
            law,
            source);
  }

  private static @Nullable GrantLink link(Row row) {
    OriginScope origins = row.parsed("origins", OriginScope::parse);
    LocalDate from = row.requiredDay("from");
    List<Rule> rules = row.list("rules", t -> Row.wordOf(Rule.class, t));
    Rule rule = row.parsedIfPresent("instead_rule", t -> Row.wordOf(Rule.class, t));
    DutyRate rate = row.parsedIfPresent("instead_rate", DutyRate::parse);
    return origins == null || from == null
        ? null
        : row.built(
            "rules",
            () ->
                new GrantLink(
                    row.required("programme"),
                    origins,
                    from,
                    new TreeSet<>(rules),
                    rule == null || rate == null ? null : new GrantLink.Instead(rule, rate)));
  }

  @Nullable Claim claim(Row row) {
    Source source = catalogue.source(row);
    return source == null
        ? null
        : new Claim(row.required("party"), row.required("topic"), row.required("text"), source);
  }

  private static BigMoney money(String text) {
    return BigMoney.parse(Texts.readable("An amount", text));
  }

  private static BigDecimal number(String text) {
    return PlainNumber.parse("the number", text);
  }

  private static Integer whole(String text) {
    try {
      return number(text).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("must be a whole number of at most 9 digits", e);
    }
  }
}
