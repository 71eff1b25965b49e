package org.tariffeconomics.doors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.border.BorderRegime;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.MarketSupplier;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.RefundClaims;
import org.tariffeconomics.deal.RefundTotals;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.landedcost.BasketIndex;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reference.BundledBookForm;
import org.tariffeconomics.reference.UsPledges;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** The objects from which others are had, each with something in it. */
final class RegisteredExamples {

  private RegisteredExamples() {}

  static Collection<Object> all() {
    List<Object> all = new ArrayList<>();
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("old", "8703", "*", "10%").withCondition("age>=25"),
            TariffMeasure.adds("surcharge", "*", "JP", "10%"));
    TariffLaw law = book.on("2026-11-23");
    Shipment goods =
        Shipment.of("8703", "JP", "USD 1000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.SEA);
    LandedCost cost = LandedCost.of(goods, law);
    List<PastEntry> entries = List.of(PastEntry.of("1", "2026-01-05", "8703", "JP", "USD 1000"));
    all.addAll(
        List.of(
            book,
            law,
            goods,
            cost,
            law.stack(HsCode.of("8703"), Country.of("JP")).assess(BigMoney.parse("USD 1000")),
            CustomsEntry.of("US").withLine("1", goods).price(law),
            Portfolio.parse("sku,line,origin,value\na,8703,JP,USD 5\n").orThrow().under(law),
            Refunds.ofVoidProgramme(book, "surcharge", entries),
            RefundTotals.ofVoidProgramme(book, "surcharge", entries),
            RefundClaims.of(Refunds.ofVoidProgramme(book, "surcharge", entries)),
            BasketIndex.of(cost)));
    all.addAll(
        List.of(
            ImportMarket.of(
                "cars",
                "USD",
                List.of(
                    MarketSupplier.of("8703", "JP", 2, 0.15),
                    MarketSupplier.of("8703", "KR", 1, 0.25))),
            World.of(List.of("A", "B"), new double[][] {{10, 2}, {3, 8}}),
            TariffPanel.of(
                book,
                List.of(HsCode.of("8703")),
                List.of(DeclaredOrigin.parse("JP")),
                List.of(law.day())),
            Importer.of("US", book, BorderRegime.of("US", "test", List.of()), Evidence.ANY),
            DutyRate.parse("max(5%, 1 USD/kg)"),
            DutyRate.parse("min(5%, 1 USD/kg)"),
            DutyRate.parse("5% + 1 USD/kg"),
            UsPledges.knownOn(law.day()),
            UsualFacts.us(),
            new BundledBookForm()));
    return all;
  }
}
