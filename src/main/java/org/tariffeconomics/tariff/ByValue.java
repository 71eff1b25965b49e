package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
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
      new IdentityHashMap<>();

  private final List<BoundedCase.Asking> order = new ArrayList<>();

  ByValue(String name, Collection<BoundedCase> all) {
    this.name = name;
    for (BoundedCase each : all) {
      Optional<FactAlternative> value = each.valueOf(name);
      if (value.isEmpty()) {
        always.add(each);
      } else {
        of(each.asking()).computeIfAbsent(value.get(), v -> new ArrayList<>()).add(each);
      }
    }
  }

  private Map<FactAlternative, List<BoundedCase>> of(BoundedCase.Asking asking) {
    return asked.computeIfAbsent(
        asking,
        first -> {
          order.add(first);
          return new LinkedHashMap<>();
        });
  }

  /** The cases that are possible with each value, in the order of the values. */
  Map<FactAlternative, List<BoundedCase>> cases() {
    Map<BoundedCase.Asking, Set<Condition>> conditions = new IdentityHashMap<>();
    order.forEach(each -> conditions.put(each, each.conditionsOn(name)));
    Map<FactAlternative, List<BoundedCase>> cases = new LinkedHashMap<>();
    for (FactAlternative value : values(conditions.values())) {
      List<BoundedCase> some = new ArrayList<>(always);
      for (BoundedCase.Asking each : order) {
        Map<FactAlternative, List<BoundedCase>> theirs = asked.get(each);
        value.among(theirs.keySet(), conditions.get(each)).forEach(v -> some.addAll(theirs.get(v)));
      }
      cases.put(value, some);
    }
    return cases;
  }

  private List<FactAlternative> values(Collection<Set<Condition>> conditions) {
    Set<List<FactAlternative>> sets = new LinkedHashSet<>();
    order.forEach(each -> sets.add(List.copyOf(asked.get(each).keySet())));
    Set<Condition> all = new LinkedHashSet<>();
    conditions.forEach(all::addAll);
    return FactAlternative.together(name, sets, all);
  }
}
