package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginScopeTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 16);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | JP | 0",
        "JP | JP | 2",
        "JP | KR | -1",
        "JP,KR | KR | 2",
        "EU | DE | 1",
        "EU | GB | -1",
        "EU | JP | -1",
        "EU,DE | DE | 2",
        "EU,JP | JP | 2",
        "* except CA,MX | CA | -1",
        "* except CA,MX | JP | 0",
        "EU except HU | HU | -1",
        "EU except HU | DE | 1",
        "* except EU | DE | -1",
        "* except EU | GB | 0",
        "ASEAN except VN,SG | TH | 1"
      })
  void specificity_grows_from_all_over_group_to_name(String scope, String origin, int expected) {
    OriginScope parsed = OriginScope.parse(scope);
    assertEquals(expected, parsed.specificity(Country.of(origin), DAY));
    assertEquals(expected >= 0, parsed.includes(Country.of(origin), DAY));
  }

  @Test
  void a_group_is_taken_with_its_members_of_the_day() {
    OriginScope eu = OriginScope.of(CountryGroup.standard("EU"));
    Country uk = Country.of("GB");
    assertEquals(1, eu.specificity(uk, LocalDate.of(2020, 1, 31)));
    assertEquals(OriginScope.NO_MATCH, eu.specificity(uk, LocalDate.of(2020, 2, 1)));
    assertEquals(27, eu.members(DAY).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JP,KR | kr , jpn",
        "* except CA,MX | * EXCEPT MX,CA,CA",
        "EU,JP | 5880,eu",
        "EU except HU | EU  except 348",
        "GB | UK",
        "CI,JP | Japan, Côte d'Ivoire",
        "EU,KR | South Korea,European Union",
        "* except JP | *   ExcePt   Japan"
      })
  void other_spellings_become_the_text_form(String canonical, String text) {
    OriginScope scope = OriginScope.parse(text);
    assertEquals(canonical, scope.toString());
    assertEquals(OriginScope.parse(canonical), scope);
    assertEquals(OriginScope.parse(canonical).hashCode(), scope.hashCode());
  }

  @Test
  void scopes_built_and_parsed_are_the_same() {
    assertEquals(
        OriginScope.parse("* except CA,MX"),
        OriginScope.all().except(Country.of("MX")).except(Country.of("CA")));
    assertEquals(
        OriginScope.parse("EU,JP except HU"),
        OriginScope.of(CountryGroup.standard("EU")).and(Country.of("JP")).except(Country.of("HU")));
    assertEquals(
        OriginScope.parse("* except EU"), OriginScope.all().except(CountryGroup.standard("EU")));
    assertEquals(OriginScope.all(), OriginScope.all().and(Country.of("JP")));
    assertNotEquals(OriginScope.parse("JP"), OriginScope.parse("JP,KR"));
  }

  @Test
  void a_group_of_one_s_own_is_read_when_it_is_given() {
    CountryGroup quad = CountryGroup.of("Quad", Country.of("US"), Country.of("JP"));
    OriginScope scope = OriginScope.parse("Quad except US", List.of(quad));
    assertEquals("Quad except US", scope.toString());
    assertEquals(List.of(Country.of("JP")), scope.members(DAY));
    assertThrows(IllegalArgumentException.class, () -> OriginScope.parse("Quad"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JP except JP | JP is both named and excepted",
        "EU except EU | match no country",
        "NAFTA except CA,MX,US | match no country",
        "CA except USMCA,NAFTA,CA | CA is both named",
        "'' | blank",
        "JP, | blank",
        "*,JP | '*' is unknown",
        "* except | unknown",
        "* except CA except MX | one 'except'",
        "JP,SU | retired",
        "Korea | ambiguous: use one of KP, KR",
        "JP KR | unknown"
      })
  void a_scope_that_says_nothing_sound_is_refused(String text, String reason) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> OriginScope.parse(text));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void what_is_excepted_on_some_days_only_is_accepted() {
    OriginScope scope = OriginScope.parse("GB except EU");
    assertFalse(scope.includes(Country.of("GB"), LocalDate.of(2019, 1, 1)));
    assertTrue(scope.includes(Country.of("GB"), DAY));
  }

  @Test
  void no_origin_at_all_and_everything_excepted_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> OriginScope.of(new Country[0]));
    assertThrows(IllegalArgumentException.class, () -> OriginScope.of(new CountryGroup[0]));
    Country[] everyone = Country.all().toArray(new Country[0]);
    assertThrows(IllegalArgumentException.class, () -> OriginScope.all().except(everyone));
  }

  @Test
  void two_groups_of_one_name_are_refused_unless_they_are_the_same() {
    CountryGroup one = CountryGroup.of("G", Country.of("JP"));
    CountryGroup other = CountryGroup.of("G", Country.of("KR"));
    assertEquals("G", OriginScope.of(one, one).toString());
    assertThrows(IllegalArgumentException.class, () -> OriginScope.of(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "* except EU,JP; DE; true", "* except EU,JP; JP; true", "* except EU,JP; BR; false",
        "*; DE; false", "JP; DE; false", "EU except FR; FR; false"
      })
  void a_scope_for_all_but_some_leaves_these_out(String scope, String origin, boolean out) {
    assertEquals(
        out, OriginScope.parse(scope).leavesOut(Country.of(origin), LocalDate.of(2025, 9, 16)));
  }
}
