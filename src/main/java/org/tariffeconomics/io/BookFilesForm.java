package org.tariffeconomics.io;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.BookForm;
import org.tariffeconomics.tariff.TariffBook;

/**
 * A book as the files of {@link TariffBookFiles} in one text, each after its name and its length:
 * the form in which books are serialized whose law is all held as measures.
 *
 * @since 0.1.0
 */
public final class BookFilesForm implements BookForm {

  /** Creates the form; {@link java.util.ServiceLoader} does. */
  public BookFilesForm() {}

  @Override
  public String name() {
    return "files";
  }

  @Override
  public Optional<String> write(TariffBook book) {
    Objects.requireNonNull(book, "book");
    if (!book.sources().isEmpty()) {
      return Optional.empty();
    }
    try {
      StringBuilder text = new StringBuilder();
      TariffBookFiles.write(book)
          .forEach(
              (name, content) ->
                  text.append(name)
                      .append('\n')
                      .append(content.length())
                      .append('\n')
                      .append(content));
      return Optional.of(text.toString());
    } catch (IllegalArgumentException somethingThatFilesCannotKeep) {
      return Optional.empty();
    }
  }

  @Override
  public TariffBook read(String text) {
    Objects.requireNonNull(text, "text");
    Map<String, String> files = files(text);
    Reading<TariffBook> reading =
        TariffBookFiles.read(
            name -> new StringReader(files.getOrDefault(name, "")), Facts.INCLUDING_UNVERIFIED);
    if (reading.hasErrors() || reading.optional().isEmpty()) {
      throw new IllegalArgumentException("text must be a book's files, but " + reading.problems());
    }
    return reading.value();
  }

  private static Map<String, String> files(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    int at = 0;
    try {
      while (at < text.length()) {
        int endOfName = text.indexOf('\n', at);
        int endOfLength = text.indexOf('\n', endOfName + 1);
        int length = Integer.parseInt(text.substring(endOfName + 1, endOfLength));
        files.put(
            text.substring(at, endOfName),
            text.substring(endOfLength + 1, endOfLength + 1 + length));
        at = endOfLength + 1 + length;
      }
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("text must be a book's files, but is cut short", e);
    }
    return files;
  }
}
