package org.tariffeconomics.io.uk;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.JsonLinks;
import org.tariffeconomics.reading.JsonProblem;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Reads the commodities of the UK tariff service: the JSON:API documents of {@code
 * /api/v2/commodities/CODE}, with linked ({@code data}, {@code included}) or written-out objects.
 *
 * <table>
 * <caption>Measure types and what becomes of them</caption>
 * <tr><th>types</th><th>rule and programme</th></tr>
 * <tr><td>103</td><td>base duty</td></tr>
 * <tr><td>105, 112, 115, 117, 119</td><td>relief by the names {@code end-use duty}, {@code
 *     suspension}, {@code end-use suspension}, {@code suspension for ships and platforms}, {@code
 *     airworthiness suspension}, which are claimed</td></tr>
 * <tr><td>122, 123</td><td>relief {@code quota}, {@code end-use quota}, within the quota</td></tr>
 * <tr><td>142, 145; 143, 146</td><td>{@code preference AREA}; within the quota</td></tr>
 * <tr><td>551–554, 695, 696</td><td>duties on top, by additional code where there is one; what is
 *     within a quota of the commodity is exempt from the safeguard</td></tr>
 * <tr><td>305, 306, 672–674, others</td><td>listed as other measures</td></tr>
 * </table>
 *
 * <p>Conditions are declared facts: {@code quota:ORDER=in} ({@code ORDER} being the order number),
 * {@code end use=yes}, {@code additional code=C490}; without the first and the last the duty is
 * undetermined. Area 1011 is every origin; other areas of four digits are read from their members.
 * The last day of a measure is in force.
 *
 * <p>Exception handling: files that cannot be opened throw {@link UncheckedIOException}; whatever
 * their content is, it does not throw. A measure whose duty is not understood, or hangs on
 * conditions that are not read, is noted as a problem and kept with an unsupported rate, so that
 * the duty is undetermined and not too low; one whose goods, origins or days are not understood is
 * left out.
 */
public final class UkCommodityJson {

  private UkCommodityJson() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the measures and quotas, and what is wrong with the rest
   * @throws UncheckedIOException when the file cannot be read
   */
  public static CommodityReading read(Path file) {
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the measures and quotas, and what is wrong with the rest
   * @throws UncheckedIOException when it cannot be read
   */
  public static CommodityReading read(String name, Reader in) {
    List<JsonProblem> problems = new ArrayList<>();
    JsonTree document = document(name, in, problems);
    if (document == null) {
      return new CommodityReading(name, null, List.of(), List.of(), List.of(), problems);
    }
    return new Commodity(name, document, problems).reading();
  }

  private static @Nullable JsonTree document(String name, Reader in, List<JsonProblem> problems) {
    String text;
    try (in) {
      StringWriter all = new StringWriter();
      in.transferTo(all);
      text = all.toString();
    } catch (CharacterCodingException e) {
      problems.add(new JsonProblem(name, "$", "", "the text is not UTF-8: save it as such"));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return JsonTree.read(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (IOException e) {
      problems.add(new JsonProblem(name, "$", "", "not a JSON file: " + firstLine(e)));
      return null;
    }
  }

  private static String firstLine(IOException thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
  }

  /** One document being read. */
  private static final class Commodity {

    private final String file;
    private final JsonLinks links;
    private final JsonTree data;
    private final List<JsonProblem> problems;
    private final List<JsonProblem> others = new ArrayList<>();
    private final Map<String, TariffMeasure> measures = new LinkedHashMap<>();
    private final Map<String, CommodityReading.QuotaBalance> quotas = new LinkedHashMap<>();

    Commodity(String file, JsonTree document, List<JsonProblem> problems) {
      this.file = file;
      this.problems = problems;
      this.links = new JsonLinks(document);
      JsonTree root = document.get("data");
      this.data = links.resolved(root.isAbsent() ? document : root);
    }

    CommodityReading reading() {
      HsCode code = code();
      JsonTree list = data.get("import_measures");
      List<JsonTree> all = list.isAbsent() ? data.get("measures").items() : list.items();
      if (all.isEmpty() && !data.get("measure_type").isAbsent()) {
        all = List.of(data);
      }
      if (code != null) {
        all.forEach(each -> read(code, each));
        UkMeasureReader.exemptions(measures);
      }
      return new CommodityReading(
          file,
          code,
          List.copyOf(measures.values()),
          List.copyOf(quotas.values()),
          others,
          problems);
    }

    private @Nullable HsCode code() {
      String text = data.text("goods_nomenclature_item_id");
      try {
        return HsCode.of(text.isEmpty() ? data.text("id") : text);
      } catch (IllegalArgumentException e) {
        String path = data.path() + ".goods_nomenclature_item_id";
        problems.add(new JsonProblem(file, path, text, String.valueOf(e.getMessage())));
        return null;
      }
    }

    private void read(HsCode code, JsonTree measure) {
      String type = measure.get("measure_type").text("id");
      if (UkMeasureType.of(type).isEmpty()) {
        String description = measure.get("measure_type").text("description");
        others.add(
            new JsonProblem(
                file, measure.path(), description, UkMeasureType.other(type, description)));
        return;
      }
      UkMeasureReader reader = new UkMeasureReader(file, code, measure);
      TariffMeasure read = reader.measure(UkMeasureType.of(type).orElseThrow());
      problems.addAll(reader.problems());
      if (read == null) {
        return;
      }
      reader.quota().ifPresent(q -> quotas.putIfAbsent(q.terms().toString(), q));
      if (measures.putIfAbsent(read.id(), read) != null) {
        problems.add(
            new JsonProblem(file, measure.path(), read.id(), "the measure stands already above"));
      }
    }
  }
}
