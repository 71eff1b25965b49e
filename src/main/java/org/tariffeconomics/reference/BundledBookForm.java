package org.tariffeconomics.reference;

import java.util.Arrays;
import java.util.Optional;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.BookForm;
import org.tariffeconomics.tariff.TariffBook;

/** The bundled book of the United States as the word for its facts, without any of its law. */
public final class BundledBookForm implements BookForm {

  /** Creates the form; {@link java.util.ServiceLoader} does. */
  public BundledBookForm() {}

  @Override
  public String name() {
    return "bundled US book";
  }

  @Override
  public Optional<String> write(TariffBook book) {
    return Arrays.stream(Facts.values())
        .filter(facts -> UsTariffs.book(facts).equals(book))
        .map(Facts::name)
        .findFirst();
  }

  @Override
  public TariffBook read(String text) {
    return UsTariffs.book(EnumText.parse("facts", Facts.class, text));
  }
}
