package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsIndex;
import org.tariffeconomics.basics.ProductScope;

/**
 * Measures of which one is charged, filed by their goods: two meet where their scopes name the same
 * code. Many measures share a scope, whose codes are gone through once.
 */
final class Rivals {

  private final Map<ProductScope, Goods> byScope = new HashMap<>();
  private final Map<String, List<Goods>> byCode = new HashMap<>();

  /** The measures of one scope. */
  static final class Goods {

    /** The scopes that name a code of this one, itself among them. */
    private final List<Goods> meeting = new ArrayList<>();

    private final List<TariffMeasure> all = new ArrayList<>();
    private final List<TariffMeasure> ofMany = new ArrayList<>();
    private final Map<Country, List<TariffMeasure>> ofOne = new HashMap<>();

    private Goods() {}

    private void meet(Goods other) {
      meeting.add(other);
      other.meeting.add(this);
    }

    void add(TariffMeasure measure) {
      all.add(measure);
      measure
          .origins()
          .soleCountry()
          .map(country -> ofOne.computeIfAbsent(country, each -> new ArrayList<>()))
          .orElse(ofMany)
          .add(measure);
    }

    /** The measures that name a code of these goods; not those of one country beside another's. */
    List<TariffMeasure> met(TariffMeasure measure) {
      Optional<Country> sole = measure.origins().soleCountry();
      List<TariffMeasure> met = new ArrayList<>();
      for (Goods each : meeting) {
        if (sole.isEmpty()) {
          met.addAll(each.all);
        } else {
          met.addAll(each.ofMany);
          met.addAll(each.ofOne.getOrDefault(sole.get(), List.of()));
        }
      }
      return met;
    }
  }

  /** The goods of a scope, which are filed where they are new. */
  Goods goods(ProductScope scope) {
    Goods known = byScope.get(scope);
    return known == null ? filed(scope) : known;
  }

  private Goods filed(ProductScope scope) {
    Goods goods = new Goods();
    byScope.put(scope, goods);
    goods.meeting.add(goods);
    Set<Goods> met = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String code : codes(scope)) {
      List<Goods> others = byCode.computeIfAbsent(code, each -> new ArrayList<>());
      for (Goods other : others) {
        if (met.add(other)) {
          goods.meet(other);
        }
      }
      others.add(goods);
    }
    return goods;
  }

  /** The codes by which a scope meets others. */
  static Collection<String> codes(ProductScope scope) {
    Collection<String> codes = scope.includedDigits();
    return codes.isEmpty() ? List.of(HsIndex.EVERYTHING) : codes;
  }

  /** The measures whose scopes name a code. */
  List<TariffMeasure> listing(String code) {
    List<TariffMeasure> all = new ArrayList<>();
    byCode.getOrDefault(code, List.of()).forEach(each -> all.addAll(each.all));
    return all;
  }
}
