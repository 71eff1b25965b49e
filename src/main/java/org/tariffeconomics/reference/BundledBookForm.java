package org.tariffeconomics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Creates the form; {@link java.util.ServiceLoader} does. */
  public BundledBookForm() {}

  @Override
  public String name() {
    return "bundled US book";
  }

  @Override
  public Optional<String> write(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return Arrays.stream(Facts.values()).flatMap(facts -> write(book, facts).stream()).findFirst();
  }

  private static Optional<String> write(TariffBook book, Facts facts) {
    TariffBook whole = UsTariffs.book(facts);
    if (!whole.sources().equals(book.sources())) {
      return Optional.empty();
    }
    Set<String> kept = book.measures().stream().map(TariffMeasure::id).collect(Collectors.toSet());
    List<String> gone =
        whole.measures().stream().map(TariffMeasure::id).filter(id -> !kept.contains(id)).toList();
    if (!less(whole, gone).equals(book)) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(List.of(facts.name()));
    gone.forEach(id -> lines.add(WITHOUT + id));
    return Optional.of(String.join("\n", lines));
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
    return less(UsTariffs.book(EnumText.parse("facts", Facts.class, word)), gone);
  }
}
