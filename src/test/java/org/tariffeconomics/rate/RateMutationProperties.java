package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Quantity;

/** Texts of the US schedule with characters lost, doubled, swapped or replaced. */
class RateMutationProperties {

  /** What may make a duty nothing: the words for it, a zero, or what is subtracted or cut away. */
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(
          "(?is).*(?:free|nihil|\\b0*\\.?0+\\b|(?:^|[^0-9.])\\.?0+[^0-9.].*|less|not exce| - ).*");

  private static final List<String> TEXTS = texts();

  private static List<String> texts() {
    try (InputStream in =
            RateMutationProperties.class.getResourceAsStream("/conformance/cases/rate_texts.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      return rows.stream().map(row -> row.getField("text")).distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final DutyBasis BASIS =
      DutyBasis.of(
          BigMoney.parse("USD 1000"),
          Quantity.of("1", "t"),
          Quantity.of("1", "m3"),
          Quantity.of("12", "piece"),
          Quantity.of("12", "pr"));

  @Property(tries = 3000)
  void a_damaged_text_is_a_rate_or_refused_and_never_free_by_itself(
      @ForAll("mutations") String text) {
    for (ReadingMode mode : ReadingMode.values()) {
      RateReading reading = DutyRate.read(text, mode);
      DutyRate rate = reading.rate();
      assertEquals(rate, DutyRate.parse(rate.toString()), text);
      boolean nothing = rate.on(BASIS).amount().map(BigMoney::isZero).orElse(false);
      assertTrue(!nothing || SAYS_NOTHING.matcher(text).matches(), () -> text + " -> " + rate);
    }
  }

  @Property(tries = 1000)
  void a_damaged_cell_of_the_special_column_is_read_in_both_modes(
      @ForAll("mutations") String text) {
    List<SpecialRate> strict = SpecialRate.parse(text);
    SpecialReading lenient = SpecialRate.read(text, ReadingMode.LENIENT);
    assertEquals(strict.size(), lenient.groups().size(), text);
    for (RateRepair repair : lenient.repairs()) {
      assertTrue(repair.offset() <= text.length(), () -> text + " -> " + repair);
    }
  }

  @Provide
  Arbitrary<String> mutations() {
    return Combinators.combine(
            Arbitraries.of(TEXTS),
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(
                "", " ", "(", ")", "%", "¢", "/", "+", "-", "0", ".", ",", ";", "kg", "<"),
            Arbitraries.of(TEXTS))
        .as(RateMutationProperties::mutated);
  }

  private static String mutated(String text, int place, int lost, String put, String other) {
    int at = text.isEmpty() ? 0 : place % (text.length() + 1);
    int end = Math.min(text.length(), at + lost);
    String tail = place % 7 == 0 ? other : text.substring(end);
    return text.substring(0, at) + put + tail;
  }
}
