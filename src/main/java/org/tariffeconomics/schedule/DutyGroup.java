package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.schedule.OriginStates.Situation;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * The lines of a chapter that state one rate for one entry of the key for the same days: one
 * measure, made when it is first needed.
 */
final class DutyGroup {

  private final Terms terms;
  private final ScheduleOutline outline;
  private final String chapter;
  private final List<HsCode> lines = new ArrayList<>();
  private volatile @Nullable TariffMeasure measure;

  /**
   * What its lines have in common. Rates are told apart by their text form, which is one for each
   * meaning; the hash is kept, since terms are compared far more often than made.
   */
  static final class Terms {

    private final KeyEntry entry;
    private final DutyRate rate;
    private final String rateText;
    private final LocalDateRange days;
    private final int hash;

    Terms(KeyEntry entry, DutyRate rate, LocalDateRange days) {
      this.entry = entry;
      this.rate = rate;
      this.rateText = rate.toString();
      this.days = days;
      this.hash = 31 * (31 * entry.number() + rateText.hashCode()) + days.hashCode();
    }

    KeyEntry entry() {
      return entry;
    }

    boolean isTheRateOf(Terms other) {
      return rateText.equals(other.rateText);
    }

    /** The same for other days. */
    Terms on(LocalDateRange others) {
      return new Terms(entry, rate, others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Terms that
          && hash == that.hash
          && entry.number() == that.entry.number()
          && rateText.equals(that.rateText)
          && days.equals(that.days);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  DutyGroup(Terms terms, ScheduleOutline outline, String chapter) {
    this.terms = terms;
    this.outline = outline;
    this.chapter = chapter;
  }

  Terms terms() {
    return terms;
  }

  void add(HsCode line) {
    lines.add(line);
  }

  boolean isFor(Situation situation) {
    return situation.isOpen(terms.entry) && terms.days.contains(situation.day());
  }

  TariffMeasure measure() {
    TariffMeasure made = measure;
    if (made == null) {
      synchronized (this) {
        made = measure;
        if (made == null) {
          made = measure("chapter " + chapter, ProductScope.of(lines, List.of()));
          measure = made;
        }
      }
    }
    return made;
  }

  /** The same duty on everything below a code, all lines of which state it. */
  TariffMeasure measureOf(HsCode heading) {
    return measure(heading.toString(), ProductScope.of(List.of(heading), List.of()));
  }

  private TariffMeasure measure(String where, ProductScope products) {
    KeyEntry entry = terms.entry;
    Validity validity = entry.validity().withDays(days());
    String rate = Texts.shortened(terms.rateText);
    String when = days().equals(LocalDateRange.ALL) ? "" : ", " + Validity.text(days());
    return TariffMeasure.of(
            entry.programme(), entry.rule(), List.of(), products, entry.origins(), terms.rate)
        .withId(entry.programme() + " " + rate + ", " + where + when)
        .withValidity(validity)
        .withConditions(entry.conditions())
        .withSource(source());
  }

  /** The days of the lines' texts that lie within the programme's. */
  private LocalDateRange days() {
    return terms.days.intersection(terms.entry.validity().days());
  }

  private Source source() {
    LocalDate first = terms.days.isUnboundedStart() ? LocalDate.MIN : terms.days.getStart();
    Map.Entry<LocalDate, String> edition = outline.edition(first);
    return Source.verified(edition.getValue(), edition.getKey(), terms.entry.citation());
  }

  /** The measure's programme and rate. */
  @Override
  public String toString() {
    return terms.entry.programme() + " " + terms.rate;
  }
}
