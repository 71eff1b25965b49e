package org.tariffeconomics.tariff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;

/**
 * The version of a book: the newest day that its facts speak of, and the beginning of the SHA-256
 * of all its law in a canonical text. Books with the same law have the same version in every JVM;
 * any change of a measure, a programme, a source or the rounding gives another. What is assumed of
 * goods is no law: results name it besides.
 */
final class BookVersion {

  /** What parts fields; no field holds it unescaped. */
  private static final char FIELD = '\u001f';

  private static final int SHOWN_BYTES = 4;

  private final MessageDigest digest;

  private BookVersion() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** For example {@code 2026-11-23+5295da2f}. */
  static String of(TariffBook book) {
    BookVersion version = new BookVersion();
    version.add("book", book.territory(), book.currency().getCode(), book.rounding().toString());
    version.add("from", book.oldestFact().map(Object::toString).orElse(""));
    book.programmes().forEach(version::programme);
    for (TariffMeasure each : book.measures()) {
      version.measure(each, book.stratum(each));
    }
    boolean whole = true;
    for (int i = 0; i < book.sources().size(); i++) {
      MeasureSource each = book.sources().get(i);
      int stratum = book.stratumOfSource(i);
      version.add("source", each.toString());
      if (stratum != BookLayers.OF_SOURCES) {
        version.add("laid over", Integer.toString(stratum));
      }
      whole &= each.writeContent(line -> version.add("content", line));
    }
    return book.newestFact().map(Object::toString).orElse("undated")
        + "+"
        + HexFormat.of().formatHex(version.digest.digest(), 0, SHOWN_BYTES)
        + (whole ? "" : "+unread");
  }

  private void programme(Programme programme) {
    add("programme", programme.name(), programme.authority(), programme.choice().name());
    for (Programme.Yield each : programme.yields()) {
      add("yields", each.to(), text(each.validity()));
    }
  }

  private void measure(TariffMeasure measure, int stratum) {
    StringJoiner conditions = new StringJoiner("; ");
    measure.conditions().forEach(c -> conditions.add(c.toString()));
    add(
        "measure",
        measure.id(),
        measure.programme(),
        measure.rule().name(),
        String.join(", ", measure.targets()),
        measure.products().toString(),
        measure.origins().toString(),
        conditions.toString(),
        measure.rate().toString(),
        measure.portion().toString(),
        text(measure.validity()),
        text(measure.source()),
        Integer.toString(stratum));
  }

  private static String text(Validity validity) {
    return List.of(
            validity.days(), validity.knownFrom(), validity.endKnownFrom(), validity.plannedEnd())
        .toString();
  }

  private static String text(Source source) {
    return List.of(source.title(), source.day(), source.citation(), source.verification())
        .toString();
  }

  private void add(String... fields) {
    for (String each : fields) {
      digest.update(each.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) FIELD);
    }
    digest.update((byte) '\n');
  }
}
