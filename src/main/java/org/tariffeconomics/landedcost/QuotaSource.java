package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.BigMoney;
import org.tariffeconomics.quota.QuotaDuty;
import org.tariffeconomics.quota.QuotaPosition;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assessment;

/** The duties of the law on goods of which a quota takes a part. */
record QuotaSource(DutySource.OfLaw law, QuotaPosition position) implements DutySource.OverLaw {

  @Override
  public Charged charge(BigMoney customsValue, Shipment shipment) {
    List<CostLine> lines = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<ChargedDuty> duties = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    QuotaDuty quota = quotaDuty(customsValue, shipment);
    for (QuotaDuty.Part part : quota.parts()) {
      Assessment each = part.assessment();
      assessments.add(each);
      each.reasons().forEach(r -> reasons.add(words(part) + ": " + r));
      lines.addAll(lines(part));
      each.payableLines().forEach(line -> duties.add(ChargedDuty.of(line)));
    }
    return new Charged(
        lines,
        quota.outcome(),
        List.copyOf(reasons),
        null,
        preferences(shipment),
        duties,
        assessments);
  }

  private QuotaDuty quotaDuty(BigMoney customsValue, Shipment shipment) {
    DeclaredOrigin origin = new DeclaredOrigin(law.stack().origin(), law.stack().facts());
    return QuotaDuty.of(
        law.stack().law(),
        law.stack().line(),
        origin,
        customsValue,
        shipment.quantities(),
        position,
        shipment.exchangeRates());
  }

  private List<CostLine> lines(QuotaDuty.Part part) {
    return DutySource.OfLaw.lines(part.assessment(), false).stream()
        .map(line -> line.withNote(line.note() + ", " + words(part)))
        .toList();
  }

  private String words(QuotaDuty.Part part) {
    return part.side().name().toLowerCase(Locale.ROOT) + " quota " + position.quota();
  }

  @Override
  public DutySource unrounded() {
    return new QuotaSource(law.exactly(), position);
  }
}
