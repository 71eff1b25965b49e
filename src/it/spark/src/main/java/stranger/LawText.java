package stranger;

import java.io.Serializable;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tariffeconomics.io.MeasureCsv;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.TariffBook;

/**
 * A book of law as a text that travels: what a scenario adds to the bundled book and takes away,
 * and the version that whoever reads it must arrive at. Every process makes the book once.
 */
record LawText(String name, String addedMeasures, String withoutProgramme, String version)
    implements Serializable {

  private static final Map<LawText, TariffBook> MADE = new ConcurrentHashMap<>();

  static LawText of(String name, String addedMeasures, String withoutProgramme) {
    LawText unversioned = new LawText(name, addedMeasures, withoutProgramme, "");
    return new LawText(
        name, addedMeasures, withoutProgramme, make(unversioned).version().toString());
  }

  TariffBook book() {
    return MADE.computeIfAbsent(this, LawText::checked);
  }

  private static TariffBook checked(LawText text) {
    TariffBook book = make(text);
    if (!book.version().toString().equals(text.version())) {
      throw new IllegalStateException(
          text.name() + " is " + book.version() + " here and was " + text.version()
              + " where it was sent: another version of the library");
    }
    return book;
  }

  private static TariffBook make(LawText text) {
    TariffBook book = UsTariffs.book();
    if (!text.addedMeasures().isEmpty()) {
      book =
          book.withAll(
              MeasureCsv.read(
                      text.name(), new StringReader(text.addedMeasures()), Facts.VERIFIED_ONLY)
                  .orThrow());
    }
    return text.withoutProgramme().isEmpty() ? book : book.without(text.withoutProgramme());
  }
}
