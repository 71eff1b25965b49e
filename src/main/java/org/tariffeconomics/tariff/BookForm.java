package org.tariffeconomics.tariff;

import java.util.Optional;

/**
 * A text that a book is serialized as. Forms are found by {@link java.util.ServiceLoader}: the
 * readers of files bring one for books whose law is all held as measures, the bundled facts one for
 * the books that they are; who has sources of their own may add one.
 *
 * @since 0.1.0
 */
public interface BookForm {

  /** {@return what the form is called, the same in every version} */
  String name();

  /**
   * Writes a book.
   *
   * @param book the book
   * @return its text; empty where this form cannot keep all of it
   */
  Optional<String> write(TariffBook book);

  /**
   * Reads a book.
   *
   * @param text the text that {@link #write} wrote
   * @return the book
   * @throws IllegalArgumentException when the text is none of this form, or the book cannot be made
   *     here
   */
  TariffBook read(String text);
}
