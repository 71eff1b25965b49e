package org.tariffeconomics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.BookForm;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The bundled book of the United States as the word for its facts, one a line with {@code without}
 * and the id of each measure that was taken out: none of its law travels.
 *
 * @since 0.1.0
 */
public final class BundledBookForm implements BookForm {

  private static final String WITHOUT = "without ";

  /** The book that leaves anti-dumping and countervailing duties open. */
  private static final String ASKING = "ASKING_FOR_CASES";

  /** Creates the form; {@link java.util.ServiceLoader} does. */
  public BundledBookForm() {}

  @Override
  public String name() {
    return "bundled US book";
  }

  @Override
  public Optional<String> write(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return Stream.concat(Arrays.stream(Facts.values()).map(Facts::name), Stream.of(ASKING))
        .flatMap(word -> write(book, word).stream())
        .findFirst();
  }

  private static Optional<String> write(TariffBook book, String word) {
    TariffBook whole = named(word);
    if (!whole.sources().equals(book.sources())) {
      return Optional.empty();
    }
    Set<String> kept = book.measures().stream().map(TariffMeasure::id).collect(Collectors.toSet());
    List<String> gone =
        whole.measures().stream().map(TariffMeasure::id).filter(id -> !kept.contains(id)).toList();
    if (!less(whole, gone).equals(book)) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(List.of(word));
    gone.forEach(id -> lines.add(WITHOUT + id));
    return Optional.of(String.join("\n", lines));
  }

  private static TariffBook named(String word) {
    return word.equals(ASKING)
        ? UsTariffs.bookAskingForCases()
        : UsTariffs.book(EnumText.parse("facts", Facts.class, word));
  }

  private static TariffBook less(TariffBook whole, List<String> gone) {
    return gone.isEmpty() ? whole : whole.withoutMeasures(gone);
  }

  @Override
  public TariffBook read(String text) {
    Objects.requireNonNull(text, "text");
    List<String> lines = text.lines().toList();
    List<String> gone =
        lines.stream()
            .filter(line -> line.startsWith(WITHOUT))
            .map(line -> line.substring(WITHOUT.length()))
            .toList();
    String word = lines.isEmpty() ? "" : lines.get(0);
    return less(named(word), gone);
  }
}
