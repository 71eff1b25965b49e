package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.landedcost.FiledEntry.Part;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reference.UsProvisions;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The headings under which the bundled duties are reported, against the register of headings. */
class UsHeadingsTest {

  private static final String GOODS = "8703.23";

  private static List<String> filed(String line, String origin, String day, String facts) {
    Shipment goods =
        Shipment.of(line, origin, "USD 10000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withFacts(DeclaredFacts.parse(facts));
    return CustomsEntry.of("US")
        .withLine("1", goods)
        .withMode(TransportMode.AIR)
        .price(UsTariffs.book().on(day))
        .filed()
        .rows()
        .stream()
        .filter(row -> row.part() == Part.CHAPTER_99)
        .map(row -> row.heading().orElse("not certain"))
        .toList();
  }

  /**
   * By the words of the headings: aluminium articles with metal of Russia of any origin under
   * 9903.85.67, derivatives under .68 (not under those of the 25 or 50 percent whose lists they are
   * on); of goods with a fifth of US content the duty on the rest under the heading of the country,
   * the US content under 9903.01.34 (U.S. note 2(v)(xvii)); furniture under 9903.76.02 after 2025
   * too (Proclamation 11000 changes a day and no heading).
   */
  @ParameterizedTest
  @CsvSource({
    "7606.12.30.96, VN, 2025-05-01, smelted:RU=yes, 9903.85.67",
    "7606.12.30.96, VN, 2026-05-01, smelted:RU=yes, 9903.85.67",
    "7615.10.20.15, VN, 2025-05-01, smelted:RU=yes, 9903.85.68",
    "7615.10.20.15, VN, 2026-05-01, smelted:RU=yes, 9903.85.68",
    "8529.90.73.00, VN, 2026-05-01, smelted:RU=yes; weight:aluminium=0.5, 9903.85.68",
    "7606.12.30.96, TH, 2026-05-01, melted:US=0, 9903.82.02",
    "6109.10.00, VN, 2025-06-15, content:US=0.4, 9903.01.25",
    "6109.10.00, VN, 2025-09-16, content:US=0.4, 9903.02.69",
    "9401.61.40.11, VN, 2026-05-01, age=0, 9903.76.02",
  })
  void duties_stand_under_their_own_heading(
      String line, String origin, String day, String facts, String heading) {
    assertEquals(List.of(heading), filed(line, origin, day, facts));
  }

  /**
   * Every duty of the bundled book that is a rate on the value: where a heading is certain, the
   * register prints that rate for it, and no relief.
   */
  @Test
  void no_heading_is_certain_that_prints_another_rate() {
    List<String> wrong = new ArrayList<>();
    int certain = 0;
    for (TariffMeasure each : UsTariffs.book().measures()) {
      DutyLine line = charged(each);
      if (line != null && line.amount().isPositive()) {
        UsHeadings.Found found = UsHeadings.of(line, origin(each), day(each));
        if (found.certain()) {
          certain++;
          String heading = found.headings().get(0);
          if (!isPrinted(heading, each)) {
            wrong.add(each.id() + " at " + each.rate() + ": " + heading);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(certain > 500, certain + " certain");
  }

  /** By the register; a heading of which it has no row, those of the quotas, may print any. */
  private static boolean isPrinted(String heading, TariffMeasure measure) {
    List<UsProvisions.Provision> rows =
        Tariffs.provisions("99").provisions().stream()
            .filter(each -> each.heading().equals(heading))
            .toList();
    return rows.isEmpty()
        || rows.stream()
            .filter(each -> each.role() != UsProvisions.Role.EXEMPTS)
            .anyMatch(each -> each.rate().isEmpty() || prints(each.rate(), measure.rate()));
  }

  /** The register writes what is on top with a sign, and of some the words around it. */
  private static boolean prints(String words, DutyRate rate) {
    return words.matches("(.*[^0-9.])?" + Pattern.quote(rate.toString()) + "(\\s.*)?");
  }

  private static LocalDate day(TariffMeasure measure) {
    LocalDate start = measure.inForce().getStart();
    LocalDate first = LocalDate.of(2025, 1, 1);
    return start.isBefore(first) ? first : start;
  }

  private static Country origin(TariffMeasure measure) {
    return measure.origins().members(day(measure)).get(0);
  }

  /** The duty by itself, on all of some goods of an origin; null where it is none on the value. */
  private static DutyLine charged(TariffMeasure measure) {
    boolean isDuty = Set.of("ADDS", "REPLACES", "TOPS_UP_TO").contains(measure.rule().name());
    if (!isDuty
        || !measure.inForce().contains(day(measure))
        || !(measure.rate() instanceof DutyRate.AdValorem)) {
      return null;
    }
    TariffMeasure alone =
        TariffMeasure.of(
                measure.programme(),
                measure.rule().name().equals("TOPS_UP_TO")
                    ? measure.rule()
                    : TariffMeasure.adds("any", GOODS, "*", "1%").rule(),
                List.of(),
                ProductScope.parse(GOODS),
                OriginScope.all(),
                measure.rate())
            .withId(measure.id())
            .withSource(measure.source());
    return TariffBook.us(TariffMeasure.base(GOODS, "Free"), alone)
        .on(day(measure))
        .stack(HsCode.of(GOODS), origin(measure))
        .assess(Money.parse("USD 10000"))
        .lines()
        .stream()
        .filter(each -> each.measure().programme().equals(measure.programme()))
        .findFirst()
        .orElse(null);
  }
}
