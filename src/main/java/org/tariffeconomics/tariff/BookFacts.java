package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts of a book come from, and the first and last day that they are for.
 *
 * @param description where they come from, in words
 * @param from the first day that they are for; empty where none is stated
 * @param through the last day that they were checked for; empty for a book that nobody described
 * @param version the version as it was worked out before; null where it was not
 * @param unamended the book before the first amendment; null for one without any
 * @param amendments what was changed in it, in words
 * @param throughout what every answer assumes, in words
 */
record BookFacts(
    String description,
    Optional<LocalDate> from,
    Optional<LocalDate> through,
    @Nullable String version,
    @Nullable TariffBook unamended,
    List<String> amendments,
    List<String> throughout) {

  static final BookFacts USER_SUPPLIED =
      new BookFacts(
          "user-supplied", Optional.empty(), Optional.empty(), null, null, List.of(), List.of());

  /** Whether the book is no longer being put together: what is changed then, is an amendment. */
  boolean areWhole() {
    return through.isPresent() || version != null || !amendments.isEmpty();
  }

  BookFacts describedAs(String other, LocalDate last) {
    return new BookFacts(other, from, Optional.of(last), null, null, List.of(), throughout);
  }

  BookFacts withFrom(LocalDate first) {
    return new BookFacts(
        description, Optional.of(first), through, null, unamended, amendments, throughout);
  }

  BookFacts withVersion(String stated) {
    return new BookFacts(description, from, through, stated, unamended, amendments, throughout);
  }

  BookFacts assuming(List<String> words) {
    return new BookFacts(description, from, through, version, unamended, amendments, words);
  }

  /** The facts of a book that is not the one that they were gathered for, and says the same. */
  BookFacts derivedFrom(TariffBook before) {
    TariffBook first = unamended == null ? before : unamended;
    return new BookFacts(description, from, through, null, first, amendments, throughout);
  }

  BookFacts amended(TariffBook before, String words) {
    List<String> all = new ArrayList<>(amendments);
    if (!all.contains(words)) {
      all.add(words);
    }
    TariffBook first = unamended == null ? before : unamended;
    return new BookFacts(description, from, through, null, first, List.copyOf(all), throughout);
  }
}
