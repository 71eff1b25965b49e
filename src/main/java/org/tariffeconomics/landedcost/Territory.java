package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;

/**
 * What is known of a customs territory besides its tariff: its basis of valuation and where that
 * stands, its import fees, and whether it taxes imports at all.
 *
 * @param code {@code EU} or a two-letter country code
 * @param basis whether international freight and insurance are dutiable
 * @param source where the basis stands
 * @param fees its bundled import fees
 * @param importTax whether a general tax on consumption is charged at import
 */
record Territory(
    String code,
    ValuationBasis basis,
    Source source,
    Supplier<FeeSchedule> fees,
    ImportTaxation importTax) {

  /** Whether a territory charges a general tax on consumption when goods are imported. */
  enum ImportTaxation {
    /** Value added tax, goods and services tax, consumption tax. */
    CHARGED,
    /** None at the border: sales taxes are charged later, if at all. */
    NOT_CHARGED
  }

  private static final String EU = "EU";

  private static final List<Territory> KNOWN =
      List.of(
          new Territory(
              "US",
              ValuationBasis.FOB,
              source("Tariff Act of 1930, section 402", "19 U.S.C. 1401a(b)(4)(A)"),
              FeeSchedule::us,
              ImportTaxation.NOT_CHARGED),
          fob("CA", "Customs Act", "R.S.C. 1985, c. 1 (2nd Supp.), s. 48(5)(b)"),
          fob("AU", "Customs Act 1901", "section 161"),
          fob("NZ", "Customs and Excise Act 2018", "Schedule 4"),
          fob("ZA", "Customs and Excise Act 1964", "section 67"),
          cif(EU, "Union Customs Code", "Regulation (EU) No 952/2013, art. 71(1)(e)"),
          cif("GB", "Customs (Import Duty) (EU Exit) Regulations 2018", "SI 2018/1248"),
          cif("JP", "Customs Tariff Act", "article 4"),
          cif("KR", "Customs Act", "article 30"),
          cif("CN", "Measures for determining the customs value of imports", "chapter 3"),
          cif("IN", "Customs Valuation Rules 2007", "rule 10(2)"),
          cif("BR", "Customs Regulation", "Decree 6,759/2009, art. 77"),
          cif("MX", "Customs Law", "article 65"));

  private static Territory fob(String code, String law, String citation) {
    return new Territory(
        code, ValuationBasis.FOB, source(law, citation), FeeSchedule::none, ImportTaxation.CHARGED);
  }

  private static Territory cif(String code, String law, String citation) {
    return new Territory(
        code, ValuationBasis.CIF, source(law, citation), FeeSchedule::none, ImportTaxation.CHARGED);
  }

  private static Source source(String law, String citation) {
    return new Source(law, null, citation, Verification.PARTLY);
  }

  /** The territory of a name; a member of the European Union has the Union's customs law. */
  static Optional<Territory> find(String name) {
    String code = code(name);
    String customs = isInUnion(code, null) ? EU : code;
    return KNOWN.stream().filter(t -> t.code().equals(customs)).findFirst();
  }

  /** Whether the tariff law of one territory is the law of imports into another on a day. */
  static boolean hasLawOf(String name, String law, LocalDate day) {
    String code = code(name);
    String ofLaw = code(law);
    return code.equals(ofLaw) || (ofLaw.equals(EU) && isInUnion(code, day));
  }

  static boolean isUnitedStates(String name) {
    return code(name).equals("US");
  }

  /** One name for one territory: the United Kingdom is GB in ISO 3166 and UK in everyday use. */
  private static String code(String name) {
    String code = name.strip().toUpperCase(Locale.ROOT);
    return code.equals("UK") ? "GB" : code;
  }

  /** Whether a country is a member on a day, or now and until further notice. */
  private static boolean isInUnion(String code, @Nullable LocalDate day) {
    return CountryGroup.standard(EU).memberships().stream()
        .anyMatch(
            m -> m.member().alpha2().equals(code) && m.isOn(day == null ? LocalDate.MAX : day));
  }
}
