package org.tariffeconomics.tariff;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * What may be declared under a law, whatever the goods, and the refusal of what is none of it. The
 * names are found when they are first asked for: verbs ask for them with each origin.
 */
final class DeclarableNames {

  private final TariffBook book;
  private volatile @Nullable NavigableSet<String> claims;
  private volatile @Nullable Set<String> facts;

  DeclarableNames(TariffBook book) {
    this.book = book;
  }

  NavigableSet<String> claims() {
    NavigableSet<String> known = claims;
    if (known == null) {
      known = Collections.unmodifiableNavigableSet(claimsOfAll());
      claims = known;
    }
    return known;
  }

  private NavigableSet<String> claimsOfAll() {
    NavigableSet<String> names = new TreeSet<>();
    for (TariffMeasure each : book.measures()) {
      if (each.rule() == Rule.PREFERENCE) {
        names.add(each.programme());
      }
      each.conditions().stream()
          .flatMap(c -> c instanceof Condition.Claim claim ? Stream.of(claim) : Stream.empty())
          .filter(claim -> !claim.isAny())
          .forEach(claim -> names.add(claim.programme()));
    }
    book.sources().forEach(source -> names.addAll(source.programmes()));
    return names;
  }

  /** The names of facts and contents that some measure asks for. */
  private Set<String> facts() {
    Set<String> known = facts;
    if (known == null) {
      known = new TreeSet<>();
      for (TariffMeasure each : book.measures()) {
        known.addAll(each.traits().answers());
      }
      facts = known;
    }
    return known;
  }

  void require(DeclaredOrigin origin) {
    origin.facts().contentNames().forEach(name -> requireSpelt(Condition.CONTENT + name));
    origin.facts().factNames().forEach(this::requireSpelt);
    origin.facts().claims().forEach(this::requireClaim);
  }

  void requireClaim(String claim) {
    Set<String> known = claims();
    if (known.stream().noneMatch(claim::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "No preference "
              + Texts.quoted(claim)
              + " at the border of "
              + book.territory()
              + (claim.indexOf('=') < 0
                  ? ": there are " + (known.isEmpty() ? "none" : String.join(", ", known))
                  : ": what is declared besides follows the word 'with', as in 'MX claiming USMCA"
                      + " with content:US=0.4'"));
    }
  }

  private void requireSpelt(String name) {
    MisspeltName.meant(name, facts())
        .ifPresent(
            meant -> {
              throw new IllegalArgumentException(
                  "No fact "
                      + Texts.quoted(name)
                      + " at the border of "
                      + book.territory()
                      + ": did you mean '"
                      + meant
                      + "'?");
            });
  }
}
