package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.FactAlternative;

/**
 * The cases of a bounded duty by the values of one open fact. Goods that are not asked for the fact
 * pay the same whatever it is, so that their cases count under each value; goods that are asked
 * with other limits are held against values between which none of them tells a difference.
 */
final class ByValue {

  private final String name;

  /** The cases of goods that are not asked. */
  private final List<BoundedCase> always = new ArrayList<>();

  /** The cases of goods that are asked, by the conditions that ask and by the value. */
  private final Map<BoundedCase.Asking, Map<FactAlternative, List<BoundedCase>>> asked =
      new LinkedHashMap<>();

  /** Goods that are asked by some conditions, and their cases by value. */
  private record Asked(Set<Condition> conditions, Map<FactAlternative, List<BoundedCase>> cases) {}

  ByValue(String name, Collection<BoundedCase> all) {
    this.name = name;
    for (BoundedCase each : all) {
      Optional<FactAlternative> value = each.valueOf(name);
      if (value.isEmpty()) {
        always.add(each);
      } else {
        asked
            .computeIfAbsent(each.asking(), asking -> new LinkedHashMap<>())
            .computeIfAbsent(value.get(), v -> new ArrayList<>())
            .add(each);
      }
    }
  }

  /** The cases that are possible with each value, in the order of the values. */
  Map<FactAlternative, List<BoundedCase>> cases() {
    List<Asked> goods = new ArrayList<>();
    asked.forEach((asking, some) -> goods.add(new Asked(asking.conditionsOn(name), some)));
    Map<FactAlternative, List<BoundedCase>> cases = new LinkedHashMap<>();
    for (FactAlternative value : values(goods)) {
      List<BoundedCase> some = new ArrayList<>(always);
      for (Asked each : goods) {
        for (FactAlternative theirs : value.among(each.cases().keySet(), each.conditions())) {
          some.addAll(each.cases().getOrDefault(theirs, List.of()));
        }
      }
      cases.put(value, some);
    }
    return cases;
  }

  private List<FactAlternative> values(List<Asked> goods) {
    Set<List<FactAlternative>> sets = new LinkedHashSet<>();
    Set<Condition> all = new LinkedHashSet<>();
    for (Asked each : goods) {
      sets.add(List.copyOf(each.cases().keySet()));
      all.addAll(each.conditions());
    }
    return FactAlternative.together(name, sets, all);
  }
}
