package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.ProductList;
import org.tariffeconomics.tariff.TariffMeasure;

class ProductListCsvTest {

  private static final String HEADER =
      "list,codes,restriction,conditions,from,until,citation,verification\n";

  private static Reading<List<ProductList>> read(String rows) {
    return ProductListCsv.read("lists.csv", new StringReader(HEADER + rows));
  }

  private static String codes(String cell) {
    return read("x,\"" + cell + "\",,,,,,\n").value().get(0).entries().get(0).products().toString();
  }

  @Test
  void codes_are_written_whole_or_by_their_last_digits() {
    assertEquals("8541.42.00, 8541.43.00, 8542", codes("85414200,300 8542"));
    assertEquals("0201.10.05, 0201.10.10", codes("0201.10.05 0201.10.10"));
    assertEquals("0201.10.05, 0201.10.10", codes("0201.10.05, 0201.10.10"));
    assertEquals("8517.62 except 8517.62.00.90", codes("851762 except 8517620090"));
  }

  @Test
  void rows_of_one_name_are_one_list() {
    List<ProductList> lists =
        read("""
                steel,7208,,,2025-03-12,2026-04-06,note 16(j),VERIFIED
                parts,870829,parts of vehicles,vehicle part=yes,2025-05-03,,note 33(g),VERIFIED
                steel,8418,,,2025-06-23,2026-04-06,90 FR 25208,VERIFIED
                """)
            .orThrow();
    assertEquals(
        List.of("steel, 2 codes", "parts, 1 codes"), lists.stream().map(Object::toString).toList());
    assertEquals("vehicle part=yes", lists.get(1).entries().get(0).conditions().get(0).toString());
  }

  @Test
  void a_bad_row_is_a_problem_and_the_good_ones_are_kept() {
    Reading<List<ProductList>> reading =
        read(
            """
            a,7208,,,,,,
            a,720,,,,,,
            a,"7208,123456",,,,,,
            a,7208 7208,,,,,,
            a,8708,parts of vehicles,,,,,
            ,7209,,,,,,
            a,7210,,,2026-01-01,2025-01-01,,
            """);
    assertEquals(1, reading.value().get(0).size());
    assertEquals(
        List.of(3L, 4L, 5L, 6L, 7L, 8L),
        reading.problems().stream().map(p -> p.place().line()).toList());
    assertTrue(reading.problems().get(1).message().contains("begin a whole code after a blank"));
    assertTrue(reading.problems().get(2).message().contains("7208 is listed twice"));
    assertTrue(reading.problems().get(3).message().contains("'parts of vehicles'"));
  }

  @Test
  void measures_refer_to_a_list_by_its_name() {
    List<ProductList> lists = read("list 3,8418 8450,,,,,,\n").orThrow();
    String rows =
        """
        id,programme,rule,products,origins,rate
        a,S301,ADDS,list:list 3,CN,25%
        b,S301,ADDS,list:list 4,CN,7.5%
        """;
    MeasureReading reading =
        MeasureCsv.read("rows.csv", new StringReader(rows), Facts.VERIFIED_ONLY, lists);
    assertEquals(
        List.of("8418, 8450", "*"),
        reading.measures().stream().map(m -> m.products().toString()).toList());
    assertEquals(1, reading.problems().size());
    assertTrue(reading.problems().get(0).message().contains("no list of this name"));
    // without lists no name is known, and what the rows charge on which goods is open
    assertTrue(
        MeasureCsv.read("rows.csv", new StringReader(rows), Facts.VERIFIED_ONLY).measures().stream()
            .allMatch(m -> m.rate() instanceof DutyRate.Unsupported));
  }

  @Test
  void what_was_read_is_written_and_read_back() {
    List<ProductList> lists =
        read("""
                steel,"7208,9 8418 except 841810",,,2025-03-12,2026-04-06,note 16(j),VERIFIED
                steel,8450,"words, and more",goods:x=yes; drone=no,,,,UNVERIFIED
                """)
            .orThrow();
    String written = ProductListCsv.write(lists);
    assertEquals(lists, ProductListCsv.read("lists.csv", new StringReader(written)).orThrow());
    assertThrows(
        IllegalArgumentException.class,
        () -> ProductListCsv.write(List.of(ProductList.of(" steel", lists.get(0).entries()))));
  }

  @Provide
  Arbitrary<Set<HsCode>> codes() {
    return Arbitraries.longs()
        .between(101_000_000L, 9_999_999_999L)
        .flatMap(
            n ->
                Arbitraries.of(4, 6, 8, 10)
                    .map(
                        length ->
                            HsCode.of(String.format(Locale.ROOT, "%010d", n).substring(0, length))))
        .set()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property(tries = 300)
  void any_codes_survive_writing(@ForAll("codes") Set<HsCode> codes) {
    ProductScope scope = ProductScope.of(codes, List.of());
    assertEquals(scope, CodeRuns.parse(CodeRuns.text(scope)));
    String plain = codes.stream().map(HsCode::toString).collect(Collectors.joining(" "));
    assertEquals(scope, CodeRuns.parse(plain));
  }

  /** A measure of a list stands in files as its codes, so that a book needs no lists to be kept. */
  @Test
  void a_book_of_lists_is_kept_without_them() {
    List<ProductList> lists = read("list 3,8418 8450,,,,,,\n").orThrow();
    List<TariffMeasure> measures = lists.get(0).apply(TariffMeasure.adds("S301", "*", "CN", "25%"));
    String written = MeasureCsv.write(measures);
    assertTrue(written.contains("\"8418, 8450\""), written);
  }
}
