package org.tariffeconomics.io.trade;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Limits;
import org.tariffeconomics.reading.PassLog;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.RowSource;
import org.tariffeconomics.reading.TextFiles;

/**
 * The library's own schema of trade flows as CSV, one flow a row.
 *
 * <table>
 * <caption>Columns; the first five are required</caption>
 * <tr><th>column</th><th>content</th><th>blank</th></tr>
 * <tr><td>{@code importer}</td><td>a country by any usual code; any other code is kept as it stands
 *     </td><td>refused</td></tr>
 * <tr><td>{@code exporter}</td><td>likewise</td><td>refused</td></tr>
 * <tr><td>{@code product}</td><td>an HS code as text</td><td>refused</td></tr>
 * <tr><td>{@code period}</td><td>{@code 2024} or {@code 2024-03}</td><td>refused</td></tr>
 * <tr><td>{@code value}</td><td>in units of the currency; {@code n/a} where not available</td>
 *     <td>not stated, which is not zero</td></tr>
 * <tr><td>{@code currency}</td><td>ISO code</td><td>{@code USD}</td></tr>
 * <tr><td>{@code valuation}</td><td>a {@link TradeValuation}, in any case</td><td>{@code UNSTATED}
 *     </td></tr>
 * <tr><td>{@code direction}</td><td>a {@link TradeDirection}, in any case</td><td>{@code IMPORT}
 *     </td></tr>
 * <tr><td>{@code quantity}</td><td>a number, or {@code n/a}</td><td>not stated</td></tr>
 * <tr><td>{@code unit}</td><td>a unit that {@link Unit#of} knows</td><td>none</td></tr>
 * <tr><td>{@code dutiable}, {@code duty}</td><td>the dutiable part of the value, and the duty on it
 *     </td><td>not stated</td></tr>
 * <tr><td>{@code nomenclature}</td><td>the edition of the code, such as {@code HS2022}</td>
 *     <td>not stated</td></tr>
 * <tr><td>{@code marks}</td><td>{@link TradeMark}s by {@code ;}</td><td>none</td></tr>
 * </table>
 *
 * <p>A row with an unknown unit is kept with an unreadable quantity, and listed. {@link
 * TradeReader#flows} reads large files without keeping them; {@link #read} keeps the rows and
 * refuses a second row of the same flow.
 *
 * @since 0.1.0
 */
public final class FlowCsv {

  static final List<String> COLUMNS =
      List.of(
          "importer",
          "exporter",
          "product",
          "period",
          "value",
          "currency",
          "valuation",
          "direction",
          "quantity",
          "unit",
          "dutiable",
          "duty",
          "nomenclature",
          "marks");

  /** The library's own schema, in whose files an apostrophe can guard a text. */
  static final RowSource SOURCE = RowSource::ownCsv;

  private static final int KEPT_PROBLEMS = 1000;
  private static final RecordPass.Format<TradeRecord> FORMAT =
      new RecordPass.Format<>(SOURCE, FlowLayout::new, TradeReader::isCsv);

  private FlowCsv() {}

  /**
   * Reads a file, plain, gzipped or zipped.
   *
   * @param file the file
   * @return the flows, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<List<TradeRecord>> read(Path file) {
    Objects.requireNonNull(file, "file");
    Kept kept = new Kept();
    RecordPass.over(file, FORMAT, kept.log, kept);
    return kept.reading(TextFiles.name(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the flows, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<List<TradeRecord>> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Kept kept = new Kept();
    RecordPass.over(name, in, FORMAT, kept.log, kept);
    return kept.reading(name);
  }

  /** Keeps the flows of a file, the first row of each, and no more than memory bears. */
  private static final class Kept implements Consumer<TradeRecord> {
    private final PassLog log = new PassLog(KEPT_PROBLEMS);
    private final Set<String> seen = new HashSet<>();
    private final List<TradeRecord> flows = new ArrayList<>();
    private boolean isFull;

    @Override
    public void accept(TradeRecord flow) {
      if (isFull) {
        return;
      }
      if (!seen.add(key(flow))) {
        log.problem(repeated(flow));
      } else if (flows.size() >= Limits.KEPT_ROWS) {
        isFull = true;
        String message = "more than " + Limits.KEPT_ROWS + " flows: read them as a stream instead";
        log.problem(Problem.error(Place.ofLine(flow.file(), flow.line()), "", "", message));
      } else {
        log.record();
        flow.importer().countIn(log);
        flow.exporter().countIn(log);
        flows.add(flow);
      }
    }

    Reading<List<TradeRecord>> reading(String name) {
      return log.summary().reading(name, List.copyOf(flows));
    }
  }

  static Problem repeated(TradeRecord flow) {
    String message = "the same flow stands in an earlier row";
    return Problem.error(Place.ofLine(flow.file(), flow.line()), "", flow.toString(), message);
  }

  /** What tells one flow from another; marks do, since parts of a flow are flows of their own. */
  static String key(TradeRecord flow) {
    return String.join(
        "|",
        party(flow.importer()),
        party(flow.exporter()),
        flow.product(),
        flow.period().toString(),
        flow.direction().name(),
        flow.valuation().name(),
        flow.marks().toString());
  }

  /**
   * Writes flows in the schema that {@link #read} reads back. Countries are written by their
   * two-letter codes; a number that is not there for another reason than a blank cell, as {@code
   * n/a}.
   *
   * @param flows the flows, written in their order
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when a flow has something that the file cannot keep, such as
   *     blanks around the code of a party
   */
  public static String write(Collection<TradeRecord> flows) {
    Objects.requireNonNull(flows, "flows");
    return write(flows, CsvStyle.PLAIN);
  }

  /**
   * Writes flows in the schema that {@link #read} reads back.
   *
   * @param flows the flows, written in their order
   * @param style whether texts are guarded from spreadsheets
   * @return the text with a header line, lines ended by a line feed
   * @throws IllegalArgumentException when a flow has something that the file cannot keep, such as
   *     blanks around the code of a party
   */
  public static String write(Collection<TradeRecord> flows, CsvStyle style) {
    Objects.requireNonNull(flows, "flows");
    Objects.requireNonNull(style, "style");
    String text = CsvText.of(COLUMNS, flows.stream().map(FlowCsv::cells).toList(), style);
    requireReadBack(List.copyOf(flows), read("flows", new StringReader(text)));
    return text;
  }

  private static void requireReadBack(List<TradeRecord> flows, Reading<List<TradeRecord>> written) {
    List<TradeRecord> back = written.value();
    for (int i = 0; i < flows.size(); i++) {
      TradeRecord flow = flows.get(i);
      if (i >= back.size() || !isSame(flow, back.get(i))) {
        throw new IllegalArgumentException(
            Texts.quoted(flow.toString())
                + " has something that the file cannot keep: "
                + (written.hasErrors() ? written.problems() : cells(flow)));
      }
    }
  }

  private static boolean isSame(TradeRecord flow, TradeRecord back) {
    return cells(flow).equals(cells(back))
        && flow.code().equals(back.code())
        && flow.importer().asCountry().equals(back.importer().asCountry())
        && flow.exporter().asCountry().equals(back.exporter().asCountry());
  }

  /**
   * A file to fill in: the header and one row as an example.
   *
   * @return a text that {@link #read} reads
   */
  public static String template() {
    return String.join(",", COLUMNS)
        + "\nUS,JP,8703.23,2024,1250000,USD,CUSTOMS_CONSUMPTION,IMPORT,50,piece,1250000,31250,HTS,\n";
  }

  private static List<String> cells(TradeRecord flow) {
    return List.of(
        party(flow.importer()),
        party(flow.exporter()),
        flow.product(),
        flow.period().toString(),
        number(flow.value()),
        flow.currency(),
        flow.valuation().name(),
        flow.direction().name(),
        number(flow.quantity()),
        flow.quantityUnit(),
        number(flow.dutiable()),
        number(flow.duty()),
        flow.nomenclature(),
        CsvText.list(flow.marks().stream().map(TradeMark::name).toList()));
  }

  private static String party(TradeParty party) {
    return party.country() == null ? party.code() : party.country().alpha2();
  }

  private static String number(ReportedNumber number) {
    if (number.number() != null) {
      return number.toString();
    }
    return number.state() == ReportedNumber.State.BLANK ? "" : "n/a";
  }
}
