package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of countries, groups, scopes, units and quantities. */
class CodesProperties {

  private static final List<String> GROUPS =
      List.of("ASEAN", "CAFTA-DR", "EEA", "EFTA", "EU", "GCC", "MERCOSUR", "USMCA");

  @Property
  void every_code_of_a_country_in_any_case_names_it(@ForAll("countries") Country country) {
    List<String> codes = new ArrayList<>(country.censusCodes());
    codes.add(country.alpha2());
    codes.add(country.alpha3());
    country.numeric().ifPresent(n -> codes.addAll(List.of(n, n.replaceFirst("^0+", ""))));
    country.comtradeCode().ifPresent(codes::add);
    for (String code : codes) {
      assertEquals(country, Country.parse(code));
      assertEquals(country, Country.parse(" " + code.toLowerCase(Locale.ROOT)));
    }
  }

  @Property
  void a_text_names_a_country_or_is_refused_by_name(@ForAll String text) {
    try {
      assertTrue(Country.all().contains(Country.parse(text)));
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().contains(Texts.quoted(text)));
    }
  }

  @Property
  void members_are_exactly_those_included(
      @ForAll("groups") CountryGroup group, @ForAll("days") LocalDate day) {
    List<Country> included = Country.all().stream().filter(c -> group.includes(c, day)).toList();
    assertEquals(included, group.members(day));
  }

  @Property
  void a_scope_is_read_back_from_its_text(@ForAll("scopes") OriginScope scope) {
    assertEquals(scope, OriginScope.parse(scope.toString()));
  }

  @Property
  void a_scope_s_members_are_those_with_a_specificity(
      @ForAll("scopes") OriginScope scope,
      @ForAll("countries") Country country,
      @ForAll("days") LocalDate day) {
    assertEquals(
        scope.members(day).contains(country),
        scope.specificity(country, day) > OriginScope.NO_MATCH);
  }

  @Property
  void a_scope_speaks_of_an_origin_as_its_parts_do(
      @ForAll boolean all,
      @ForAll("groups") CountryGroup group,
      @ForAll("countrySets") Set<Country> named,
      @ForAll("groups") CountryGroup excepted,
      @ForAll("countries") Country origin,
      @ForAll("days") LocalDate day) {
    Country[] countries = named.toArray(new Country[0]);
    OriginScope parts = OriginScope.of(group).and(countries).and(Country.of("JP"));
    OriginScope scope = (all ? OriginScope.all() : parts).except(excepted);
    boolean isNamed = named.contains(origin) || origin.alpha2().equals("JP");
    int closeness = isNamed ? 2 : group.includes(origin, day) ? 1 : OriginScope.NO_MATCH;
    int expected = excepted.includes(origin, day) ? OriginScope.NO_MATCH : all ? 0 : closeness;
    assertEquals(expected, scope.specificity(origin, day));
  }

  /** Codes of few digits in few chapters, so that most lie below others. */
  @Property
  void the_codes_below_a_code_are_those_that_begin_so(
      @ForAll("productSets") Set<HsCode> included,
      @ForAll("productSets") Set<HsCode> out,
      @ForAll("products") HsCode code) {
    Set<HsCode> excluded = new HashSet<>(out);
    excluded.removeIf(each -> included.stream().anyMatch(each::covers));
    ProductScope scope = ProductScope.of(included, excluded);
    assertEquals(
        scope.listedDigits().stream().filter(each -> each.startsWith(code.digits())).toList(),
        scope.listedDigits(code));
    assertEquals(
        scope.includedDigits().stream().filter(each -> each.startsWith(code.digits())).toList(),
        scope.includedDigits(code));
  }

  @Property
  void the_order_of_a_scope_s_parts_does_not_matter(@ForAll("countrySets") Set<Country> countries) {
    List<Country> reversed = new ArrayList<>(countries);
    Collections.reverse(reversed);
    assertEquals(
        OriginScope.of(countries.toArray(new Country[0])),
        OriginScope.of(reversed.toArray(new Country[0])));
  }

  @Property
  void a_quantity_is_read_back_from_its_text(@ForAll("quantities") Quantity quantity) {
    assertEquals(quantity, Quantity.parse(quantity.toString()));
  }

  @Property
  void a_conversion_there_and_back_is_the_same_to_33_digits(
      @ForAll("quantities") Quantity quantity) {
    Unit.all().stream()
        .filter(quantity.unit()::convertsTo)
        .forEach(unit -> comesBack(quantity, unit));
  }

  private static void comesBack(Quantity quantity, Unit unit) {
    BigDecimal back = quantity.in(unit).in(quantity.unit()).amount();
    BigDecimal tolerance = quantity.amount().movePointLeft(33);
    assertTrue(back.subtract(quantity.amount()).abs().compareTo(tolerance) <= 0, back::toString);
  }

  @Property
  void the_finer_unit_holds_the_coarser_exactly(@ForAll("quantities") Quantity quantity) {
    for (Unit unit : Unit.all()) {
      if (quantity.unit().convertsTo(unit) && unit.multiplier().compareTo(BigDecimal.ONE) == 0) {
        assertEquals(quantity, quantity.in(unit).in(quantity.unit()));
        assertEquals(0, quantity.compareTo(quantity.in(unit)));
      }
    }
  }

  @Provide
  Arbitrary<Country> countries() {
    return Arbitraries.of(Country.all());
  }

  @Provide
  Arbitrary<Set<Country>> countrySets() {
    return countries().set().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<CountryGroup> groups() {
    return Arbitraries.of(GROUPS).map(CountryGroup::standard);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1957, 1, 1).toEpochDay(), LocalDate.of(2027, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<HsCode> products() {
    return Arbitraries.strings()
        .withChars('1', '2', '9')
        .ofMinLength(1)
        .ofMaxLength(4)
        .map(each -> HsCode.of(each.length() % 2 == 0 ? each : each + "9"));
  }

  @Provide
  Arbitrary<Set<HsCode>> productSets() {
    return products().set().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Unit> units() {
    return Arbitraries.of(Unit.all());
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1e9")).ofScale(4);
    return Combinators.combine(amounts, units()).as(Quantity::new);
  }

  @Provide
  Arbitrary<OriginScope> scopes() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            groups().set().ofMaxSize(3),
            countries().set().ofMaxSize(4),
            countries().set().ofMaxSize(3))
        .as(CodesProperties::scope);
  }

  private static OriginScope scope(
      boolean all, Set<CountryGroup> groups, Set<Country> countries, Set<Country> excepted) {
    Set<Country> named = new HashSet<>(countries);
    named.add(Country.of("JP"));
    excepted.removeAll(named);
    OriginScope base =
        groups.isEmpty()
            ? OriginScope.of(named.toArray(new Country[0]))
            : OriginScope.of(groups.toArray(new CountryGroup[0]))
                .and(named.toArray(new Country[0]));
    return (all ? OriginScope.all() : base).except(excepted.toArray(new Country[0]));
  }
}
