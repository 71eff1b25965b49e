package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of strangers stand in a table as texts, whatever they contain. */
class TableSafetyTest {

  private static Table tableOf(String text) {
    return new Table(
        text,
        List.of(text, "change"),
        List.of(List.of(Cell.text(text), Cell.points(new BigDecimal("-0.125"), 1))),
        List.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|'/C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\tx",
        "\rx",
        "＝1",
        "=HYPERLINK(1)"
      })
  void noTextIsAFormulaInASafeFile(String text) {
    Table table = tableOf(text);
    for (String csv :
        List.of(
            table.toCsv(CsvOption.SPREADSHEET_SAFE), table.toWideCsv(CsvOption.SPREADSHEET_SAFE))) {
      assertFalse(csv.lines().anyMatch(line -> line.startsWith(text)), csv);
      assertFalse(csv.contains("," + text) || csv.contains("\"" + text), csv);
      assertTrue(csv.contains("'" + text), csv);
      assertTrue(csv.contains("-12.5"), csv);
    }
    assertFalse(table.toCsv().contains("'" + text));
  }

  @Test
  void theLongFormCarriesItsProvenanceInRowsOfItsOwn() {
    Table table = tableOf("x").withCaption(List.of("statutory · as of 2025-09-16", "facts: a, b"));
    assertEquals(
        """
        row,key,column,value,unit,note
        1,x,x,x,,
        1,x,change,-12.5,pp,
        0,title,,x,,
        0,caption,,statutory · as of 2025-09-16,,
        0,caption,,"facts: a, b",,
        """,
        table.toCsv());
    assertEquals(
        """
        x,change [pp]
        x,-12.5
        # x
        # statutory · as of 2025-09-16
        # facts: a, b
        """,
        table.toWideCsv());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u0085", "\u000b", "\f"})
  void noTextForgesARowOrAStamp(String lineBreak) {
    Table table = tableOf("x" + lineBreak + "JP  0.0%" + lineBreak + "statutory");
    assertEquals(4, table.toText().split("\\R", -1).length, table.toText());
    assertEquals(
        tableOf("x y").toMarkdown().split("\\R", -1).length,
        table.toMarkdown().split("\\R", -1).length);
  }

  @Test
  void noTextIsMarkdown() {
    String markdown =
        tableOf("a|b_c_ *d* <img onerror=x> [x](javascript:y) `z` &lt; \\").toMarkdown();
    String escaped =
        "a\\|b\\_c\\_ \\*d\\* \\<img onerror=x\\> \\[x\\](javascript:y) \\`z\\` \\&lt; \\\\";
    assertEquals(
        "**"
            + escaped
            + "**\n\n| "
            + escaped
            + " | change |\n| --- | ---: |\n| "
            + escaped
            + " | -12.5 pp |\n\n_"
            + escaped
            + "_\n",
        markdown);
  }

  @Test
  void noTextIsHtml() {
    String html = tableOf("<script>\"'&\n").toHtml();
    assertFalse(html.contains("<script"));
    assertEquals(4, html.split("&lt;script&gt;&quot;&#39;&amp; ", -1).length - 1, html);
  }

  @Test
  void anAsciiOutputShowsSignsInWords() {
    Table table = tableOf("4.4¢/kg · Türkiye → 5 €").withCaption(List.of("x".repeat(30) + "…"));
    String ascii = table.printed(StandardCharsets.US_ASCII);
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(ascii), ascii);
    assertTrue(ascii.contains("4.4 cents/kg - Turkiye -> 5 EUR"), ascii);
    assertFalse(ascii.contains("?"), ascii);
    assertEquals(table.toText(), table.printed(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsCutSaysHowToSeeItAndReasonsAreNeverCut() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rows.add(List.of(Cell.text("a".repeat(120)), Cell.unknown("reason " + i)));
    }
    Table table = Table.of("t", List.of("words", "rate"), rows);
    for (int i = 0; i < 7; i++) {
      assertTrue(table.toText().contains("unknown: reason " + i), table.toText());
    }
    assertTrue(table.toText().contains("… texts are cut: toMarkdown()"), table.toText());
    assertTrue(table.toMarkdown().contains("a".repeat(120)));
    String brief = TextTable.brief(table, 6);
    assertTrue(brief.contains("… 1 more: print() of the table shows all rows"), brief);
    assertTrue(brief.contains("… 2 more reasons: print() of the table shows them all"), brief);
    String five = TextTable.brief(table, 5);
    assertTrue(five.contains("… 1 more reason: print() of the table shows them all"), five);
    String ascii = table.printed(StandardCharsets.US_ASCII);
    assertTrue(ascii.contains("... texts are cut: toMarkdown()"), ascii);
  }
}
