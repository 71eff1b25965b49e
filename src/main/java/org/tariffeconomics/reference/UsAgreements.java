package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.SpecialProgramme;

/** The free-trade agreements of the United States, by the key of its schedule. */
final class UsAgreements {

  private UsAgreements() {}

  /** Read once; the key does not change. */
  private static final class Held {
    private static final List<SpecialProgramme> AGREEMENTS =
        UsTariffs.programmeKey(Facts.VERIFIED_ONLY).programmes().stream()
            .filter(p -> isAgreement(p.programme()))
            .toList();
  }

  private static boolean isAgreement(String programme) {
    return programme.endsWith("FTA")
        || programme.endsWith(" TPA")
        || List.of("CAFTA-DR", "KORUS", "USMCA").contains(programme);
  }

  /** The agreement of a partner on a day; none for groups, which have none. */
  static Optional<String> of(String partner, LocalDate day) {
    if (CountryGroup.find(partner).isPresent()) {
      return Optional.empty();
    }
    Country country = DeclaredOrigin.countryNamed(partner);
    return Held.AGREEMENTS.stream()
        .filter(p -> p.origins().includes(country, day))
        .map(SpecialProgramme::programme)
        .findFirst();
  }
}
