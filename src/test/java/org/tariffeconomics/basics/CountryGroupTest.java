package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.CountryGroup.Membership;

class CountryGroupTest {

  /** The accession and withdrawal days of the treaties. */
  @ParameterizedTest
  @CsvSource({
    "EU, GB, 1973-01-01, 2020-02-01",
    "EU, DE, 1958-01-01, ",
    "EU, DK, 1973-01-01, ",
    "EU, GR, 1981-01-01, ",
    "EU, ES, 1986-01-01, ",
    "EU, SE, 1995-01-01, ",
    "EU, PL, 2004-05-01, ",
    "EU, BG, 2007-01-01, ",
    "EU, HR, 2013-07-01, ",
    "EFTA, SE, 1960-05-03, 1995-01-01",
    "EFTA, FI, 1986-01-01, 1995-01-01",
    "EFTA, GB, 1960-05-03, 1973-01-01",
    "EFTA, LI, 1991-09-01, ",
    "EEA, LI, 1995-05-01, ",
    "EEA, NO, 1994-01-01, ",
    "EU-CU, TR, 1995-12-31, ",
    "ASEAN, TL, 2025-10-26, ",
    "ASEAN, VN, 1995-07-28, ",
    "USMCA, MX, 2020-07-01, ",
    "NAFTA, MX, 1994-01-01, 2020-07-01",
    "CAFTA-DR, SV, 2006-03-01, ",
    "CAFTA-DR, CR, 2009-01-01, ",
    "CPTPP, GB, 2024-12-15, ",
    "GCC, SA, 1981-05-25, ",
    "SACU, NA, 1990-07-10, ",
    "MERCOSUR, BR, 1991-11-29, ",
    "MERCOSUR, VE, 2012-07-31, 2016-12-02",
    "BRICS, ID, 2025-01-06, "
  })
  void membership_begins_and_ends_on_its_day(
      String name, String member, LocalDate first, LocalDate end) {
    CountryGroup group = CountryGroup.standard(name);
    Country country = Country.of(member);
    assertFalse(group.includes(country, first.minusDays(1)));
    assertTrue(group.includes(country, first));
    if (end == null) {
      assertTrue(group.includes(country, LocalDate.of(2026, 11, 1)));
    } else {
      assertTrue(group.includes(country, end.minusDays(1)));
      assertFalse(group.includes(country, end));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EU, 1957-12-31, 0",
    "EU, 1958-01-01, 6",
    "EU, 1973-01-01, 9",
    "EU, 1981-01-01, 10",
    "EU, 1986-01-01, 12",
    "EU, 1995-01-01, 15",
    "EU, 2004-05-01, 25",
    "EU, 2007-01-01, 27",
    "EU, 2013-07-01, 28",
    "EU, 2020-01-31, 28",
    "EU, 2020-02-01, 27",
    "EEA, 2025-01-01, 30",
    "EFTA, 2025-01-01, 4",
    "ASEAN, 2025-10-25, 10",
    "ASEAN, 2025-10-26, 11",
    "CAFTA-DR, 2025-01-01, 7",
    "CPTPP, 2025-01-01, 12",
    "GCC, 2025-01-01, 6",
    "SACU, 2025-01-01, 5",
    "MERCOSUR, 2025-01-01, 5",
    "BRICS, 2025-02-01, 10"
  })
  void a_group_had_as_many_members_as_history_says(String name, LocalDate date, int members) {
    assertEquals(members, CountryGroup.standard(name).members(date).size());
  }

  @Test
  void members_are_listed_by_their_codes() {
    assertEquals(
        "[CA, MX, US]",
        CountryGroup.standard("USMCA").members(LocalDate.of(2025, 1, 1)).toString());
  }

  @Test
  void every_eu_and_efta_member_but_switzerland_is_in_the_eea() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    List<Country> eea = CountryGroup.standard("EEA").members(day);
    assertTrue(eea.containsAll(CountryGroup.standard("EU").members(day)));
    assertFalse(eea.contains(Country.of("CH")));
  }

  @Test
  void a_group_is_found_by_name_and_parsed_in_any_case() {
    assertEquals(CountryGroup.standard("EU"), CountryGroup.parse(" eu "));
    assertEquals("EU", CountryGroup.parse("eu").toString());
    assertEquals(Optional.empty(), CountryGroup.find("EFTB"));
  }

  @Test
  void an_unknown_group_is_refused_with_the_list_of_names() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> CountryGroup.standard("OECD"));
    assertTrue(e.getMessage().contains("'OECD'"), e.getMessage());
    assertTrue(e.getMessage().contains("ASEAN, BRICS"), e.getMessage());
  }

  @Test
  void a_group_of_one_s_own_holds_on_every_day_and_a_country_may_come_back() {
    CountryGroup quad = CountryGroup.of("QUAD", Country.of("US"), Country.of("JP"));
    assertTrue(quad.includes(Country.of("JP"), LocalDate.of(1900, 1, 1)));
    Country ve = Country.of("VE");
    LocalDate y2000 = LocalDate.of(2000, 1, 1);
    CountryGroup twice =
        CountryGroup.of(
            "CLUB",
            List.of(
                new Membership(ve, y2000.plusYears(5), null),
                new Membership(ve, y2000, y2000.plusYears(1))));
    assertTrue(twice.includes(ve, y2000));
    assertFalse(twice.includes(ve, y2000.plusYears(2)));
    assertTrue(twice.includes(ve, y2000.plusYears(5)));
    assertEquals("VE from 2000-01-01 before 2001-01-01", twice.memberships().get(0).toString());
    assertNotEquals(quad, CountryGroup.of("QUAD", Country.of("US")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JP", "jpn", "UK", "except", "A B", "", "A,B", "*", "9"})
  void a_name_that_could_be_mistaken_is_refused(String name) {
    assertThrows(IllegalArgumentException.class, () -> CountryGroup.of(name, Country.of("JP")));
  }

  @Test
  void empty_groups_and_overlapping_memberships_are_refused() {
    Country jp = Country.of("JP");
    assertThrows(IllegalArgumentException.class, () -> CountryGroup.of("G", List.of()));
    assertThrows(IllegalArgumentException.class, () -> CountryGroup.of("G", jp, jp));
    LocalDate day = LocalDate.of(2020, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> new Membership(jp, day, day));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                CountryGroup.of(
                    "G",
                    List.of(
                        new Membership(jp, day, day.plusDays(10)),
                        new Membership(jp, day.plusDays(9), null))));
    assertTrue(
        e.getMessage().contains("'JP from 2020-01-01 before 2020-01-11' overlaps"), e.getMessage());
  }
}
