package stranger;

import static stranger.Expect.expect;
import static stranger.Expect.use;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.io.TariffJackson;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsAhead;
import org.tariffeconomics.reference.UsImports;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.TariffBook;

/** A program that has the small jar alone: the law, averages, panels, entries. */
public final class Till {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 16);

  private Till() {}

  /**
   * Runs the program.
   *
   * @param arguments none
   * @throws Exception when an answer is another or the checkout service cannot be reached
   */
  public static void main(String[] arguments) throws Exception {
    TariffBook book = UsTariffs.book();
    HsCode car = HsCode.of("8703.23.01");
    Country japan = Country.of("JP");
    expect("15.0%", book.on(DAY).stack(car, japan).range().orElseThrow().toText(1));
    use(UsTariffs.provisions("9903.94").on(DAY).table().toText());
    use(UsAhead.of(DAY).table().toCsv());
    use(UsImports.of2024().averageDuty(DAY).toString());
    List<HsCode> lines = TariffPanel.lines(book, DAY);
    use(TariffPanel.of(book, lines, List.of(DeclaredOrigin.of(japan)), List.of(DAY)).toString());
    ObjectMapper mapper = new ObjectMapper().registerModule(new TariffJackson());
    expect("\"27.5%\"", mapper.writeValueAsString(Rate.percent("27.5")));
    CheckoutService.run();
    System.out.println("the small jar answers on Java " + Runtime.version().feature());
  }
}
