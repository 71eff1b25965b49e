package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedLine.Statistical;
import org.threeten.extra.LocalDateRange;

/** What is written reads back equal or is refused. */
class DatedLinesTextTest {

  @Provide
  Arbitrary<List<DatedLine>> lines() {
    Arbitrary<String> texts =
        Arbitraries.of("", "Free", "2.5%", "Free (KR)", "4.4¢/kg", "^", "=a|");
    Arbitrary<LocalDateRange> days =
        Arbitraries.of(
            LocalDateRange.ALL,
            LocalDateRange.ofUnboundedStart(LocalDate.parse("2026-01-01")),
            LocalDateRange.ofUnboundedEnd(LocalDate.parse("2026-01-01")),
            LocalDateRange.of(LocalDate.parse("2025-07-01"), LocalDate.parse("2026-01-01")));
    Arbitrary<Statistical> statistical =
        Combinators.combine(
                Arbitraries.of("", "00", "10", "20"),
                Arbitraries.of("kg", "No.", "doz. pr.").list().ofMaxSize(2))
            .as(Statistical::new);
    return Combinators.combine(
            Arbitraries.of("01012100", "87032301"),
            days,
            texts,
            texts,
            texts,
            statistical.list().ofMinSize(1).ofMaxSize(3))
        .as((code, d, g, s, o, st) -> new DatedLine(HsCode.of(code), d, g, s, o, st))
        .list()
        .ofMaxSize(6);
  }

  @Property(tries = 300)
  void lines_read_back_equal_or_are_refused(@ForAll("lines") List<DatedLine> lines) {
    boolean refused =
        lines.stream().anyMatch(l -> List.of(l.general(), l.special(), l.other()).contains("^"));
    if (refused) {
      assertThrows(IllegalArgumentException.class, () -> DatedLinesText.write(lines));
    } else {
      String text = DatedLinesText.write(lines);
      assertEquals(lines, DatedLinesText.read("text", new StringReader(text)));
    }
  }

  @Test
  void texts_that_repeat_are_not_repeated() {
    List<DatedLine> lines =
        List.of(
            DatedLinesTextTest.line("87032301", "00", "10"),
            DatedLinesTextTest.line("87032401", "00"));
    assertEquals(
        "87032301\t\t\t2.5%\tFree (KR)\t10%\t00=No.|kg;10\n87032401\t\t\t^\t^\t^\t00=No.|kg\n",
        DatedLinesText.write(lines));
  }

  private static DatedLine line(String code, String... suffixes) {
    return new DatedLine(
        HsCode.of(code),
        LocalDateRange.ALL,
        "2.5%",
        "Free (KR)",
        "10%",
        List.of(suffixes).stream().map(s -> new Statistical(s, List.of("No.", "kg"))).toList());
  }

  @Test
  void a_damaged_text_names_its_line() {
    for (String text :
        List.of(
            "87032301\t\t\t2.5%\n",
            "8703\t\t\t2.5%\t\t10%\t00\n",
            "87032301\tsoon\t\t2.5%\t\t10%\t00\n",
            "87032301\t2026-01-01\t2025-01-01\t2.5%\t\t10%\t00\n")) {
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> DatedLinesText.read("87.txt", new StringReader(text)));
      assertTrue(refused.getMessage().startsWith("87.txt:1 is damaged"), refused.getMessage());
    }
  }
}
