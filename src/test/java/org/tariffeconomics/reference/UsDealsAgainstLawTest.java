package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.Grant;
import org.tariffeconomics.deal.InvestmentPledge;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The register and the law in one jar do not contradict each other. */
class UsDealsAgainstLawTest {

  private static final DealRegister DEALS = UsDeals.register();
  private static final TariffBook LAW = UsTariffs.book();

  /** The programmes of the law that a leg of an arrangement moves. */
  private static final Map<String, Set<String>> PROGRAMMES =
      Map.ofEntries(
          Map.entry("reciprocal", Set.of("IEEPA reciprocal")),
          Map.entry("autos", Set.of("S232 autos")),
          Map.entry("parts and wood", Set.of("S232 auto parts", "S232 wood")),
          Map.entry("metals", Set.of("S232 steel", "S232 aluminium")),
          Map.entry("surcharge", Set.of("S122")),
          Map.entry("forced labour", Set.of("S301 forced labor")),
          Map.entry("fentanyl", Set.of("IEEPA China")),
          Map.entry("border", Set.of("IEEPA Canada", "IEEPA Mexico")),
          Map.entry("brazil order", Set.of("IEEPA Brazil")),
          Map.entry("russian oil", Set.of("IEEPA India")),
          Map.entry("section 301", Set.of("S301 Brazil")),
          Map.entry("section 338", Set.of("S338 Canada", "S338 Canada 2026-09")));

  /** Legs that are no measure of the United States, or whose measure may not be held. */
  private static final Set<String> OTHER_LEGS =
      Set.of(
          "investment",
          "threat",
          "eu side",
          "canadian side",
          "malaysian side",
          "exemptions",
          "pharmaceuticals");

  private static final LocalDate LAST = day("2026-11-23");

  /** Every day on which the law or the register changes, the day before it, and the last. */
  private static final List<LocalDate> DAYS = days();

  private static List<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>(LAW.changeDays());
    DEALS.deals().forEach(d -> d.events().forEach(e -> days.add(e.effective())));
    new TreeSet<>(days).forEach(d -> days.add(d.minusDays(1)));
    days.add(LAST);
    return List.copyOf(days.subSet(UsTariffs.FACTS_FROM, true, LAST, true));
  }

  /** Some of them, where every deal is taken out and put back on each. */
  private static final List<LocalDate> SOME_DAYS =
      List.of(
          day("2025-03-10"),
          day("2025-05-20"),
          day("2025-08-07"),
          day("2025-09-16"),
          day("2025-11-20"),
          day("2026-02-24"),
          day("2026-05-02"),
          day("2026-07-24"),
          LAST);

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void every_leg_is_one_of_those_whose_law_is_known() {
    Set<String> legs = new TreeSet<>();
    DEALS.deals().forEach(d -> legs.addAll(d.legs()));
    legs.removeAll(PROGRAMMES.keySet());
    legs.removeAll(OTHER_LEGS);
    assertEquals(Set.of(), legs);
  }

  @Test
  void a_leg_is_in_force_exactly_when_a_measure_of_it_is_law_for_the_partner() {
    List<String> contradictions = new ArrayList<>();
    for (Deal deal : DEALS.deals()) {
      for (String leg : deal.legs()) {
        for (LocalDate day : DAYS) {
          Optional<DealStatus> status = ownStatus(deal, leg, day);
          if (PROGRAMMES.containsKey(leg) && status.isPresent()) {
            boolean law = isLaw(deal, PROGRAMMES.get(leg), day);
            boolean fallen =
                Set.of(DealStatus.TERMINATED, DealStatus.EXPIRED).contains(status.get());
            if (status.get().isInForce() != law && (status.get().isInForce() || fallen)) {
              contradictions.add(deal.id() + " " + leg + " " + day + " " + status + " law " + law);
            }
          }
        }
      }
    }
    assertEquals(List.of(), contradictions);
  }

  /** Where the leg's own events put it; the deal's are not looked at. */
  private static Optional<DealStatus> ownStatus(Deal deal, String leg, LocalDate day) {
    return deal.events().stream()
        .filter(e -> e.leg().equals(leg) && !e.effective().isAfter(day))
        .reduce((a, b) -> b)
        .map(DealEvent::status);
  }

  private static final Map<Set<String>, List<TariffMeasure>> CHARGING = new HashMap<>();

  private static List<TariffMeasure> charging(Set<String> programmes) {
    return CHARGING.computeIfAbsent(
        programmes,
        names ->
            LAW.measures().stream()
                .filter(m -> names.contains(m.programme()))
                .filter(m -> m.rule() == Rule.ADDS || m.rule() == Rule.TOPS_UP_TO)
                .toList());
  }

  private static boolean isLaw(Deal deal, Set<String> programmes, LocalDate day) {
    List<Country> partners =
        deal.parties().stream()
            .skip(1)
            .flatMap(
                p ->
                    p.country().stream().toList().isEmpty()
                        ? p.group().orElseThrow().members(day).stream()
                        : p.country().stream())
            .toList();
    return charging(programmes).stream()
        .filter(m -> m.inForce().contains(day))
        .anyMatch(m -> partners.stream().anyMatch(c -> m.origins().includes(c, day)));
  }

  /** A court's ruling and the order after it: all duties under the emergency act are gone. */
  @Test
  void every_leg_under_the_emergency_act_is_void_and_terminated() {
    Set<String> emergency = Set.of("reciprocal", "fentanyl", "border", "brazil order");
    for (Deal deal : DEALS.deals()) {
      for (String leg : deal.legs()) {
        if (emergency.contains(leg)) {
          assertEquals(
              Optional.of(DealStatus.VOID),
              ownStatus(deal, leg, day("2026-02-23")),
              deal.id() + " " + leg);
          assertEquals(
              Optional.of(DealStatus.TERMINATED),
              ownStatus(deal, leg, day("2026-11-23")),
              deal.id() + " " + leg);
        }
      }
    }
  }

  /** All-inclusive totals exist by agreement only, so each belongs to a deal of its partner. */
  @Test
  void no_measure_of_an_agreement_is_without_its_deal() {
    List<String> orphans = new ArrayList<>();
    for (TariffMeasure measure : LAW.measures()) {
      if (measure.rule() == Rule.TOPS_UP_TO && !measure.inForce().isUnboundedStart()) {
        LocalDate start = measure.inForce().getStart();
        for (Country each : measure.origins().members(start)) {
          if (measure.origins().specificity(each, start) > 0 && !isGranted(measure, each, start)) {
            orphans.add(measure.id() + " for " + each);
          }
        }
      }
    }
    assertEquals(List.of(), orphans);
  }

  /**
   * Exemptions that name their countries, but for those that are claimed by name, those of goods on
   * the way or under older contracts, within quotas that the order itself opens, those that an
   * order against one country makes from its own duty, goods of the United States, and goods of
   * Russia that bear the duty on another metal instead.
   */
  @Test
  void no_exemption_of_an_agreement_is_without_its_deal() {
    List<String> orphans = new ArrayList<>();
    for (TariffMeasure measure : LAW.measures()) {
      if (measure.rule() == Rule.EXEMPTS && !measure.inForce().isUnboundedStart()) {
        LocalDate start = measure.inForce().getStart();
        for (Country each : measure.origins().members(start)) {
          boolean named =
              measure.origins().specificity(each, start) > 0 && !each.equals(Country.of("US"));
          if (named && !isOfTheOrder(measure) && !isGranted(measure, each, start)) {
            orphans.add(measure.id() + " (" + measure.origins() + ")");
          }
        }
      }
    }
    assertEquals(List.of(), orphans.stream().distinct().toList());
  }

  private static boolean isOfTheOrder(TariffMeasure measure) {
    boolean stated =
        measure.conditions().stream()
            .map(Object::toString)
            .anyMatch(
                c -> Stream.of("claim", "contract", "loaded", "quota").anyMatch(c::startsWith));
    List<TariffMeasure> dues =
        LAW.measures().stream()
            .filter(m -> m.programme().equals(measure.programme()) && m.rule() != Rule.EXEMPTS)
            .toList();
    boolean againstOne =
        dues.stream().allMatch(m -> m.origins().members(measure.inForce().getStart()).size() <= 2);
    boolean otherMetal =
        Stream.of(
                "S232 copper, goods with aluminium, of Russia",
                "S301 forced labor, metal of Russia")
            .anyMatch(measure.id()::startsWith);
    return stated || otherMetal || (!dues.isEmpty() && againstOne);
  }

  /** An event is known on a day, takes effect on a day, and neither is before the other's reach. */
  @Test
  void every_event_has_both_clocks() {
    for (Deal deal : DEALS.deals()) {
      for (DealEvent event : deal.events()) {
        assertFalse(event.effective().isBefore(day("2018-01-01")), event.toString());
        assertFalse(event.knownFrom().isAfter(day("2026-11-28")), event.toString());
        assertEquals(
            event.knownFrom().isAfter(event.effective()), event.isRetroactive(), event.toString());
        assertFalse(
            event.source().day().orElseThrow().isAfter(day("2026-11-28")), event.toString());
      }
    }
  }

  private static boolean isGranted(TariffMeasure measure, Country partner, LocalDate day) {
    Optional<PartOfTerritory> part =
        PartOfTerritory.all().stream()
            .filter(each -> each.parts().equals(measure.origins()))
            .findFirst();
    return part.map(
            each ->
                LAW.measures().stream()
                    .anyMatch(m -> isTheSameForTheWhole(m, measure, each.territory(), day)))
        .orElseGet(() -> isGrantedTo(partner, measure, day));
  }

  /** What parts that have codes of their own may pay is what their territory was granted. */
  private static boolean isTheSameForTheWhole(
      TariffMeasure granted, TariffMeasure ofPart, OriginScope territory, LocalDate day) {
    Country member = territory.members(day).get(0);
    return granted.programme().equals(ofPart.programme())
        && granted.rule() == ofPart.rule()
        && granted.products().equals(ofPart.products())
        && granted.rate().equals(ofPart.rate())
        && granted.inForce().equals(ofPart.inForce())
        && granted.origins().specificity(member, day) > 0
        && isGrantedTo(member, granted, day);
  }

  private static boolean isGrantedTo(Country partner, TariffMeasure measure, LocalDate day) {
    return DEALS.deals().stream()
        .filter(d -> d.binds(partner, day))
        .flatMap(d -> d.terms().grants().stream())
        .flatMap(g -> g.link().stream())
        .filter(l -> l.origins().includes(partner, day))
        .anyMatch(l -> l.isCarriedBy(measure));
  }

  /** Lists of goods may not be held; a grant that charges is found in the law. */
  @Test
  void what_a_grant_says_is_law_is_law() {
    List<String> notHeld = new ArrayList<>();
    for (Deal deal : DEALS.deals()) {
      for (Grant grant : deal.terms().grants()) {
        boolean charges =
            grant.link().map(l -> !l.rules().equals(Set.of(Rule.EXEMPTS))).orElse(false);
        if (charges && grant.in(LAW).isEmpty()) {
          notHeld.add(grant.link().orElseThrow().programme());
        }
      }
    }
    notHeld.removeIf(Set.of("S232 pharmaceuticals", "S232 drones")::contains);
    assertEquals(List.of(), notHeld);
  }

  @Test
  void no_pledge_is_told_twice_and_parts_add_up_to_the_whole() {
    for (Deal deal : DEALS.deals()) {
      Set<String> seen = new HashSet<>();
      deal.promises().investments().forEach(p -> assertTrue(seen.add(p.commitment().name())));
      deal.purchases().forEach(p -> assertTrue(seen.add(p.goods()), p.goods()));
      BigDecimal parts =
          deal.promises().investments().stream()
              .filter(InvestmentPledge::isOfTheDeal)
              .map(p -> p.commitment().headline().getAmount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      deal.promises()
          .wholeInvestment()
          .ifPresent(w -> assertEquals(0, parts.compareTo(w.headline().getAmount()), deal.id()));
      deal.promises()
          .investments()
          .forEach(p -> assertFalse(isSumOfPurchases(deal, p), deal.id() + " " + p));
    }
  }

  private static boolean isSumOfPurchases(Deal deal, InvestmentPledge pledge) {
    BigDecimal purchases =
        deal.purchases().stream()
            .flatMap(p -> Optional.ofNullable(p.amount()).stream())
            .map(m -> m.getAmount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return purchases.signum() > 0
        && purchases.compareTo(pledge.commitment().headline().getAmount()) == 0;
  }

  @Test
  void every_source_is_dated_and_cited() {
    for (Deal deal : DEALS.deals()) {
      deal.events().forEach(e -> assertCited(e.source().day(), e.source().citation(), e));
      deal.deadlines().forEach(d -> assertCited(d.source().day(), d.source().citation(), d));
      deal.claims().forEach(c -> assertCited(c.source().day(), c.source().citation(), c));
      deal.snapBacks().forEach(s -> assertCited(s.source().day(), s.source().citation(), s));
      deal.purchases().forEach(p -> assertCited(p.source().day(), p.source().citation(), p));
      deal.marketAccess().forEach(m -> assertCited(m.source().day(), m.source().citation(), m));
      deal.terms().grants().forEach(g -> assertCited(g.source().day(), g.source().citation(), g));
    }
  }

  private static void assertCited(Optional<LocalDate> day, String citation, Object fact) {
    assertTrue(day.isPresent(), "not dated: " + fact);
    assertFalse(citation.isBlank(), "not cited: " + fact);
  }

  /** EO 14326, annex I, against the letters of 7 and 9 July 2025. */
  @Test
  void without_its_deal_a_partner_pays_the_rate_of_its_letter() {
    assertWorth("ID", "6109.10", "2025-08-07", "35.5", "48.5");
    assertWorth("PH", "6109.10", "2025-08-07", "35.5", "36.5");
    assertWorth("TH", "6109.10", "2025-08-07", "35.5", "52.5");
    assertWorth("JP", "6109.10", "2025-08-07", "16.5", "41.5");
    assertWorth("KR", "8703.23.01", "2025-11-01", "15", "25");
    assertWorth("CH", "6109.10", "2025-11-14", "16.5", "55.5");
    assertWorth("LI", "6109.10", "2025-11-14", "16.5", "31.5");
  }

  private static void assertWorth(
      String partner, String line, String day, String with, String without) {
    HsCode goods = HsCode.of(line);
    Deal deal = DEALS.dealOf(Country.of(partner), day(day)).orElseThrow();
    assertEquals(
        Optional.of(Rate.percent(with)), SectorRates.rate(LAW.on(day), goods, partner), partner);
    assertEquals(
        Optional.of(Rate.percent(without)),
        SectorRates.rate(LAW.without(deal).on(day), goods, partner),
        partner);
  }

  /** Nineteen percent was for six partners by one measure: the others keep it. */
  @Test
  void without_one_partner_s_deal_the_others_pay_what_they_paid() {
    TariffBook without = LAW.without(DEALS.deal("ID"));
    HsCode shirts = HsCode.of("6109.10");
    for (String each : List.of("KH", "MY", "PH", "TH", "PK", "VN")) {
      assertEquals(
          SectorRates.rate(LAW.on("2025-08-07"), shirts, each),
          SectorRates.rate(without.on("2025-08-07"), shirts, each),
          each);
    }
  }

  @Test
  void a_deal_that_is_taken_out_and_put_back_changes_no_duty() {
    HsCode shirts = HsCode.of("6109.10");
    for (Deal deal : DEALS.deals()) {
      if (deal.isInLaw()) {
        TariffBook out = LAW.without(deal);
        assertEquals(out, out.without(deal), deal.id());
        TariffBook back = out.with(deal);
        for (LocalDate day : SOME_DAYS) {
          assertEquals(
              SectorRates.rate(LAW.on(day), shirts, deal.partner()),
              SectorRates.rate(back.on(day), shirts, deal.partner()),
              deal.id() + " on " + day);
        }
      } else {
        String message =
            assertThrows(IllegalArgumentException.class, () -> LAW.without(deal)).getMessage();
        assertTrue(message.contains(deal.id()), message);
      }
    }
  }

  /**
   * Australia has no rate of its own but the forced-labour duty, which no deal is known to move.
   */
  @Test
  void the_terms_of_a_deal_can_be_given_to_another() {
    TariffBook offered = LAW.with(DEALS.deal("JP").termsFor(Country.of("AU")));
    assertEquals(
        Optional.of(Rate.percent(15)),
        SectorRates.rate(offered.on("2026-11-23"), HsCode.of("8703.23.01"), "AU"));
  }
}
