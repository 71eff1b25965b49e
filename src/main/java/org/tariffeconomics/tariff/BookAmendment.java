package org.tariffeconomics.tariff;

/**
 * Something that changes a tariff book: a deal, a ruling, a what-if. An amendment is a value;
 * applying it gives a new book and leaves the old one as it was.
 *
 * @since 0.1.0
 */
public interface BookAmendment {

  /**
   * The book as it is with this amendment.
   *
   * @param book the book before
   * @return a new book
   */
  TariffBook applyTo(TariffBook book);
}
