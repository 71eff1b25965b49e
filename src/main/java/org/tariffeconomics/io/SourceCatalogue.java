package org.tariffeconomics.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.Row;

/** Documents by short keys, so that a row can name several without repeating them. */
final class SourceCatalogue {

  static final List<String> COLUMNS = List.of("key", "title", "date", "citation");

  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(String title, @Nullable LocalDate date, String citation) {}

  void add(Row row) {
    String key = row.required("key");
    if (entries.containsKey(key)) {
      row.problem("key", "the key appears twice");
    }
    Entry entry =
        new Entry(row.required("title"), row.day("date"), row.optional("citation").orElse(""));
    if (row.isGood()) {
      entries.put(key, entry);
    }
  }

  /** The documents that a row names, as one source; the first gives the day. */
  @Nullable Source source(Row row) {
    Verification verification =
        row.isBlank("verification")
            ? Verification.VERIFIED
            : row.word("verification", Verification.class);
    List<Entry> found = new ArrayList<>();
    for (String key : row.required("sources").split(" ", -1)) {
      Entry entry = entries.get(key);
      if (entry == null) {
        row.problem("sources", "no such document: " + Texts.quoted(key));
        return null;
      }
      found.add(entry);
    }
    return verification == null
        ? null
        : new Source(
            joined(found.stream().map(Entry::title).toList()),
            found.get(0).date(),
            joined(found.stream().map(Entry::citation).filter(c -> !c.isEmpty()).toList()),
            verification);
  }

  private static String joined(List<String> parts) {
    return parts.stream().collect(Collectors.joining("; "));
  }
}
