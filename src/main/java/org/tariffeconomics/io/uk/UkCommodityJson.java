package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.JsonLinks;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.MeasureReading;
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
 * undetermined. Area 1011 is every origin; other areas of four digits are read from their members,
 * and EU from its member states. A measure for an area whose members are not in the file may be for
 * any origin. The last day of a measure is in force.
 *
 * <p>Exception handling: files that cannot be opened throw {@link UncheckedIOException}; whatever
 * their content is, it does not throw. A measure whose duty is not understood, or depends on
 * conditions that are not read, is noted as a problem and kept with an unsupported rate, so that
 * the duty is undetermined and not too low; so is one for an area of unknown members. One whose
 * goods or days are not understood is left out. Codes that are no countries, such as XC for Ceuta,
 * are notes.
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
  public static Reading<UkCommodity> read(Path file) {
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
  public static Reading<UkCommodity> read(String name, Reader in) {
    Reading<JsonTree> document = JsonTree.read(name, in);
    ProblemLog log = ProblemLog.create();
    log.addAll(document);
    return document
        .optional()
        .map(tree -> new Commodity(name, tree, log).reading())
        .orElseGet(log::nothing);
  }

  /** One document being read. */
  private static final class Commodity {

    private final String file;
    private final JsonLinks links;
    private final JsonTree data;
    private final UkAreas areas;
    private final ProblemLog log;
    private final List<UkCommodity.OtherMeasure> others = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, TariffMeasure> measures = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, UkCommodity.QuotaBalance> quotas = new LinkedHashMap<>();

    Commodity(String file, JsonTree document, ProblemLog log) {
      this.file = file;
      this.log = log;
      this.links = new JsonLinks(document);
      this.areas = new UkAreas(file);
      JsonTree root = document.get("data");
      this.data = links.resolved(root.isAbsent() ? document : root);
    }

    Reading<UkCommodity> reading() {
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
      return log.reading(
          new UkCommodity(file, code, compatible(), List.copyOf(quotas.values()), others));
    }

    /** The measures that a book takes together. */
    private List<TariffMeasure> compatible() {
      List<MeasureReading.Placed> placed =
          measures.values().stream()
              .map(
                  m ->
                      new MeasureReading.Placed(m, places.getOrDefault(m.id(), Place.ofFile(file))))
              .toList();
      Reading<List<TariffMeasure>> together =
          MeasureReading.of(placed, List.of(), List.of()).reading();
      log.addAll(together);
      return together.value();
    }

    private @Nullable HsCode code() {
      String text = data.text("goods_nomenclature_item_id");
      try {
        return HsCode.of(text.isEmpty() ? data.text("id") : text);
      } catch (IllegalArgumentException e) {
        Place place = Place.ofPath(file, data.path() + ".goods_nomenclature_item_id");
        log.accept(Problem.error(place, "", text, String.valueOf(e.getMessage())));
        return null;
      }
    }

    private void read(HsCode code, JsonTree measure) {
      Place place = Place.ofPath(file, measure.path());
      String id = measure.text("id");
      if (!seen.add(id)) {
        log.accept(Problem.error(place, "", id, "the measure stands already above"));
        return;
      }
      JsonTree kind = measure.get("measure_type");
      String type = kind.text("id");
      String description = kind.text("description");
      if (UkMeasureType.of(type).isEmpty()) {
        others.add(
            new UkCommodity.OtherMeasure(
                measure.path(), type, description, UkMeasureType.other(type, description)));
        return;
      }
      UkMeasureReader reader = new UkMeasureReader(file, code, measure, areas);
      TariffMeasure read = reader.measure(UkMeasureType.of(type).orElseThrow());
      log.addAll(reader.problems());
      if (read != null) {
        reader.quota().ifPresent(q -> quotas.putIfAbsent(q.terms().toString(), q));
        measures.put(read.id(), read);
        places.put(read.id(), place);
      }
    }
  }
}
