package org.tariffeconomics.tariff;

import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What is written in place of a book when it is serialized: its text in a form that keeps all of
 * it, and its version, so that a book is never read back as another.
 */
final class BookProxy implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final String form;
  private final String text;
  private final String version;

  private BookProxy(String form, String text, String version) {
    this.form = form;
    this.text = text;
    this.version = version;
  }

  static BookProxy of(TariffBook book) throws ObjectStreamException {
    for (BookForm each : forms()) {
      Optional<String> text = each.write(book);
      if (text.isPresent()) {
        return new BookProxy(each.name(), text.get(), book.version());
      }
    }
    throw new NotSerializableException(
        book + " is kept whole by no form of text: send what it was made from");
  }

  private static ServiceLoader<BookForm> forms() {
    return ServiceLoader.load(BookForm.class, BookForm.class.getClassLoader());
  }

  @Serial
  private Object readResolve() throws ObjectStreamException {
    TariffBook book = read();
    if (!book.version().equals(version)) {
      throw new InvalidObjectException(
          "The book was of version "
              + version
              + ", but is of version "
              + book.version()
              + " here: use the same version of the facts on both sides");
    }
    return book;
  }

  private TariffBook read() throws InvalidObjectException {
    for (BookForm each : forms()) {
      if (each.name().equals(form)) {
        try {
          return each.read(text);
        } catch (IllegalArgumentException e) {
          InvalidObjectException fault = new InvalidObjectException(e.getMessage());
          fault.initCause(e);
          throw fault;
        }
      }
    }
    throw new InvalidObjectException("No form of text is called " + form + " here");
  }
}
