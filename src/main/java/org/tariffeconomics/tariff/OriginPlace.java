package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;

/** How narrowly each of some scopes speaks of a country: one for countries that none tells apart. */
final class OriginPlace {

  private final byte[] closeness;

  private OriginPlace(byte[] closeness) {
    this.closeness = closeness;
  }

  static OriginPlace of(Collection<OriginScope> scopes, Country origin, LocalDate day) {
    byte[] closeness = new byte[scopes.size()];
    int i = 0;
    for (OriginScope each : scopes) {
      closeness[i++] = (byte) each.specificity(origin, day);
    }
    return new OriginPlace(closeness);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(closeness);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OriginPlace that && Arrays.equals(closeness, that.closeness);
  }
}
