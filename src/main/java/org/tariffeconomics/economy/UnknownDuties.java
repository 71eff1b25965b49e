package org.tariffeconomics.economy;

import java.util.Locale;

/** What is taken for duties of which nothing is known. */
record UnknownDuties(Kind kind, double least, double most) {

  /** Refused, a number more, or what other goods bear. */
  enum Kind {
    REFUSED,
    ADDING,
    LIKE_OTHERS
  }

  static final UnknownDuties REFUSED = new UnknownDuties(Kind.REFUSED, 0, 0);

  /** What results say of it. */
  String words() {
    if (kind == Kind.LIKE_OTHERS) {
      return "is taken to bear between the least and the most that other goods bear";
    }
    if (least == 0 && most == 0) {
      return "keeps its base duty";
    }
    return least == most
        ? String.format(Locale.ROOT, "is taken to bear %+.1f points", 100 * least)
        : String.format(
            Locale.ROOT, "is taken to bear %+.1f to %+.1f points", 100 * least, 100 * most);
  }

  /** The duty after on goods that bore so much, where known goods change by a factor. */
  double after(double collected, double change, boolean highest) {
    return kind == Kind.ADDING
        ? collected + (highest ? most : least)
        : (1 + collected) * change - 1;
  }
}
