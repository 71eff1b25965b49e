package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.investment.Allocation;
import org.tariffeconomics.investment.Firmness;
import org.tariffeconomics.investment.Instrument;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Tranche;

/**
 * What was promised in return for a deal's terms.
 *
 * @param investments the investments, each from the day on which it was known
 * @param purchases the purchases
 * @param marketAccess the market access
 * @since 0.1.0
 */
public record DealPromises(
    List<InvestmentPledge> investments,
    List<PurchasePledge> purchases,
    List<MarketAccessPledge> marketAccess) {

  /** Nothing was promised. */
  public static final DealPromises NONE = new DealPromises(List.of(), List.of(), List.of());

  /**
   * Creates promises.
   *
   * @param investments the investments, each from the day on which it was known
   * @param purchases the purchases
   * @param marketAccess the market access
   */
  public DealPromises {
    Objects.requireNonNull(investments, "investments");
    Objects.requireNonNull(purchases, "purchases");
    Objects.requireNonNull(marketAccess, "marketAccess");
    investments = List.copyOf(investments);
    purchases = List.copyOf(purchases);
    marketAccess = List.copyOf(marketAccess);
  }

  /**
   * The same promises with more investments.
   *
   * @param more the pledges
   * @return new promises
   */
  public DealPromises withInvestments(InvestmentPledge... more) {
    Objects.requireNonNull(more, "more");
    return new DealPromises(DealTerms.joined(investments, List.of(more)), purchases, marketAccess);
  }

  /**
   * The same promises with more purchases.
   *
   * @param more the pledges
   * @return new promises
   */
  public DealPromises withPurchases(PurchasePledge... more) {
    Objects.requireNonNull(more, "more");
    return new DealPromises(investments, DealTerms.joined(purchases, List.of(more)), marketAccess);
  }

  /**
   * The same promises with more market access.
   *
   * @param more the pledges
   * @return new promises
   */
  public DealPromises withMarketAccess(MarketAccessPledge... more) {
    Objects.requireNonNull(more, "more");
    return new DealPromises(investments, purchases, DealTerms.joined(marketAccess, List.of(more)));
  }

  /**
   * The promises as one could know them.
   *
   * @param day the day of knowledge
   * @return those that were known; purchases and market access count from the day that their source
   *     bears
   */
  public DealPromises asKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new DealPromises(
        investments.stream().filter(p -> p.isKnownOn(day)).toList(),
        purchases.stream().filter(p -> Claim.isKnown(p.source(), day)).toList(),
        marketAccess.stream().filter(p -> Claim.isKnown(p.source(), day)).toList());
  }

  /**
   * {@return the first day on which one could know of an investment; empty where none bears one}
   */
  public Optional<LocalDate> firstKnown() {
    return investments.stream()
        .flatMap(p -> Optional.ofNullable(p.knownFrom()).stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * All investments of the deal as one commitment, without those that were announced beside it: the
   * headlines added up, credit guarantees at their face; the forms, sectors and tranches of all; as
   * firm as the least firm. Start, deadline, cap and terms are those of the only commitment, and
   * open where there are several.
   *
   * @return the commitment; empty where none was promised
   * @throws IllegalArgumentException when their currencies differ
   */
  public Optional<InvestmentCommitment> wholeInvestment() {
    List<InvestmentCommitment> parts =
        investments.stream()
            .filter(InvestmentPledge::isOfTheDeal)
            .map(InvestmentPledge::commitment)
            .toList();
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    InvestmentCommitment whole =
        InvestmentCommitment.of(
                parts.stream().map(InvestmentCommitment::name).collect(Collectors.joining(" + ")),
                sum(parts),
                parts.stream()
                    .map(InvestmentCommitment::firmness)
                    .max(Firmness::compareTo)
                    .orElseThrow())
            .withInstruments(Allocation.named(instruments(parts)))
            .withSectors(Allocation.named(sectors(parts)));
    Optional<LocalDate> first = firstKnown();
    whole = first.isPresent() ? whole.withKnownFrom(first.get()) : whole;
    for (InvestmentCommitment each : parts) {
      for (Tranche tranche : each.tranches()) {
        whole = whole.with(tranche);
      }
      for (Source source : each.sources()) {
        whole = whole.sources().contains(source) ? whole : whole.with(source);
      }
    }
    return Optional.of(whole);
  }

  private static BigMoney sum(List<InvestmentCommitment> parts) {
    BigMoney sum = BigMoney.zero(parts.get(0).headline().getCurrencyUnit());
    for (InvestmentCommitment each : parts) {
      if (!each.headline().getCurrencyUnit().equals(sum.getCurrencyUnit())) {
        throw new IllegalArgumentException(
            "Pledges of several currencies cannot be added up: " + parts);
      }
      sum = sum.plus(each.headline());
    }
    return sum;
  }

  private static Instrument[] instruments(List<InvestmentCommitment> parts) {
    return parts.stream()
        .flatMap(p -> p.instruments().parts().stream())
        .map(Allocation.Part::of)
        .distinct()
        .toArray(Instrument[]::new);
  }

  private static String[] sectors(List<InvestmentCommitment> parts) {
    return parts.stream()
        .flatMap(p -> p.sectors().parts().stream())
        .map(Allocation.Part::of)
        .distinct()
        .toArray(String[]::new);
  }

  /** How many promises there are of each kind. */
  @Override
  public String toString() {
    List<String> kinds = new ArrayList<>();
    kinds.add(investments.size() + " investments");
    kinds.add(purchases.size() + " purchases");
    kinds.add(marketAccess.size() + " market openings");
    return String.join(", ", kinds);
  }
}
