package org.tariffeconomics.conformance;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.io.uk.CommodityReading;
import org.tariffeconomics.io.uk.UkCommodityJson;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/** Commodities of the tariffs of the United Kingdom and of Northern Ireland, one document each. */
final class FieldCommodities {

  private static final String DAY = "2021-02-09";

  /** What to ask of a document: an origin with its declaration, the goods, and the duty. */
  private record Ask(String id, String origin, String value, String quantity, String duty) {}

  private static Ask ask(String id, String origin, String value, String duty) {
    return new Ask(id, origin, value, "", duty);
  }

  private final CaseFolder cases;
  private final List<FieldCase> found = new ArrayList<>();

  private FieldCommodities(CaseFolder cases) {
    this.cases = cases;
  }

  static List<FieldCase> in(CaseFolder cases) {
    FieldCommodities all = new FieldCommodities(cases);
    all.document(
        "uk_excluded_group.json",
        ask("A1", "DE", "GBP 10000", "0.00"),
        ask("A2", "BD", "GBP 10000", "0.00"),
        ask("A3 CN", "CN", "GBP 10000", "2500.00"),
        ask("A3 KP", "KP", "GBP 10000", "0.00"));
    all.withoutMembers("A4", "uk_excluded_group.json");
    all.document(
        "uk_area_eu.json",
        ask("B1", "IT claiming preference EU", "GBP 10000", "0.00"),
        ask("B2 IT", "IT", "GBP 10000", "400.00"),
        ask("B2 US", "US", "GBP 10000", "400.00"));
    all.document(
        "xi_tiles_customs_union.json",
        ask("C1", "TR claiming customs union TR", "EUR 10000", "0.00"),
        ask("C2 TR", "TR", "EUR 10000", "500.00"),
        ask("C2 JP", "JP", "EUR 10000", "500.00"));
    all.customsUnionIsNamed("C2 report", "xi_tiles_customs_union.json");
    all.document(
        "xi_prohibited.json",
        ask("D1", "KP", "EUR 10000", "PROHIBITED"),
        ask("D2", "CN", "EUR 10000", "270.00"));
    all.document(
        "xi_tomatoes_entry_price.json",
        tomatoes("E1", "NZ with entry price=82.9 EUR/100 kg", "EUR 8290", "899.52"),
        tomatoes("E2", "NZ with entry price=84.6 EUR/100 kg", "EUR 8460", "744.48"),
        tomatoes("E3", "NZ with entry price=70 EUR/100 kg", "EUR 7000", "3596.00"),
        tomatoes(
            "E4",
            "TR claiming preference TR with entry price=82.9 EUR/100 kg",
            "EUR 8290",
            "170.00"),
        tomatoes("E5", "NZ", "EUR 8290", "UNDETERMINED entry price"));
    all.document(
        "xi_wheels_end_use_only.json",
        ask("F1", "JP claiming end-use duty with end use=yes", "EUR 10000", "300.00"),
        ask("F2", "JP", "EUR 10000", "UNDETERMINED end use"));
    all.document(
        "xi_tiles_exporter_code.json",
        ask("G1", "CN with additional code=B132", "EUR 10000", "3560.00"),
        ask("G2", "CN with additional code=B123", "EUR 10000", "UNDETERMINED or 7470.00"));
    return all.found;
  }

  private static Ask tomatoes(String id, String origin, String value, String duty) {
    return new Ask(id, origin, value, "10 t", duty);
  }

  private static String path(String file) {
    return FieldSuite.HOME + "/" + file;
  }

  private void document(String file, Ask... asks) {
    if (!cases.holds(path(file))) {
      return;
    }
    for (Ask each : asks) {
      found.add(
          new FieldCase(
              each.id(),
              each.duty(),
              answer -> isRight(each, (Assessment) answer),
              () -> assess(UkCommodityJson.read(cases.own(path(file))), each)));
    }
  }

  private static Assessment assess(CommodityReading reading, Ask ask) {
    BigMoney value = BigMoney.parse(ask.value());
    DeclaredOrigin origin = DeclaredOrigin.parse(ask.origin());
    HsCode line = reading.code().orElseThrow();
    TariffBook book =
        TariffBook.of(
            value.getCurrencyUnit().getCode().equals("GBP") ? "UK" : "XI",
            value.getCurrencyUnit(),
            RoundingPolicy.EACH_DUTY_TO_CENT,
            reading.measures());
    Quantity[] quantities =
        ask.quantity().isEmpty()
            ? new Quantity[0]
            : new Quantity[] {Quantity.parse(ask.quantity())};
    return book.on(DAY).stack(line, origin.country(), origin.facts()).assess(value, quantities);
  }

  /** The words after an outcome must stand in its reasons, which must be free of markup. */
  private static boolean isRight(Ask ask, @Nullable Assessment answer) {
    if (answer == null) {
      return false;
    }
    boolean dutyIsRight =
        answer.duty().map(d -> ask.duty().endsWith(d.getAmount().toPlainString())).orElse(false);
    String outcome = ask.duty().split(" ", 2)[0];
    if (Arrays.stream(Outcome.values()).noneMatch(o -> o.name().equals(outcome))) {
      return dutyIsRight;
    }
    String words = ask.duty().substring(outcome.length()).replaceFirst(" or .*", "").strip();
    String reasons = answer.reasons().toString().toLowerCase(Locale.ROOT);
    boolean isSaid = reasons.contains(words) && reasons.indexOf('<') < 0;
    return answer.outcome().name().equals(outcome) && isSaid
        || ask.duty().contains(" or ") && dutyIsRight;
  }

  /** Who is in an excluded group is not known: then its exclusion cannot be ruled out. */
  private void withoutMembers(String id, String file) {
    if (!cases.holds(path(file))) {
      return;
    }
    String members =
        "(\"id\":\"2005\"[^{}]*?),\\s*\"children_geographical_areas\":\\s*\\[[^\\]]*\\]";
    found.add(
        new FieldCase(
            id,
            "undetermined",
            answer -> ((Assessment) answer).outcome() == Outcome.UNDETERMINED,
            () -> {
              String text = Files.readString(cases.own(path(file)));
              String cut = text.replaceAll(members, "$1");
              if (cut.equals(text)) {
                throw new IllegalStateException("group 2005 has no members to delete");
              }
              return assess(
                  UkCommodityJson.read(file, new StringReader(cut)),
                  ask(id, "BD", "GBP 10000", ""));
            }));
  }

  private void customsUnionIsNamed(String id, String file) {
    if (!cases.holds(path(file))) {
      return;
    }
    Path document = cases.own(path(file));
    found.add(
        new FieldCase(
            id,
            "no 'no duty' of type 106",
            answer -> !String.valueOf(answer).contains("no duty"),
            () -> UkCommodityJson.read(document).otherMeasures()));
  }
}
