package org.tariffeconomics.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.io.ProductListCsv;
import org.tariffeconomics.tariff.ProductList;

/**
 * The lists of goods that the additional duties of the United States refer to, by the heading of
 * chapter 99 that names them: {@code 9903.88.03} is list 3 of section 301, {@code 9903.01.32} Annex
 * II. The annexes of the metals of 2026 are told by their subdivision of U.S. note 16: {@code
 * 9903.82.09 (c)(vii)}.
 *
 * @since 0.1.0
 */
public final class UsLists {

  private static final List<String> FILES =
      List.of(
          "civil-aircraft",
          "ieepa-brazil",
          "ieepa-fentanyl",
          "ieepa-reciprocal",
          "russia-column-2",
          "s122",
          "s201",
          "s232-aluminium",
          "s232-auto-parts",
          "s232-autos",
          "s232-copper",
          "s232-drones",
          "s232-pharmaceuticals",
          "s232-semiconductors",
          "s232-steel",
          "s232-trucks",
          "s232-wood",
          "s301-brazil",
          "s301-china",
          "s301-forced-labor",
          "s338-canada-import-exclusion",
          "s338-canada");

  private UsLists() {}

  /** Read once, when they are first asked for. */
  private static final class Bundle {
    private static final Map<String, ProductList> LISTS = read();
  }

  private static Map<String, ProductList> read() {
    List<List<ProductList>> lists = FILES.parallelStream().map(UsLists::read).toList();
    Map<String, ProductList> byName = new LinkedHashMap<>();
    lists.forEach(ofFile -> ofFile.forEach(list -> byName.put(list.name(), list)));
    return byName;
  }

  private static List<ProductList> read(String name) {
    String file = "us/lists/" + name + ".csv";
    return ProductListCsv.read(file, Bundled.open(file)).orThrow();
  }

  /** {@return every list, by programme} */
  public static Collection<ProductList> all() {
    return List.copyOf(Bundle.LISTS.values());
  }

  /**
   * One list.
   *
   * @param name the heading of chapter 99 that names it, for example {@code 9903.88.03}
   * @return the list
   * @throws IllegalArgumentException when there is none of that name
   */
  public static ProductList of(String name) {
    Objects.requireNonNull(name, "name");
    ProductList list = Bundle.LISTS.get(name);
    if (list == null) {
      throw new IllegalArgumentException(
          "There is no list of the name "
              + Texts.quoted(name)
              + "; there are "
              + String.join(", ", Bundle.LISTS.keySet()));
    }
    return list;
  }

  /** The list of a heading; empty where it has none. */
  static Optional<ProductList> find(String heading) {
    return Optional.ofNullable(Bundle.LISTS.get(heading));
  }
}
