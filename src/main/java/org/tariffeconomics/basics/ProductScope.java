package org.tariffeconomics.basics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of products: everything under some codes except what lies under others, where the longest
 * matching code decides.
 *
 * <p>{@code 8703 except 8703.10} holds 8703.23.01 and not 8703.10.50; a longer code may bring back
 * a part of an exception. The text form lists the codes of each side by commas; {@code *} is all
 * products. {@code parse} and {@code toString} are inverse.
 *
 * @since 0.1.0
 */
public final class ProductScope {

  private static final ProductScope ALL = new ProductScope(new String[0], Set.of(), true);
  private static final String EXCEPT = " except ";

  /** So many codes are looked through as quickly as they are filed. */
  private static final int FEW = 16;

  /** Digits of each listed code, in order. */
  private final String[] codes;

  /** Digits of the codes that are out. */
  private final Set<String> out;

  /**
   * The codes of a scope of many that is asked again and again, which are found sooner so. Threads
   * that count at once make it a little later, or twice.
   */
  private volatile @Nullable Set<String> quick;

  private int lookups;

  private final boolean everything;

  private final List<String> listed;

  /** Kept, since scopes of many codes are parts of keys. */
  private final int hash;

  /**
   * The numbers of digits that some listed code has, as bits: no other prefix need be looked up.
   */
  private final int lengths;

  private ProductScope(String[] codes, Set<String> out, boolean everything) {
    this.codes = codes;
    this.listed = Collections.unmodifiableList(Arrays.asList(codes));
    this.out = out;
    this.everything = everything;
    this.hash = 31 * Arrays.hashCode(codes) + out.hashCode();
    int some = 0;
    for (String each : codes) {
      some |= 1 << each.length();
    }
    this.lengths = some;
  }

  /**
   * All products.
   *
   * @return the scope written {@code *}
   */
  public static ProductScope all() {
    return ALL;
  }

  /**
   * Everything under these codes.
   *
   * @param codes the codes, at least one
   * @return the scope
   */
  public static ProductScope of(String... codes) {
    Objects.requireNonNull(codes, "codes");
    return of(codes(List.of(codes)), List.of());
  }

  /**
   * Everything under some codes except what lies under others.
   *
   * @param included the codes that are in; empty means all products
   * @param excluded the codes that are out
   * @return the scope
   * @throws IllegalArgumentException when a code stands on both sides, or when no product is left
   *     because each included code lies under an excluded one
   */
  public static ProductScope of(Collection<HsCode> included, Collection<HsCode> excluded) {
    Objects.requireNonNull(included, "included");
    Objects.requireNonNull(excluded, "excluded");
    boolean everything = included.isEmpty();
    if (everything && excluded.isEmpty()) {
      throw new IllegalArgumentException("A product scope must name a code; use all() for all");
    }
    ProductScope scope = listing(digits(included), digits(excluded));
    boolean some = !everything && !excluded.isEmpty();
    if (some && included.stream().allMatch(code -> isUnderAny(code, excluded))) {
      throw new IllegalArgumentException("The products '" + scope + "' except all that they name");
    }
    return scope;
  }

  private static ProductScope listing(String[] included, String[] excluded) {
    if (excluded.length == 0) {
      return new ProductScope(included, Set.of(), false);
    }
    String[] codes = Arrays.copyOf(included, included.length + excluded.length);
    System.arraycopy(excluded, 0, codes, included.length, excluded.length);
    Arrays.sort(codes);
    for (String each : excluded) {
      if (Arrays.binarySearch(included, each) >= 0) {
        throw onBothSides(each);
      }
    }
    return new ProductScope(codes, Set.of(excluded), included.length == 0);
  }

  /** The digits of some codes in order, each once. */
  private static String[] digits(Collection<HsCode> codes) {
    String[] digits = new String[codes.size()];
    int count = 0;
    for (HsCode each : codes) {
      digits[count++] = each.digits();
    }
    Arrays.sort(digits);
    return withoutRepeats(digits);
  }

  private static String[] withoutRepeats(String[] sorted) {
    int kept = 0;
    for (String each : sorted) {
      if (kept == 0 || !each.equals(sorted[kept - 1])) {
        sorted[kept++] = each;
      }
    }
    return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
  }

  private static IllegalArgumentException onBothSides(String digits) {
    return new IllegalArgumentException(
        "A product scope must not include and exclude the same code, but does: "
            + HsCode.of(digits));
  }

  private static boolean isUnderAny(HsCode code, Collection<HsCode> others) {
    return others.stream().anyMatch(other -> other.covers(code));
  }

  /**
   * Reads a scope.
   *
   * @param text for example {@code "*"}, {@code "8703, 8704.21 except 8703.10"}
   * @return the scope
   * @throws IllegalArgumentException when a code is none, {@code *} stands beside codes, or the
   *     scope excludes itself
   */
  public static ProductScope parse(String text) {
    Objects.requireNonNull(text, "text");
    List<String> sides = ScopeText.sides("Products", text);
    String included = sides.get(0);
    List<HsCode> excluded = sides.size() == 2 ? codes(split(sides.get(1))) : List.of();
    if (included.equals("*")) {
      return sides.size() == 2 ? of(List.of(), excluded) : ALL;
    }
    return of(codes(split(included)), excluded);
  }

  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(list, ",;");
    while (tokens.hasMoreTokens()) {
      String part = tokens.nextToken();
      if (part.strip().equals("*")) {
        throw new IllegalArgumentException(
            "'*' is all products and cannot stand beside codes, but the products were "
                + Texts.quoted(list));
      }
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static List<HsCode> codes(List<String> texts) {
    return texts.stream().map(HsCode::of).toList();
  }

  /**
   * Whether the scope holds a code itself. Products below it may still be out, where {@link
   * #splits} says so: {@code 8703 except 8703.10} holds 8703, and a duty of the heading is then a
   * range.
   *
   * @param code a line, heading or chapter
   * @return true when it is in
   */
  public boolean contains(HsCode code) {
    Objects.requireNonNull(code, "code");
    return specificity(code) >= 0;
  }

  /**
   * How closely the scope fits a code: the number of digits of the longest listed code above it.
   *
   * @param code a line, heading or chapter
   * @return 0 where only “all products” holds it, −1 where the scope does not hold it
   */
  public int specificity(HsCode code) {
    Objects.requireNonNull(code, "code");
    String digits = code.digits();
    for (int length = digits.length(); length >= 2; length--) {
      String above = hasLength(length) ? digits.substring(0, length) : "";
      if (!above.isEmpty() && isListed(above)) {
        return out.contains(above) ? -1 : length;
      }
    }
    return everything ? 0 : -1;
  }

  private boolean isListed(String digits) {
    Set<String> known = quick;
    if (known != null) {
      return known.contains(digits);
    }
    if (codes.length > FEW && ++lookups > FEW) {
      quick = Set.of(codes);
    }
    return Arrays.binarySearch(codes, digits) >= 0;
  }

  private boolean hasLength(int length) {
    return (lengths & 1 << length) != 0;
  }

  /**
   * Whether the scope tells apart products below a code: part of them may be in and part out.
   *
   * @param code a line, heading or chapter
   * @return true when a longer listed code lies below it
   */
  public boolean splits(HsCode code) {
    Objects.requireNonNull(code, "code");
    String digits = code.digits();
    if (lengths >>> (digits.length() + 1) == 0) {
      return false; // no longer code is listed at all
    }
    return SortedDigits.hasBelow(codes, digits);
  }

  /**
   * The codes that are in, in order; empty for “all products”.
   *
   * @return the included codes
   */
  public List<HsCode> included() {
    return side(true);
  }

  /**
   * The codes that are out, in order.
   *
   * @return the excluded codes
   */
  public List<HsCode> excluded() {
    return side(false);
  }

  /** {@return the digits of the codes that are in, in order; empty for “all products”} */
  public List<String> includedDigits() {
    return included(listed);
  }

  /**
   * The part of {@link #includedDigits()} in and below a code.
   *
   * @param code a line, heading or chapter
   * @return the digits of the codes that are in and are the code or lie below it, in order
   */
  public List<String> includedDigits(HsCode code) {
    return included(listedDigits(code));
  }

  private List<String> included(List<String> some) {
    return out.isEmpty() ? some : some.stream().filter(each -> !out.contains(each)).toList();
  }

  /** {@return the digits of all codes that are listed, in or out, in order} */
  public Collection<String> listedDigits() {
    return listed;
  }

  /**
   * The part of {@link #listedDigits()} in and below a code.
   *
   * @param code a line, heading or chapter
   * @return the digits of the listed codes that are the code or lie below it, in order
   */
  public List<String> listedDigits(HsCode code) {
    Objects.requireNonNull(code, "code");
    return listed.subList(
        SortedDigits.firstOf(codes, code.digits()), SortedDigits.endOf(codes, code.digits()));
  }

  private List<HsCode> side(boolean included) {
    return listed.stream().filter(each -> out.contains(each) != included).map(HsCode::of).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ProductScope that
            && everything == that.everything
            && hash == that.hash
            && out.equals(that.out)
            && Arrays.equals(codes, that.codes));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The text form that {@link #parse} reads back. */
  @Override
  public String toString() {
    String included = everything ? "*" : text(included());
    List<HsCode> out = excluded();
    return out.isEmpty() ? included : included + EXCEPT + text(out);
  }

  private static String text(List<HsCode> list) {
    return list.stream().map(HsCode::toString).collect(Collectors.joining(", "));
  }
}
