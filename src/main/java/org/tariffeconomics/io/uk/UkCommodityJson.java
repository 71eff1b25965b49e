package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * <tr><td>105</td><td>base duty for an authorised end use</td></tr>
 * <tr><td>106, 147</td><td>{@code customs union AREA}, which is claimed</td></tr>
 * <tr><td>112, 115, 117, 119</td><td>relief by the names {@code suspension}, {@code end-use
 *     suspension}, {@code suspension for ships and platforms}, {@code airworthiness suspension},
 *     which are claimed</td></tr>
 * <tr><td>122, 123</td><td>relief {@code quota}, {@code end-use quota}, within the quota</td></tr>
 * <tr><td>142, 145; 143, 146</td><td>{@code preference AREA}; within the quota</td></tr>
 * <tr><td>551–554, 695, 696</td><td>duties on top, by additional code where there is one; what is
 *     within a quota of the commodity is exempt from the safeguard</td></tr>
 * <tr><td>277, 705, 465, 474, 475</td><td>prohibitions, which a document may lift</td></tr>
 * <tr><td>305, 306, 672–674, others without a duty</td><td>listed as other measures</td></tr>
 * </table>
 *
 * <p>Conditions are declared facts: {@code quota:ORDER=in} ({@code ORDER} being the order number),
 * {@code end use=yes}, {@code additional code=C490}; without the first and the last the duty is
 * undetermined. Area 1011 is every origin; other areas of four digits are read from their members,
 * and EU from its member states. A measure for an area whose members are not in the file may be for
 * any origin; one for Northern Ireland (XI) may be for goods of GB. An ordinary duty that asks for
 * a document has it declared: {@code certificates=C990}, or the end use where it is N990; the claim
 * of a relief says that its documents are there. The last day of a measure is in force.
 *
 * <p>Exception handling: files that cannot be opened throw {@link UncheckedIOException}; whatever
 * their content is, it does not throw. A measure whose duty is not understood, or depends on
 * conditions that are not read, is noted as a problem and kept with an unsupported rate, so that
 * the duty is undetermined and not too low; so is one for an area of unknown members, with
 * exclusions, goods or days that are not understood, or within a quota that is not named. Codes
 * that are no countries, such as XC for Ceuta, are notes.
 *
 * @since 0.1.0
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
    Objects.requireNonNull(file, "file");
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
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
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
    private final List<UkCommodity.TaxRate> taxes = new ArrayList<>();
    private final Map<String, JsonTree> seen = new HashMap<>();
    private final List<MeasureReading.Placed> measures = new ArrayList<>();
    private final UkCodes byCode = new UkCodes();
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
        all.forEach(areas::learn);
        all.forEach(each -> read(code, each));
        byCode.complete().forEach(each -> keep(each, Place.ofFile(file)));
        exempt();
      }
      return log.reading(
          new UkCommodity(file, code, compatible(), List.copyOf(quotas.values()), others, taxes));
    }

    /** The measures that a book takes together. */
    private List<TariffMeasure> compatible() {
      Reading<List<TariffMeasure>> together =
          MeasureReading.of(measures, List.of(), List.of()).reading();
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
      Optional<String> id = id(measure);
      if (id.isEmpty()) {
        return;
      }
      JsonTree kind = measure.get("measure_type");
      UkMeasureType type = UkMeasureReader.typeOf(measure);
      if (UkMeasureReader.bears(type, measure)) {
        take(new UkMeasureReader(file, code, measure, id.orElseThrow(), type), type, measure);
      } else {
        other(type, kind, measure);
      }
    }

    /** The measure's own id, or its path; empty, with a note, where it was read already. */
    private Optional<String> id(JsonTree measure) {
      String own = measure.text("id");
      JsonTree earlier = seen.putIfAbsent(own, measure);
      if (earlier == null && !own.isEmpty()) {
        return Optional.of(own);
      }
      if (earlier != null && earlier.isSameAs(measure)) {
        Place place = Place.ofPath(file, measure.path());
        log.accept(Problem.note(place, "", own, "the measure stands already above, word for word"));
        return Optional.empty();
      }
      return Optional.of((own + " " + measure.path()).strip());
    }

    private void take(UkMeasureReader reader, UkMeasureType type, JsonTree measure) {
      List<TariffMeasure> read = reader.measures(areas);
      log.addAll(reader.problems());
      if (read.isEmpty()) {
        return;
      }
      try {
        UkQuotas.quota(measure).ifPresent(q -> quotas.putIfAbsent(q.terms().toString(), q));
      } catch (IllegalArgumentException e) {
        Place place = Place.ofPath(file, measure.get("order_number").path());
        log.accept(Problem.error(place, "", "", String.valueOf(e.getMessage())));
      }
      String additional = UkMeasureReader.additionalCode(measure);
      for (TariffMeasure each : read) {
        if (type.isCharge() && !additional.isEmpty()) {
          byCode.add(measure.get("measure_type").text("id"), additional, each);
        } else {
          keep(each, Place.ofPath(file, measure.path()));
        }
      }
    }

    private void keep(TariffMeasure measure, Place place) {
      measures.add(new MeasureReading.Placed(measure, place));
    }

    private void other(UkMeasureType type, JsonTree kind, JsonTree measure) {
      String id = kind.text("id");
      String description = kind.text("description");
      others.add(
          new UkCommodity.OtherMeasure(
              measure.path(), id, description, type.other(id, description)));
      if (type.programme().equals(UkMeasureType.VAT)) {
        UkTaxes.read(measure).ifPresentOrElse(taxes::add, () -> unreadTax(measure));
      }
    }

    private void unreadTax(JsonTree measure) {
      Place place = Place.ofPath(file, measure.path());
      log.accept(Problem.note(place, "", "", "the rate of the value added tax is not understood"));
    }

    /** Goods within a quota of the commodity are exempt from its safeguard. */
    private void exempt() {
      boolean hasSafeguard =
          measures.stream().anyMatch(m -> m.measure().programme().equals(UkMeasureType.SAFEGUARD));
      if (hasSafeguard) {
        List.copyOf(measures).stream()
            .filter(m -> UkQuotas.sparesFromSafeguard(m.measure()))
            .forEach(m -> keep(UkQuotas.exemption(m.measure()), m.place()));
      }
    }
  }
}
