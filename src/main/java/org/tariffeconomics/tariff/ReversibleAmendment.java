package org.tariffeconomics.tariff;

/**
 * An amendment whose measures can be found in a book again and taken out of it: a deal.
 *
 * @since 0.1.0
 */
public interface ReversibleAmendment extends BookAmendment {

  /**
   * The book as it is without this amendment: what applying it would bring is not there.
   *
   * @param book the book with or without it
   * @return a new book; the same where nothing of the amendment is in it
   */
  TariffBook removeFrom(TariffBook book);
}
