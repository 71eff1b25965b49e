package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;

/**
 * Which value a territory charges duty on. Article 8.2 of the WTO Customs Valuation Agreement
 * leaves it to each member whether freight and insurance to the border are part of it.
 */
public enum ValuationBasis {
  /** The value at export: international freight and insurance are not dutiable. */
  FOB("FOB value, freight and insurance not dutiable"),
  /** The value at the border: international freight and insurance are dutiable. */
  CIF("CIF value, freight and insurance dutiable");

  private record Entry(String territory, ValuationBasis basis, Source source) {}

  private static final List<Entry> KNOWN =
      List.of(
          entry("US", FOB, "Tariff Act of 1930, section 402", "19 U.S.C. 1401a(b)(4)(A)"),
          entry("CA", FOB, "Customs Act", "R.S.C. 1985, c. 1 (2nd Supp.), s. 48(5)(b)"),
          entry("AU", FOB, "Customs Act 1901", "section 161"),
          entry("NZ", FOB, "Customs and Excise Act 2018", "Schedule 4"),
          entry("ZA", FOB, "Customs and Excise Act 1964", "section 67"),
          entry("EU", CIF, "Union Customs Code", "Regulation (EU) No 952/2013, art. 71(1)(e)"),
          entry("GB", CIF, "Customs (Import Duty) (EU Exit) Regulations 2018", "SI 2018/1248"),
          entry("JP", CIF, "Customs Tariff Act", "article 4"),
          entry("KR", CIF, "Customs Act", "article 30"),
          entry("CN", CIF, "Measures for determining the customs value of imports", "chapter 3"),
          entry("IN", CIF, "Customs Valuation Rules 2007", "rule 10(2)"),
          entry("BR", CIF, "Customs Regulation", "Decree 6,759/2009, art. 77"),
          entry("MX", CIF, "Customs Law", "article 65"));

  private final String words;

  ValuationBasis(String words) {
    this.words = words;
  }

  private static Entry entry(String territory, ValuationBasis basis, String law, String citation) {
    return new Entry(territory, basis, new Source(law, null, citation, Verification.PARTLY));
  }

  /**
   * The basis of a customs territory, from a small table: Australia, Brazil, Canada, China, the EU
   * and its present members, India, Japan, Korea, Mexico, New Zealand, South Africa, the United
   * Kingdom and the United States.
   *
   * @param territory {@code EU}, {@code UK} or a two-letter country code
   * @return the basis
   * @throws IllegalArgumentException when the territory is not in the table: state the basis
   *     instead, none is assumed
   */
  public static ValuationBasis of(String territory) {
    return find(territory)
        .map(Entry::basis)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No customs valuation basis is known for the territory '"
                        + territory
                        + "': state ValuationBasis.FOB or ValuationBasis.CIF"));
  }

  /**
   * Where the basis of a territory stands in law.
   *
   * @param territory the territory
   * @return the law, empty for a territory that is not in the table
   */
  public static Optional<Source> sourceOf(String territory) {
    return find(territory).map(Entry::source);
  }

  private static Optional<Entry> find(String territory) {
    String code = canonical(territory);
    return KNOWN.stream().filter(e -> e.territory().equals(code)).findFirst();
  }

  private static String canonical(String territory) {
    String code = territory.strip().toUpperCase(Locale.ROOT);
    if (code.equals("UK")) {
      return "GB";
    }
    return isEuMember(code) ? "EU" : code;
  }

  private static boolean isEuMember(String code) {
    return CountryGroup.standard("EU").memberships().stream()
        .anyMatch(m -> m.member().alpha2().equals(code) && m.isOn(LocalDate.MAX));
  }

  /**
   * {@return the basis in words: for example {@code FOB value, freight and insurance not dutiable}}
   */
  public String words() {
    return words;
  }
}
