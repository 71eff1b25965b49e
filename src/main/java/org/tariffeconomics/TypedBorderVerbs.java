package org.tariffeconomics;

import java.time.LocalDate;
import org.joda.money.Money;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.border.ImporterComparison;
import org.tariffeconomics.border.Retaliation;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.PortfolioDuties;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.quota.QuotaDuty;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateTimeline;

/**
 * The verbs of {@link Tariffs} at the borders of importers once more, for days, amounts and
 * quantities that a program holds as such.
 */
class TypedBorderVerbs {

  TypedBorderVerbs() {}

  /**
   * The layers of the duty that an importer charges.
   *
   * @param importer who imports
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param day the day of entry
   * @return the stack; it assesses any value in the importer's currency
   */
  public static DutyStack duty(String importer, String line, String origin, LocalDate day) {
    return Tariffs.duty(importer, line, origin, day.toString());
  }

  /**
   * The duties of several origins at an importer's border, lowest first.
   *
   * @param importer who imports
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compare(
      Importer importer, String line, LocalDate day, String... origins) {
    return Tariffs.compare(importer, line, day.toString(), origins);
  }

  /**
   * The duties of some origins at an importer's border over time.
   *
   * @param importer who imports
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline
   */
  public static RateTimeline timeline(
      Importer importer, String line, LocalDate firstDay, LocalDate lastDay, String... origins) {
    return Tariffs.timeline(importer, line, firstDay.toString(), lastDay.toString(), origins);
  }

  /**
   * The landed cost of goods at an importer's border.
   *
   * @param importer who imports
   * @param shipment the goods
   * @param day the day of entry
   * @return the cost
   */
  public static LandedCost landed(String importer, Shipment shipment, LocalDate day) {
    return Tariffs.landed(importer, shipment, day.toString());
  }

  /**
   * Where goods pay least.
   *
   * @param line the tariff line; importers share its first six digits
   * @param origin the origin
   * @param day the day of entry
   * @param importers who may import
   * @return the importers, lowest duty first, those whose duty is not known last
   */
  public static ImporterComparison sideBySide(
      String line, String origin, LocalDate day, String... importers) {
    return Tariffs.sideBySide(line, origin, day.toString(), importers);
  }

  /**
   * What a territory charges, suspends or announced in answer to duties of the United States.
   *
   * @param territory the territory
   * @param day the day
   * @return the rounds as they stand
   */
  public static Retaliation retaliation(String territory, LocalDate day) {
    return Tariffs.retaliation(territory, day.toString());
  }

  /**
   * What the United States and a partner charge each other on the goods of their deal.
   *
   * @param partner the partner
   * @param day the day after
   * @return the answer
   */
  public static BothSides bothSides(String partner, LocalDate day) {
    return Tariffs.bothSides(partner, day.toString());
  }

  /**
   * What an importer pays on a portfolio of articles read from comma-separated text.
   *
   * @param csv the text, header first
   * @param day the day of the law
   * @return the duties by article
   */
  public static PortfolioDuties portfolio(String csv, LocalDate day) {
    return Tariffs.portfolio(csv, day.toString());
  }

  /**
   * What goods pay at an importer's border.
   *
   * @param importer who imports
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param day the day of entry
   * @param value the customs value in the importer's currency
   * @param quantities what duties by quantity ask for
   * @return the duty, layer by layer
   */
  public static Assessment pays(
      String importer,
      String line,
      String origin,
      LocalDate day,
      Money value,
      Quantity... quantities) {
    return Tariffs.duty(importer, line, origin, day.toString()).assess(value, quantities);
  }

  /**
   * What an entry pays that the balance of a quota may split.
   *
   * @param importer who imports
   * @param line the tariff line
   * @param origin the origin and what else is declared
   * @param day the day of entry
   * @param value the customs value of the whole entry in the importer's currency
   * @param quantity its quantity, in the dimension of the quota
   * @param quota the order number of the quota, or its name
   * @param left what is left of the quota before the entry
   * @return the duty of the part within the quota and of the part above it
   */
  public static QuotaDuty quotaDuty(
      String importer,
      String line,
      String origin,
      LocalDate day,
      Money value,
      Quantity quantity,
      String quota,
      Quantity left) {
    return Tariffs.quotaDuty(
        importer,
        line,
        origin,
        day.toString(),
        value.toString(),
        quantity.toString(),
        quota,
        left.toString());
  }

  /**
   * A shipment whose costs are held as money.
   *
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param price the price of the goods
   * @param freight the freight to the border
   * @param insurance the insurance to the border
   * @param mode how it comes
   * @return the shipment
   */
  public static Shipment shipment(
      String line, String origin, Money price, Money freight, Money insurance, TransportMode mode) {
    return Tariffs.shipment(
        line, origin, price.toString(), freight.toString(), insurance.toString(), mode.name());
  }
}
