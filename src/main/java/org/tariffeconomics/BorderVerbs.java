package org.tariffeconomics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.border.EntryTime;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.border.ImporterComparison;
import org.tariffeconomics.border.Retaliation;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.quota.QuotaDuty;
import org.tariffeconomics.reference.Importers;
import org.tariffeconomics.reference.PartnerStudies;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateTimeline;

/**
 * The verbs of {@link Tariffs} on importers other than the United States, and on both sides of a
 * border.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class BorderVerbs extends ImportVerbs permits EconomyVerbs {

  BorderVerbs() {}

  /**
   * A territory as an importer: its tariff, its border, what its importers usually declare.
   *
   * @param name {@code "EU"}, {@code "DE"}, {@code "Japan"}; {@code "DE with any evidence"} also
   *     takes facts that are known from one source only
   * @return the importer; its methods are the typed twins of the verbs here
   */
  public static Importer importer(String name) {
    return Importers.of(name);
  }

  /**
   * The layers of the duty that an importer charges.
   *
   * @param importer who imports, {@code "EU"}
   * @param line the tariff line, {@code "8703.23"}
   * @param origin the origin, which may claim and declare: {@code "US claiming CUSMA"}
   * @param day the day of entry; where the law turned at an hour also {@code "2025-11-10 13:01"}
   * @return the stack; it assesses any value in the importer's currency
   */
  public static DutyStack duty(String importer, String line, String origin, String day) {
    return importer(importer).duty(line, origin, day);
  }

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
    Objects.requireNonNull(day, "day");
    return importer(importer).duty(line, origin, EntryTime.of(day));
  }

  /**
   * The duties of several origins at an importer's border, lowest first.
   *
   * @param importer who imports, {@code importer("EU")}
   * @param line the tariff line
   * @param day the day of entry
   * @param origins the origins
   * @return the comparison
   */
  public static DutyComparison compare(
      Importer importer, String line, String day, String... origins) {
    Objects.requireNonNull(importer, "importer");
    return importer.compare(line, day, origins);
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
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(day, "day");
    return importer.compare(line, EntryTime.of(day), origins);
  }

  /**
   * The duties of some origins at an importer's border over time.
   *
   * @param importer who imports, {@code importer("JP")}
   * @param line the tariff line
   * @param firstDay the first day
   * @param lastDay the last day, included
   * @param origins the origins
   * @return the timeline
   */
  public static RateTimeline timeline(
      Importer importer, String line, String firstDay, String lastDay, String... origins) {
    Objects.requireNonNull(importer, "importer");
    return importer.timeline(line, firstDay, lastDay, origins);
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
    Objects.requireNonNull(importer, "importer");
    return importer.timeline(line, firstDay, lastDay, origins);
  }

  /**
   * The landed cost of goods at an importer's border.
   *
   * @param importer who imports, {@code "DE with any evidence"}
   * @param shipment the goods
   * @param day the day of entry
   * @return the cost; what is known of and left out stands in its stamp
   */
  public static LandedCost landed(String importer, Shipment shipment, String day) {
    return importer(importer).landed(shipment, day);
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
    Objects.requireNonNull(day, "day");
    return importer(importer).landed(shipment, EntryTime.of(day));
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
      String line, String origin, String day, String... importers) {
    Objects.requireNonNull(day, "day");
    return sideBySide(line, origin, EntryTime.parse(day), importers);
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
    Objects.requireNonNull(day, "day");
    return sideBySide(line, origin, EntryTime.of(day), importers);
  }

  private static ImporterComparison sideBySide(
      String line, String origin, EntryTime when, String... importers) {
    Objects.requireNonNull(importers, "importers");
    return ImporterComparison.of(
        Arrays.stream(importers).map(Importers::of).toList(), line, origin, when);
  }

  /**
   * What a territory charges, suspends or announced in answer to duties of the United States.
   *
   * @param territory the territory, {@code "CA"}
   * @param day the day
   * @return the rounds as they stand; “none known” with the day of the search
   */
  public static Retaliation retaliation(String territory, String day) {
    return retaliation(territory, day(day));
  }

  /**
   * What a territory charges, suspends or announced in answer to duties of the United States.
   *
   * @param territory the territory
   * @param day the day
   * @return the rounds as they stand
   */
  public static Retaliation retaliation(String territory, LocalDate day) {
    return Importers.retaliation(territory, day);
  }

  /**
   * What the United States and a partner charge each other on the goods of their deal: before its
   * first measure, and on a day.
   *
   * @param partner the partner, {@code "JP"}
   * @param day the day after
   * @return the answer
   */
  public static BothSides bothSides(String partner, String day) {
    return bothSides(partner, day(day));
  }

  /**
   * What the United States and a partner charge each other on the goods of their deal.
   *
   * @param partner the partner
   * @param day the day after
   * @return the answer
   */
  public static BothSides bothSides(String partner, LocalDate day) {
    return PartnerStudies.bothSides(partner, day);
  }

  /**
   * What goods pay at an importer's border: {@code pays("JP", "1006.30.090", "US", "2026-07-09",
   * "JPY 3000000", "20000 kg")}.
   *
   * @param importer who imports, {@code "JP"}
   * @param line the tariff line
   * @param origin the origin, which may claim and declare: {@code "US with quota:09.9005=in"}
   * @param day the day of entry; where the law turned at an hour also {@code "2025-11-10 13:01"}
   * @param value the customs value in the importer's currency
   * @param quantities what duties by quantity ask for: {@code "20000 kg"}, {@code "1500 l"}
   * @return the duty, layer by layer
   */
  public static Assessment pays(
      String importer, String line, String origin, String day, String value, String... quantities) {
    Objects.requireNonNull(quantities, "quantities");
    return duty(importer, line, origin, day)
        .assess(
            AmountText.parse("value", value),
            Arrays.stream(quantities).map(Quantity::parse).toArray(Quantity[]::new));
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
    return duty(importer, line, origin, day).assess(value, quantities);
  }

  /**
   * What an entry pays that the balance of a quota may split: {@code quotaDuty("EU", "0203.29.55",
   * "US", "2026-07-10", "EUR 40000", "20 t", "09.9001", "10 t")}.
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
      String day,
      String value,
      String quantity,
      String quota,
      String left) {
    return quotaDuty(
        importer,
        line,
        origin,
        EntryTime.parse(day),
        AmountText.parse("value", value),
        Quantity.parse(quantity),
        quota,
        Quantity.parse(left));
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
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(value, "value");
    return quotaDuty(
        importer, line, origin, EntryTime.of(day), value.toBigMoney(), quantity, quota, left);
  }

  private static QuotaDuty quotaDuty(
      String importer,
      String line,
      String origin,
      EntryTime when,
      BigMoney value,
      Quantity quantity,
      String quota,
      Quantity left) {
    Objects.requireNonNull(quantity, "quantity");
    Importer border = importer(importer);
    return border.duty(
        line,
        origin,
        when,
        value,
        List.of(quantity),
        border.position(Texts.plainSigns(quota), when.day(), left, quantity));
  }
}
