package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.quota.YearlySafeguard;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Declarable;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What may be declared at a border: goods of other territories, quotas and preferences that exist
 * there. What does not is refused, since it would quietly be taken for nothing declared.
 *
 * @param name the importer
 * @param book its tariff
 * @param quotas its quotas
 * @param safeguards its safeguards
 */
record Declarations(
    String name, TariffBook book, List<QuotaTerms> quotas, List<YearlySafeguard> safeguards) {

  void check(DeclaredOrigin stated, LocalDate day) {
    refuseOwnGoods(stated.country(), day);
    book.requireClaimable(stated);
    for (String fact : stated.facts().factNames()) {
      if (fact.startsWith(Condition.QUOTA)) {
        requireQuota(fact.substring(Condition.QUOTA.length()));
      }
      if (fact.startsWith(YearlySafeguard.IMPORTS)) {
        require("safeguard that asks for", fact, importsAskedFor(day));
      }
    }
  }

  private void refuseOwnGoods(Country origin, LocalDate day) {
    if (book.on(day).isOwnGoods(origin)) {
      throw new IllegalArgumentException(
          "Goods of "
              + origin
              + " are no imports into "
              + name
              + ": state another origin or another importer");
    }
  }

  void requireQuota(String quota) {
    require("quota", quota, quotaNames());
  }

  private void require(String what, String text, Set<String> known) {
    if (!known.contains(text)) {
      throw new IllegalArgumentException(
          "No "
              + what
              + " "
              + Texts.quoted(text)
              + " at the border of "
              + name
              + ": there are "
              + (known.isEmpty() ? "none" : String.join(", ", known)));
    }
  }

  private Set<String> quotaNames() {
    Set<String> names = new TreeSet<>();
    quotas.forEach(q -> names.add(q.name()));
    book.measures().stream()
        .flatMap(m -> m.conditions().stream())
        .filter(c -> c instanceof Condition.Quota)
        .forEach(c -> names.add(((Condition.Quota) c).quota()));
    return names;
  }

  private Set<String> importsAskedFor(LocalDate day) {
    Set<String> names = new TreeSet<>();
    safeguards.stream().filter(s -> s.year().contains(day)).forEach(s -> names.addAll(s.asksFor()));
    return names;
  }

  /** What is usual without claims to preferences that the goods do not have. */
  static DeclaredFacts claimable(TariffLaw law, HsCode line, Country origin, DeclaredFacts usual) {
    if (usual.claims().isEmpty()) {
      return usual;
    }
    Set<String> open = new TreeSet<>();
    for (Declarable each : law.declarable(line, origin)) {
      if (each.name().equals(Condition.CLAIM)) {
        open.addAll(each.values());
      }
    }
    DeclaredFacts kept = DeclaredFacts.none();
    for (String claim : usual.claims()) {
      kept = open.contains(claim) ? kept.withClaim(claim) : kept;
    }
    for (String fact : usual.factNames()) {
      kept = kept.withFact(fact, usual.fact(fact).orElseThrow());
    }
    for (String content : usual.contentNames()) {
      kept = kept.withContent(content, usual.content(content).orElseThrow());
    }
    return kept;
  }
}
