package org.tariffeconomics.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.MeasureReading.Placed;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Countries of which the texts do not say whether they are meant where a territory is named, such
 * as Åland where the European Union is: each measure that names the territory has one for these,
 * under the condition of a fact.
 *
 * @param territory what the texts name
 * @param parts the countries of which they do not say it
 * @param fact what is declared, yes or no
 * @param named what the measures for the parts are called
 * @param why what their citation says
 */
record PartOfTerritory(
    OriginScope territory, OriginScope parts, String fact, String named, String why) {

  private static final String FILE = "us/parts-of-territories.csv";

  private static final Set<String> COLUMNS = Set.of("territory", "parts", "fact", "named", "why");

  /** Read once, when first asked for. */
  private static final class Bundle {
    private static final List<PartOfTerritory> ALL =
        CsvFile.read(FILE, Bundled.open(FILE), COLUMNS, COLUMNS)
            .records(PartOfTerritory::of)
            .orThrow();
  }

  private static @Nullable PartOfTerritory of(Row row) {
    OriginScope territory = row.parsed("territory", OriginScope::parse);
    OriginScope parts = row.parsed("parts", OriginScope::parse);
    return territory == null || parts == null || !row.isGood()
        ? null
        : new PartOfTerritory(
            territory, parts, row.required("fact"), row.required("named"), row.required("why"));
  }

  static List<PartOfTerritory> all() {
    return Bundle.ALL;
  }

  /** The same measures, and those for the parts of the territories that they name. */
  static MeasureReading added(MeasureReading rows) {
    Named named = new Named();
    Place place = Place.ofFile(FILE);
    List<Placed> kept = new ArrayList<>();
    for (TariffMeasure each : rows.unchecked()) {
      named.forParts(each, more -> kept.add(new Placed(more, place)));
    }
    List<TariffMeasure> excluded = new ArrayList<>();
    for (TariffMeasure each : rows.excluded()) {
      named.forParts(each, excluded::add);
    }
    return rows.and(MeasureReading.of(kept, excluded, List.of()));
  }

  /** What scopes say of the territories: measures share few, and each is looked at once. */
  private static final class Named {

    private final IdentityHashMap<OriginScope, List<Answer>> byScope = new IdentityHashMap<>();

    void forParts(TariffMeasure measure, Consumer<TariffMeasure> consumer) {
      byScope
          .computeIfAbsent(measure.origins(), Named::answers)
          .forEach(each -> consumer.accept(each.part().under(measure, each.word())));
    }

    private static List<Answer> answers(OriginScope origins) {
      List<Answer> answers = new ArrayList<>();
      for (PartOfTerritory each : all()) {
        each.answer(origins).ifPresent(word -> answers.add(new Answer(each, word)));
      }
      return answers;
    }
  }

  /** What the fact must be for goods of a part to be in a scope. */
  private record Answer(PartOfTerritory part, String word) {}

  /** Nothing where it is not open. */
  private Optional<String> answer(OriginScope origins) {
    if (members(parts).anyMatch(each -> isIn(origins, each))) {
      return Optional.empty();
    }
    if (members(territory).allMatch(each -> isIn(origins, each))) {
      return Optional.of("yes");
    }
    return members(territory).allMatch(each -> origins.leavesOut(each, UsTariffs.FACTS_FROM))
        ? Optional.of("no")
        : Optional.empty();
  }

  private static Stream<Country> members(OriginScope some) {
    return some.members(UsTariffs.FACTS_FROM).stream();
  }

  private static boolean isIn(OriginScope origins, Country country) {
    return origins.includes(country, UsTariffs.FACTS_FROM);
  }

  private TariffMeasure under(TariffMeasure measure, String answer) {
    Source text = measure.source();
    return measure
        .withId(measure.id() + ", " + named)
        .withOrigins(parts)
        .withCondition(Condition.parse(fact + "=" + answer))
        .withSource(
            new Source(
                text.title(), text.date(), text.citation() + "; " + why, text.verification()));
  }
}
