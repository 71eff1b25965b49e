package org.tariffeconomics.tariff;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * Where a stored number comes from, in texts.
 *
 * @param title the document
 * @param date the day it bears, ISO 8601; null where it bears none
 * @param citation where in it
 * @param verification how far it was checked, e.g. {@code VERIFIED}
 * @serial exclude
 * @since 0.1.0
 */
public record SourceRecord(
    String title, @Nullable String date, String citation, String verification)
    implements Serializable {

  /**
   * Refuses nulls.
   *
   * @param title the document
   * @param date the day it bears, ISO 8601; null where it bears none
   * @param citation where in it
   * @param verification how far it was checked, e.g. {@code VERIFIED}
   */
  public SourceRecord {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(citation, "citation");
    Objects.requireNonNull(verification, "verification");
  }

  static SourceRecord of(Source source) {
    return new SourceRecord(
        source.title(),
        source.day().map(LocalDate::toString).orElse(null),
        source.citation(),
        source.verification().name());
  }

  void write(JsonText json) {
    json.text("title", title)
        .text("date", date)
        .text("citation", citation)
        .text("verification", verification);
  }

  static SourceRecord read(StoredAnswer json) {
    return new SourceRecord(
        json.text("title"),
        json.optional("date", text -> text).orElse(null),
        json.text("citation"),
        json.text("verification"));
  }
}
