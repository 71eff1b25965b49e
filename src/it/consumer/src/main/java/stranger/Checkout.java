package stranger;

import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.pledgeAgainstCut;
import static org.tariffeconomics.Tariffs.shareShift;
import static org.tariffeconomics.Tariffs.shipment;
import static stranger.Expect.expect;
import static stranger.Expect.use;

import com.fasterxml.jackson.core.json.PackageVersion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import org.joda.money.Money;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.io.TariffJackson;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** A program that was not written by the library's authors: a book of its own, and every room. */
public final class Checkout {

  private Checkout() {}

  /**
   * Runs the program.
   *
   * @param arguments none
   * @throws Exception when the checkout service cannot be reached
   */
  public static void main(String[] arguments) throws Exception {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("6109.10", "16.5%"),
            TariffMeasure.adds("surcharge", "*", "* except CA,MX", "10%"));
    Money duty =
        book.on("2026-03-01")
            .stack(HsCode.of("6109.10"), Country.of("LK"))
            .assess(Money.parse("USD 1000"))
            .dutyOrThrow();
    expect("USD 265.00", duty.toString());
    expect(
        "15.0%",
        compare("8703.23", "2025-09-16", "JP").rate("JP").orElseThrow().toText(1));
    expect(
        "USD 36178.42",
        landed(
                shipment("8703.23.01", "JP", "USD 30000", "USD 1330", "USD 207", "sea"),
                "2026-11-23")
            .totalOrThrow()
            .toMoney()
            .toString());
    use(market("cars", "2025-09-16").ranking().table().toHtml());
    use(shareShift("cars", "2025-09-15", "2025-11-23", 3).table().toCsv());
    use(leftBehind("apparel", "2025-08-07").table().toMarkdown());
    use(pledgeAgainstCut("JP", "2026-11-23", "1%", "4%", 10).table().toText());
    ObjectMapper mapper = new ObjectMapper().registerModule(new TariffJackson());
    expect("\"27.5%\"", mapper.writeValueAsString(Rate.percent("27.5")));
    expect("27.5%", mapper.readValue("\"27.5%\"", Rate.class).toString());
    String kept =
        mapper.writeValueAsString(
            book.on("2026-03-01")
                .stack(HsCode.of("6109.10"), Country.of("LK"))
                .assess(Money.parse("USD 1000")));
    expect("true", "" + mapper.readValue(kept, AssessmentRecord.class).replay(book).isSame());
    CheckoutService.run();
    System.out.println(
        "a duty of "
            + duty
            + ", and every room opened, on Java "
            + Runtime.version().feature()
            + " with Guava "
            + versionOf(ImmutableList.class)
            + " and Jackson "
            + PackageVersion.VERSION);
  }

  /** What is on the class path says itself which it is. */
  private static String versionOf(Class<?> type) {
    String file = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return file.replaceAll(".*/guava-(.*)\\.jar$", "$1");
  }
}
