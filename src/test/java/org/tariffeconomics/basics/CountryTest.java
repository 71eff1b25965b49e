package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

  /** US Census Schedule C, UN Comtrade and EU codes beside ISO's. */
  @ParameterizedTest
  @CsvSource({
    "jp, JP", "JPN, JP", "392, JP", "5880, JP", "5800, KR", "1220, CA", "2010, MX", "5700, CN",
    "5830, TW", "158, TW", "490, TW", "4280, DE", "4120, GB", "UK, GB", "gbr, GB", "EL, GR",
    "842, US", "840, US", "1000, US", "699, IN", "251, FR", "4279, FR", "757, CH", "579, NO",
    "381, IT", "380, IT", "8, AL", "008, AL", "4, AF", "40, AT", "XKX, XK", "4803, XK",
    "5082, PS", "5083, PS", "' na ', NA", "ROU, RO", "4039, NO"
  })
  void every_common_code_names_its_country(String code, String alpha2) {
    assertEquals(alpha2, Country.parse(code).alpha2());
  }

  /** Names of ISO 3166-1, UN Comtrade, US Census Schedule C, older ones and those in common use. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Japan|JP",
        "germany|DE",
        "Turkey|TR",
        "Türkiye|TR",
        "TURKIYE|TR",
        "Cabo Verde|CV",
        "Cape Verde|CV",
        "Ivory Coast|CI",
        "Côte d'Ivoire|CI",
        "Cote d’Ivoire|CI",
        "Burma|MM",
        "Myanmar|MM",
        "Burma (Myanmar)|MM",
        "Czech Republic|CZ",
        "Czechia|CZ",
        "South Korea|KR",
        "Korea, South|KR",
        "Korea, Republic of|KR",
        "Rep. of Korea|KR",
        "North Korea|KP",
        "Dem. People's Rep. of Korea|KP",
        "Swaziland|SZ",
        "Eswatini|SZ",
        "Macedonia|MK",
        "North Macedonia|MK",
        "TFYR of Macedonia|MK",
        "Viet Nam|VN",
        "Vietnam|VN",
        "Russian Federation|RU",
        "Congo (Kinshasa)|CD",
        "Dem. Rep. of the Congo|CD",
        "Congo (Brazzaville)|CG",
        "Republic of the Congo|CG",
        "United States of America|US",
        "U.S.A.|US",
        "Great Britain|GB",
        "United Kingdom|GB",
        "Holland|NL",
        "The Bahamas|BS",
        "Bahamas, The|BS",
        "China, Hong Kong SAR|HK",
        "Hong Kong|HK",
        "Macau|MO",
        "Bosnia-Hercegovina|BA",
        "Bosnia and Herzegovina|BA",
        "Bosnia & Herzegovina|BA",
        "St. Lucia|LC",
        "Saint Lucia|LC",
        "St Kitts & Nevis|KN",
        "Sao Tome and Principe|ST",
        "Curacao|CW",
        "Reunion|RE",
        "Guinea|GN",
        "Niger|NE",
        "Other Asia, nes|TW",
        "Falkland Islands (Islas Malvinas)|FK",
        "Bolivia (Plurinational State of)|BO",
        "Iran, Islamic Republic of|IR",
        "Lao People's Dem. Rep.|LA",
        "Syrian Arab Republic|SY",
        "West Bank Administered by Israel|PS",
        "Kosovo|XK"
      })
  void every_common_name_names_its_country(String name, String alpha2) {
    assertEquals(alpha2, Country.parse(name).alpha2());
  }

  @Test
  void a_country_is_read_by_the_name_it_shows() {
    for (Country country : Country.all()) {
      assertEquals(country, Country.parse(country.name()));
      assertEquals(country, Country.parse(country.name().toUpperCase(Locale.ROOT)));
    }
    assertEquals("Türkiye", Country.of("TR").name());
  }

  @Test
  void a_text_too_long_for_a_country_is_refused_in_few_words() {
    assertTrue(refusal("Japan ".repeat(200_000)).length() < 200);
  }

  @Test
  void every_iso_country_has_the_runtime_s_three_letters_and_a_number() {
    for (String alpha2 : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
      Country country = Country.of(alpha2);
      assertEquals(new Locale("", alpha2).getISO3Country(), country.alpha3());
      assertTrue(country.numeric().orElseThrow().matches("[0-9]{3}"), alpha2);
      assertFalse(country.name().isEmpty());
    }
    assertEquals(Locale.getISOCountries().length + 1, Country.all().size());
  }

  @Test
  void a_country_knows_its_place_among_all() {
    for (int i = 0; i < Country.all().size(); i++) {
      assertEquals(i, Country.all().get(i).ordinal());
    }
    assertEquals(Country.all().stream().sorted().toList(), Country.all());
  }

  @Test
  void kosovo_is_there_without_an_iso_number() {
    Country kosovo = Country.of("XK");
    assertEquals("XKX", kosovo.alpha3());
    assertEquals(Optional.empty(), kosovo.numeric());
    assertEquals(Optional.empty(), kosovo.comtradeCode());
    assertEquals("Kosovo", kosovo.name());
  }

  @Test
  void comtrade_s_number_is_its_own_or_iso_s() {
    assertEquals("842", Country.of("US").comtradeCode().orElseThrow());
    assertEquals("392", Country.of("JP").comtradeCode().orElseThrow());
    assertEquals("380", Country.of("IT").comtradeCode().orElseThrow());
  }

  @Test
  void a_census_code_not_known_is_no_code_rather_than_zero() {
    assertEquals(List.of(), Country.of("AQ").censusCodes());
    assertEquals(List.of("5082", "5083"), Country.of("PS").censusCodes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AN|retired|Netherlands Antilles|BQ, CW, SX",
        "YU|retired|Yugoslavia|ME, RS",
        "SU|retired|Soviet Union|RU",
        "sun|retired|Soviet Union|RU",
        "810|retired|Soviet Union|RU",
        "CS|retired|Czechoslovakia|CZ, SK",
        "CS|retired|Serbia and Montenegro|ME, RS",
        "ZR|retired|Zaire|CD",
        "ZAR|retired|Zaire|CD",
        "ROM|retired|Romania|RO",
        "58|retired|Belgium-Luxembourg|BE, LU",
        "891|retired|Yugoslavia|ME, RS"
      })
  void a_retired_code_is_refused_with_its_successors(
      String code, String word, String what, String successors) {
    String message = refusal(code);
    for (String part : List.of("'" + code + "'", word, what, successors)) {
      assertTrue(message.contains(part), message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ZZ|unknown",
        "QQQ|unknown",
        "999|unknown",
        "4999|unknown",
        "5880.0|damaged by a spreadsheet",
        "8.7E+07|damaged by a spreadsheet",
        "5.88E+03|damaged by a spreadsheet",
        "0392|damaged by a spreadsheet",
        "Korea|is a name and ambiguous: use one of KP, KR",
        "congo|ambiguous: use one of CD, CG",
        "Virgin Islands|ambiguous: use one of VG, VI",
        "Venezue|is no name in full: use VE if that is meant",
        "EU|a group of countries; name a member such as DE",
        "XI|use GB",
        "J|unknown",
        "''|blank"
      })
  void a_bad_code_is_refused_with_the_reason(String code, String reason) {
    String message = refusal(code);
    assertTrue(message.contains(reason), message);
  }

  /** Texts that may be of another kind are asked for what parse would answer or refuse. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "JP",
        " jpn ",
        "5880",
        "Korea, South",
        "\uff2a\uff30",
        "Korea",
        "",
        "SU",
        "EU",
        "8703"
      })
  void find_finds_what_parse_reads_and_nothing_else(String text) {
    Optional<Country> found = Country.find(text);
    if (found.isPresent()) {
      assertEquals(found.get(), Country.parse(text));
    } else {
      assertThrows(IllegalArgumentException.class, () -> Country.parse(text));
    }
    assertEquals(
        List.of("KR", "JP").contains(found.map(Country::alpha2).orElse("")), found.isPresent());
  }

  private static String refusal(String code) {
    return assertThrows(IllegalArgumentException.class, () -> Country.parse(code)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jp", "JPN", "392", "UK", " JP"})
  void of_takes_only_the_two_letter_code_and_names_the_right_one(String code) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Country.of(code));
    assertTrue(e.getMessage().contains("'" + code + "': use "), e.getMessage());
  }

  @Test
  void countries_are_ordered_and_printed_by_their_code() {
    assertTrue(Country.of("CA").compareTo(Country.of("MX")) < 0);
    assertEquals("JP", Country.of("JP").toString());
    assertEquals(Country.of("JP"), Country.parse("392"));
  }
}
