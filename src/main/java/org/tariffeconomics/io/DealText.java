package org.tariffeconomics.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.Grant;
import org.tariffeconomics.deal.GrantLink;
import org.tariffeconomics.deal.Headline;
import org.tariffeconomics.deal.InvestmentPledge;
import org.tariffeconomics.deal.MarketAccessPledge;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.deal.PurchasePledge;
import org.tariffeconomics.investment.Allocation;
import org.tariffeconomics.investment.CommitmentTerms;
import org.tariffeconomics.investment.DefaultConsequence;
import org.tariffeconomics.investment.FundingNotice;
import org.tariffeconomics.investment.Instrument;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.StageEvent;
import org.tariffeconomics.investment.Tranche;
import org.tariffeconomics.investment.Waterfall;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/** Writes deals as the files that {@link DealCsv} reads. */
final class DealText {

  private final Map<List<String>, String> keys = new LinkedHashMap<>();
  private final Map<String, List<List<String>>> rows = new LinkedHashMap<>();

  private final CsvStyle style;

  private DealText(CsvStyle style) {
    this.style = style;
  }

  static Map<String, String> of(Collection<Deal> deals, CsvStyle style) {
    DealText text = new DealText(style);
    deals.forEach(text::add);
    return text.files();
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    List<List<String>> documents = new ArrayList<>();
    keys.forEach((document, key) -> documents.add(join(List.of(key), document)));
    files.put("sources.csv", CsvText.of(SourceCatalogue.COLUMNS, documents, style));
    put(files, "deals.csv", DealRows.DEALS);
    put(files, "events.csv", DealRows.EVENTS);
    put(files, "measures.csv", DealRows.MEASURES);
    put(files, "headlines.csv", DealRows.HEADLINES);
    put(files, "investments.csv", DealRows.INVESTMENTS);
    put(files, "tranches.csv", DealRows.TRANCHES);
    put(files, "purchases.csv", DealRows.PURCHASES);
    put(files, "market-access.csv", DealRows.ACCESS);
    put(files, "deadlines.csv", DealRows.DEADLINES);
    put(files, "snap-backs.csv", DealRows.SNAP_BACKS);
    put(files, "concessions.csv", DealRows.GRANTS);
    put(files, "claims.csv", DealRows.CLAIMS);
    return files;
  }

  private void put(Map<String, String> files, String name, List<String> columns) {
    files.put(name, CsvText.of(columns, rows.getOrDefault(name, List.of()), style));
  }

  private void row(String file, String... cells) {
    rows.computeIfAbsent(file, name -> new ArrayList<>()).add(List.of(cells));
  }

  /** A row that ends with its source and how far that was verified. */
  private void row(String file, Source source, String... cells) {
    List<String> end = List.of(key(source), source.verification().name());
    rows.computeIfAbsent(file, name -> new ArrayList<>()).add(join(List.of(cells), end));
  }

  private static List<String> join(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private String key(Source source) {
    List<String> document = List.of(source.title(), CsvText.day(source.date()), source.citation());
    return keys.computeIfAbsent(document, d -> "s" + (keys.size() + 1));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private void add(Deal deal) {
    Headline headline = deal.headline();
    List<String> parties = deal.parties().stream().map(Party::code).toList();
    row(
        "deals.csv",
        deal.id(),
        deal.title(),
        parties.get(0),
        CsvText.list(parties.subList(1, parties.size())),
        deal.kind(),
        text(headline.rate()),
        headline.reading().name(),
        "",
        "");
    deal.concessions().stream()
        .filter(measure -> deal.terms().grants().stream().noneMatch(g -> isCarriedBy(g, measure)))
        .forEach(measure -> row("measures.csv", deal.id(), measure.id()));
    deal.terms().grants().forEach(grant -> add(deal, grant));
    deal.events().forEach(event -> add(deal, event));
    deal.terms().headlines().forEach(each -> add(deal, each));
    deal.promises().investments().forEach(investment -> add(deal, investment));
    deal.purchases().forEach(purchase -> add(deal, purchase));
    deal.marketAccess().forEach(access -> add(deal, access));
    deal.deadlines()
        .forEach(
            d ->
                row(
                    "deadlines.csv",
                    d.source(),
                    deal.id(),
                    text(d.day()),
                    text(d.knownFrom()),
                    d.what(),
                    d.otherwise()));
    deal.snapBacks()
        .forEach(s -> row("snap-backs.csv", s.source(), deal.id(), s.trigger(), text(s.rate())));
    deal.claims()
        .forEach(c -> row("claims.csv", c.source(), deal.id(), c.party(), c.topic(), c.text()));
  }

  /** Such a measure is found again when the grant is read. */
  private static boolean isCarriedBy(Grant grant, TariffMeasure measure) {
    return grant.link().map(link -> link.isCarriedBy(measure)).orElse(false);
  }

  private void add(Deal deal, Grant grant) {
    GrantLink law = grant.law();
    GrantLink.Instead instead = law == null ? null : law.instead();
    row(
        "concessions.csv",
        grant.source(),
        deal.id(),
        grant.goods(),
        grant.scope(),
        grant.concession(),
        text(grant.effective()),
        text(grant.knownFrom()),
        law == null ? "" : law.programme(),
        law == null ? "" : law.origins().toString(),
        law == null ? "" : law.from().toString(),
        law == null ? "" : CsvText.list(law.rules().stream().map(Rule::name).sorted().toList()),
        instead == null ? "" : instead.rule().name(),
        instead == null ? "" : instead.rate().toString());
  }

  private void add(Deal deal, DealEvent event) {
    row(
        "events.csv",
        event.source(),
        deal.id(),
        text(event.effective()),
        text(event.knownFrom()),
        event.leg(),
        event.status().name(),
        event.text(),
        event.instrument());
  }

  /** One without a source is that of the deal's own row. */
  private void add(Deal deal, Headline headline) {
    Source source = headline.source();
    if (source != null) {
      row(
          "headlines.csv",
          source,
          deal.id(),
          text(headline.knownFrom()),
          text(headline.rate()),
          headline.reading().name());
    }
  }

  private void add(Deal deal, InvestmentPledge promise) {
    InvestmentCommitment pledge = promise.commitment();
    if (pledge.sources().size() != 1) {
      throw new IllegalArgumentException(
          "A commitment is written with one source, but '"
              + pledge.name()
              + "' has "
              + pledge.sources().size());
    }
    CommitmentTerms terms = pledge.terms();
    FundingNotice notice = terms.funding().orElse(null);
    Source source = pledge.sources().get(0);
    row(
        "investments.csv",
        deal.id(),
        pledge.name(),
        pledge.headline().toString(),
        pledge.firmness().name(),
        names(pledge.instruments(), Instrument::name),
        names(pledge.sectors(), sector -> sector),
        CsvText.day(pledge.schedule().firstDay().orElse(null)),
        CsvText.day(pledge.schedule().lastDay().orElse(null)),
        text(pledge.schedule().cap().orElse(null)),
        notice == null ? "" : Integer.toString(notice.days()),
        notice == null ? "" : notice.kind().name(),
        investorPercent(terms.cashFlows().orElse(null), 0),
        investorPercent(terms.cashFlows().orElse(null), 1),
        terms.onDefault().map(DefaultConsequence::text).orElse(""),
        key(source),
        source.verification().name(),
        CsvText.day(promise.knownFrom()),
        promise.isOfTheDeal() ? "" : promise.standing().name());
    pledge.tranches().forEach(tranche -> add(deal, pledge, tranche));
  }

  private static <T> String names(Allocation<T> allocation, Function<T, String> name) {
    return CsvText.list(allocation.parts().stream().map(part -> name.apply(part.of())).toList());
  }

  private static String investorPercent(@Nullable Waterfall waterfall, int stage) {
    if (waterfall == null || waterfall.stages().size() <= stage) {
      return "";
    }
    BigDecimal share = waterfall.stages().get(stage).split().investor();
    return share.movePointRight(2).toPlainString();
  }

  private void add(Deal deal, InvestmentCommitment pledge, Tranche tranche) {
    for (StageEvent event : tranche.events()) {
      row(
          "tranches.csv",
          event.source(),
          deal.id(),
          pledge.name(),
          tranche.name(),
          event.amount().toString(),
          event.stage().name(),
          day(event.day()),
          day(event.knownFrom()));
    }
  }

  private static String day(LocalDate day) {
    return Objects.toString(day);
  }

  private void add(Deal deal, PurchasePledge pledge) {
    row(
        "purchases.csv",
        pledge.source(),
        deal.id(),
        pledge.goods(),
        text(pledge.amount()),
        text(pledge.years()),
        text(pledge.units()));
  }

  private void add(Deal deal, MarketAccessPledge pledge) {
    row(
        "market-access.csv",
        pledge.source(),
        deal.id(),
        pledge.goods(),
        pledge.text(),
        pledge.quota() == null ? "" : pledge.quota().name(),
        pledge.quota() == null ? "" : text(pledge.quota().volume()),
        pledge.quota() == null ? "" : text(pledge.quota().used()),
        text(pledge.growth()),
        pledge.placement().name());
  }
}
