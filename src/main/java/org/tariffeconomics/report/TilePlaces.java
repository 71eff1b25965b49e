package org.tariffeconomics.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where each country has its square: drawn by hand, so that neighbours stand near each other and
 * continents can be told by their outline. A place says nothing of borders or of size.
 */
final class TilePlaces {

  /** A square, counted in columns from the west and rows from the north. */
  record Place(int column, int row) {}

  private static final String GRID =
      """
      .. .. .. .. .. .. .. .. GL .. .. .. .. .. .. SJ .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
      .. .. .. .. .. .. .. .. .. .. .. IS FO .. NO SE FI .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
      .. CA .. .. PM .. .. .. .. .. IE IM GB .. DK AX EE .. .. .. .. RU .. .. .. .. .. .. .. .. .. ..
      .. US .. .. BM .. .. .. .. .. .. GG JE NL DE PL LV .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
      MX .. .. CU BS TC .. .. .. .. .. .. BE LU CZ SK LT BY .. .. .. .. KZ .. MN .. .. .. .. .. .. ..
      GT BZ .. KY HT DO PR VI VG AI .. .. FR CH LI AT HU MD UA .. .. .. .. .. .. .. .. .. .. .. .. ..
      SV HN .. JM .. .. .. SX MF BL PT ES AD MC IT SI HR RO .. .. .. TM UZ KG .. CN KP .. .. .. .. ..
      .. NI .. .. .. .. .. KN AG MS .. GI .. VA SM BA RS BG .. GE .. .. AF TJ .. .. KR JP .. .. .. ..
      .. CR .. .. .. .. .. GP DM MQ .. .. .. .. MT ME XK MK TR AM AZ .. PK NP BT MO HK TW .. .. .. ..
      .. .. PA .. AW CW BQ VC LC BB .. MA DZ TN .. AL GR CY LB SY IQ IR .. IN BD MM LA VN .. MP .. ..
      .. .. CO VE GY SR GF GD TT .. .. EH .. .. LY EG .. IL PS JO KW BH .. LK .. TH KH PH .. GU .. ..
      .. .. EC PE BR .. .. .. .. CV .. MR ML NE TD SD ER .. .. SA QA AE MV .. .. MY BN .. PW FM MH UM
      .. .. .. BO PY .. .. .. .. GM SN .. BF NG CF SS ET DJ .. YE OM .. .. .. .. SG ID TL PG NR KI TK
      .. .. .. CL AR UY .. .. .. GW GN .. .. BJ CM UG KE SO .. .. .. IO .. .. CC CX .. .. SB TV WS AS
      .. .. .. .. .. FK .. .. .. SL LR CI GH TG GQ CD RW TZ SC .. .. .. .. .. .. .. .. AU VU WF TO NU
      .. .. .. .. .. .. GS .. .. .. .. .. .. ST GA CG BI KM YT .. .. .. .. .. .. .. .. .. NC FJ .. CK
      .. .. .. .. .. .. .. .. .. .. .. SH .. .. AO ZM MW MZ MG MU .. .. .. .. .. .. .. .. NF NZ .. PF
      .. .. .. .. .. .. .. .. .. .. .. .. .. .. NA BW ZW SZ .. RE .. .. .. .. .. .. .. .. .. .. .. PN
      .. .. .. .. .. .. .. .. .. AQ .. BV .. .. .. ZA LS .. .. .. .. TF .. .. HM .. .. .. .. .. .. ..
      """;

  private static final Map<String, Place> PLACES = read();

  static final int COLUMNS = 32;
  static final int ROWS = 19;

  private TilePlaces() {}

  private static Map<String, Place> read() {
    Map<String, Place> places = new LinkedHashMap<>();
    String[] rows = GRID.split("\n", -1);
    for (int row = 0; row < rows.length; row++) {
      String[] codes = rows[row].split(" ", -1);
      for (int column = 0; column < codes.length; column++) {
        if (Character.isLetter(codes[column].isEmpty() ? '.' : codes[column].charAt(0))) {
          places.put(codes[column], new Place(column, row));
        }
      }
    }
    return Collections.unmodifiableMap(places);
  }

  /** Every code with its place, from the north-west on. */
  static Map<String, Place> all() {
    return PLACES;
  }

  static Place of(String code) {
    Place place = PLACES.get(Objects.requireNonNull(code, "code"));
    if (place == null) {
      throw new IllegalArgumentException(
          "code must be the two letters of a country, such as JP, but was '"
              + SvgFont.cut(OneLine.of(code), 12, 200)
              + "'");
    }
    return place;
  }
}
