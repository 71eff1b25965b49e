package org.tariffeconomics.landedcost;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.ImportTax.Credit;
import org.tariffeconomics.landedcost.ImportTax.OwnBase;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * What a territory charged besides duty when an answer was stored, in texts.
 *
 * @param territory the territory
 * @param basis the basis of valuation, {@code FOB} or {@code CIF}
 * @param fees which fees: {@code none}, {@code us}, {@code us, last terms assumed}, {@code us
 *     informal}, or {@code own} for a schedule of the user's, which a record does not keep
 * @param taxes the import taxes, in the order in which they are charged
 * @serial exclude
 * @since 0.1.0
 */
public record TermsRecord(String territory, String basis, String fees, List<Tax> taxes)
    implements Serializable {

  private static final String NONE = "none";
  private static final String US = "us";
  private static final String US_ASSUMED = "us, last terms assumed";
  private static final String US_INFORMAL = "us informal";
  private static final String US_INFORMAL_ASSUMED = "us informal, last terms assumed";
  private static final String OWN = "own";

  /**
   * A tax in texts.
   *
   * @param name its name
   * @param rate its rate
   * @param base what it is charged on, as {@link TaxBase#parse} reads it
   * @param credit whether it is given back
   * @param ownBase whether it is part of its own base
   * @serial exclude
   */
  public record Tax(String name, String rate, String base, String credit, String ownBase)
      implements Serializable {

    /**
     * Refuses nulls.
     *
     * @param name its name
     * @param rate its rate
     * @param base what it is charged on, as {@link TaxBase#parse} reads it
     * @param credit whether it is given back
     * @param ownBase whether it is part of its own base
     */
    public Tax {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(credit, "credit");
      Objects.requireNonNull(ownBase, "ownBase");
    }

    private static Tax of(ImportTax tax) {
      return new Tax(
          tax.name(),
          tax.rate().toString(),
          tax.base().toString(),
          tax.credit().name(),
          tax.ownBase().name());
    }

    private ImportTax toTax() {
      return new ImportTax(
          name,
          Rate.parse(rate),
          TaxBase.parse(base),
          EnumText.parse("credit", Credit.class, credit),
          EnumText.parse("ownBase", OwnBase.class, ownBase));
    }

    private void write(JsonText json) {
      json.text("name", name)
          .text("rate", rate)
          .text("base", base)
          .text("credit", credit)
          .text("ownBase", ownBase);
    }

    private static Tax read(StoredAnswer json) {
      return new Tax(
          json.text("name"),
          json.text("rate"),
          json.text("base"),
          json.text("credit"),
          json.text("ownBase"));
    }
  }

  /**
   * Creates a record.
   *
   * @param territory the territory
   * @param basis the basis of valuation
   * @param fees which fees
   * @param taxes the import taxes
   */
  public TermsRecord {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(fees, "fees");
    Objects.requireNonNull(taxes, "taxes");
    taxes = List.copyOf(taxes);
  }

  static TermsRecord of(LandedCostCalculator terms) {
    return new TermsRecord(
        terms.territory(),
        terms.basis().name(),
        fees(terms.fees()),
        terms.taxes().stream().map(Tax::of).toList());
  }

  private static String fees(FeeSchedule fees) {
    if (fees.fees().isEmpty()) {
      return NONE;
    }
    return List.of(US, US_ASSUMED, US_INFORMAL, US_INFORMAL_ASSUMED).stream()
        .filter(name -> schedule(name).equals(fees))
        .findFirst()
        .orElse(OWN);
  }

  private static FeeSchedule schedule(String name) {
    return switch (name) {
      case NONE -> FeeSchedule.none();
      case US -> FeeSchedule.us();
      case US_ASSUMED -> FeeSchedule.us().assumingLastTerms();
      case US_INFORMAL -> FeeSchedule.usInformal();
      case US_INFORMAL_ASSUMED -> FeeSchedule.usInformal().assumingLastTerms();
      default ->
          throw new IllegalArgumentException(
              "The fees '"
                  + name
                  + "' are not kept in the record: state them with replay(book, fees)");
    };
  }

  /** The terms again, with the fees that the record names. */
  LandedCostCalculator toTerms() {
    return toTerms(schedule(fees));
  }

  LandedCostCalculator toTerms(FeeSchedule schedule) {
    LandedCostCalculator terms =
        LandedCostCalculator.of(territory, EnumText.parse("basis", ValuationBasis.class, basis))
            .withFees(schedule);
    for (Tax each : taxes) {
      terms = terms.withTax(each.toTax());
    }
    return terms;
  }

  boolean isInformal() {
    return fees.equals(US_INFORMAL) || fees.equals(US_INFORMAL_ASSUMED);
  }

  void write(JsonText json) {
    json.text("territory", territory)
        .text("basis", basis)
        .text("fees", fees)
        .objects("taxes", taxes, Tax::write);
  }

  static TermsRecord read(StoredAnswer json) {
    return new TermsRecord(
        json.text("territory"),
        json.text("basis"),
        json.text("fees"),
        json.objects("taxes").stream().map(Tax::read).toList());
  }
}
