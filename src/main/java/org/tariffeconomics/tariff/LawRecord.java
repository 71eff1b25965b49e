package org.tariffeconomics.tariff;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * The law that a stored answer was given under, in texts.
 *
 * @param territory whose law it is
 * @param currency the currency of all amounts
 * @param rounding how duties are rounded, as {@link RoundingPolicy#parse} reads it
 * @param facts what the book says of its facts
 * @param version the version of the book
 * @param day the day of the law, ISO 8601
 * @param knownOn the day whose knowledge counts; null for all that is known
 * @serial exclude
 * @since 0.1.0
 */
public record LawRecord(
    String territory,
    String currency,
    String rounding,
    String facts,
    String version,
    String day,
    @Nullable String knownOn)
    implements Serializable {

  /**
   * Refuses nulls.
   *
   * @param territory whose law it is
   * @param currency the currency of all amounts
   * @param rounding how duties are rounded, as {@link RoundingPolicy#parse} reads it
   * @param facts what the book says of its facts
   * @param version the version of the book
   * @param day the day of the law, ISO 8601
   * @param knownOn the day whose knowledge counts; null for all that is known
   */
  public LawRecord {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(rounding, "rounding");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(day, "day");
  }

  /**
   * The record of a law.
   *
   * @param law the law of a day
   * @return the same in texts
   */
  public static LawRecord of(TariffLaw law) {
    Objects.requireNonNull(law, "law");
    TariffBook book = law.book();
    return new LawRecord(
        book.territory(),
        book.currency().getCode(),
        book.rounding().toString(),
        book.facts(),
        book.version(),
        law.day().toString(),
        law.knownOn().map(LocalDate::toString).orElse(null));
  }

  /**
   * The law of another book on the same day, with the same knowledge.
   *
   * @param book the book
   * @return the law
   * @throws IllegalArgumentException when the book is one of another territory or currency, or the
   *     day cannot be read
   */
  public TariffLaw in(TariffBook book) {
    Objects.requireNonNull(book, "book");
    if (!book.territory().equals(territory) || !book.currency().getCode().equals(currency)) {
      throw new IllegalArgumentException(
          "book must be of "
              + territory
              + " in "
              + currency
              + " as the stored answer is, but was of "
              + book.territory()
              + " in "
              + book.currency());
    }
    return book.on(
        DayText.parse("day", day),
        knownOn == null ? Knowledge.now() : Knowledge.of(DayText.parse("knownOn", knownOn)));
  }

  /**
   * Writes the members.
   *
   * @param json where they are written
   */
  public void write(JsonText json) {
    Objects.requireNonNull(json, "json");
    json.text("territory", territory)
        .text("currency", currency)
        .text("rounding", rounding)
        .text("facts", facts)
        .text("version", version)
        .text("day", day)
        .text("knownOn", knownOn);
  }

  /**
   * Reads the members.
   *
   * @param json the object that {@link #write} wrote
   * @return the record
   * @throws IllegalArgumentException when a member is missing or cannot be read
   */
  public static LawRecord read(StoredAnswer json) {
    Objects.requireNonNull(json, "json");
    return new LawRecord(
        json.text("territory"),
        json.text("currency"),
        json.text("rounding"),
        json.text("facts"),
        json.text("version"),
        json.value("day", LocalDate::parse).toString(),
        json.optionalDay("knownOn").map(LocalDate::toString).orElse(null));
  }
}
