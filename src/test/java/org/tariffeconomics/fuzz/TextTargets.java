package org.tariffeconomics.fuzz;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MonthText;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.border.EntryTime;
import org.tariffeconomics.border.LowValueRelief;
import org.tariffeconomics.competitiveness.MarketCsv;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.investment.CashFlows;
import org.tariffeconomics.investment.DefaultConsequence;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.io.trade.TradePeriod;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.AgriculturalComponent;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.ReadingMode;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction;
import org.tariffeconomics.tariff.RoundingPolicy;

/** Every public parser of a text. */
final class TextTargets {

  private static final String[] RATES = {
    "2.5%",
    "Free",
    "4.4¢/kg + 5%",
    "33 1/3%",
    "$1.50/doz. prs.",
    "3.7¢/kg on drained weight",
    "5% but not less than 4.74¢/kg or more than 9.48¢/kg",
    "12.8 % + 176.8 EUR DTN",
    "10.4 % MIN 1.3 EUR DTN G",
    "max(5%, 0.02 USD/kg)",
    "inclusive 15%",
    "see applicable subheading",
    "The duty provided in the applicable subheading + a duty of 50% upon the value of the copper"
        + " content",
    "50% of \"parts (a + b)\"",
    "JPY 341/kg",
    "€3/100 kg",
    "16.1% (15 JAN - 06 JUL); 12.5% (03 OCT - 29 NOV); otherwise 8%",
    "Cond: V 52.600 EUR/DTN(01):14.400 % ; V 0.000 EUR/DTN(01):14.400 % + 29.800 EUR DTN",
    "Cond: A cert: D-008 (01):0.000 % ; A (01):32 %",
    "when(\"under bond\", Free, 5%)",
    "EA + 5% MAX 9.3 % + ADSZR",
    "amount \"customs drawback\"",
    "15%又は125円/lのうちいずれか低い税率\nただしその税率が67円/lを下回る場合は67円/l",
    "（393円×1.002-課税価格）/kg又は40.50円/kgのうちいずれか低い税率",
    "関税割当数量以内のもの　無税\n関税割当数量以外のもの　25円/kg",
    "（（課税価格×（1.007-51.46/897.59）＋51.46円）-課税価格）/kg",
    "毎年11月1日から翌年2月末日までに輸入されるもの　無税",
    "15%, but if below 67 JPY/l then 67 JPY/l",
    "unit KGM",
    "Free, under bond",
    "3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in"
        + " proportion) but not less than 3.143854¢/kg",
    "5% on the case, strap, band or bracelet",
    "<b>5</b>%&nbsp;",
    "16.50 % / Retail Price + 244.78 GBP / 1000 p/st MIN 320.90 GBP / 1000 p/st"
  };

  private static final String[] SCOPES = {
    "JP", "*", "EU except HU", "* except CA,MX", "South Korea, Japan", "ASEAN,JP,392 except VN"
  };

  private TextTargets() {}

  static List<FuzzTarget> all() {
    List<FuzzTarget> all = new ArrayList<>();
    all.add(FuzzTarget.of("Rate.parse", t -> again(Rate.parse(t)), "2.5%", "33 1/3%", "Free"));
    all.add(FuzzTarget.of("Rate.percent", Rate::percent, "2.5", "33 1/3", "-10"));
    all.add(FuzzTarget.of("Rate.fraction", Rate::fraction, "0.15", "-.5", "1"));
    all.add(
        FuzzTarget.of("PlainNumber.parse", t -> PlainNumber.parse("x", t), "1.5", "-1000", "+.5"));
    all.add(
        FuzzTarget.of("Quantity.parse", t -> again(Quantity.parse(t)), "100 kg", "1.5 t", "3 m2"));
    all.add(FuzzTarget.of("Unit.of", t -> again(Unit.of(t)), "kg", "DTN E", "kg of lead content"));
    all.add(FuzzTarget.of("HsCode.of", HsCode::of, "8703.23.01", "87", "8703 23 01 10"));
    all.add(
        FuzzTarget.of(
            "Country.parse", Country::parse, "JP", "392", "5880", "Korea, South", "Côte d'Ivoire"));
    all.add(
        FuzzTarget.of("CountryGroup.parse", CountryGroup::parse, "EU", "European Union", "USMCA"));
    all.add(FuzzTarget.of("OriginScope.parse", t -> again(OriginScope.parse(t)), SCOPES));
    all.add(
        FuzzTarget.of(
            "ProductScope.parse",
            t -> again(ProductScope.parse(t)),
            "*",
            "8703",
            "8703, 8704.21 except 8703.10",
            "* except 98"));
    all.add(FuzzTarget.of("DutyRate.parse", t -> again(DutyRate.parse(t)), RATES));
    all.add(FuzzTarget.of("DutyRate.of", DutyRate::of, RATES));
    all.add(
        FuzzTarget.of(
            "DutyRate.read", t -> again(DutyRate.read(t, ReadingMode.LENIENT).rate()), RATES));
    all.add(
        FuzzTarget.of(
            "SpecialRate.read",
            t -> SpecialRate.read(t, ReadingMode.LENIENT).table(),
            "Free (A,AU,BH)",
            "See 9822.05.15 (P+) 5% (E*)",
            "Free (A+,CL) 2.1¢/kg (KR)"));
    all.add(
        FuzzTarget.of(
            "Portion.parse",
            t -> again(Portion.parse(t)),
            "full value",
            "steel content",
            "non-US content",
            "Aluminum content"));
    all.add(
        FuzzTarget.of(
            "AgriculturalComponent.parse", AgriculturalComponent::parse, "EAR", "AC (reduced)"));
    all.add(
        FuzzTarget.of(
            "Condition.parse",
            t -> Condition.parse(t).toString(),
            "claim=KORUS",
            "content:US>=0.4",
            "certificate!=none",
            "gate > 5"));
    all.add(
        FuzzTarget.of(
            "DeclaredFacts.parse",
            t -> DeclaredFacts.parse(t).toString(),
            "claim=USMCA; content:US=0.4; approved US content=yes",
            "content:steel=0.5"));
    all.add(
        FuzzTarget.of(
            "DeclaredOrigin.parse",
            t -> DeclaredOrigin.parse(t).toString(),
            "KR claiming KORUS",
            "MX claiming USMCA with content:US=0.4; x=y",
            "JP"));
    all.add(
        FuzzTarget.of(
            "MeursingTable.parse",
            t -> MeursingTable.parse(t).table(),
            "code,area,component,duty\n"
                + "7476,1011,EA,117.11 EUR/100 kg\n"
                + "7476,IS,ADSZR,9.75 EUR/100 kg\n"));
    all.add(
        FuzzTarget.of(
            "StageRounding.parse",
            t -> again(StageRounding.parse(t)),
            "DOWN 0.1",
            "HALF_UP 1",
            "NONE"));
    all.add(
        FuzzTarget.of(
            "Remainder.parse",
            t -> again(StagedReduction.Remainder.parse(t)),
            "4/9",
            "25%",
            "0.25"));
    all.add(
        FuzzTarget.of(
            "CashFlows.of", t -> CashFlows.of(CurrencyUnit.USD, "-1", t).total(), "2", "1.05"));
    all.add(
        FuzzTarget.of("DefaultConsequence.of", DefaultConsequence::of, "tariff to 25%", "none"));
    all.add(
        FuzzTarget.of(
            "LowValueRelief.parse",
            LowValueRelief::parse,
            "EUR 150: no duty",
            "USD 800 from CN,HK: no duty, no fees where free entry=yes",
            "JPY 10000 of customs value: duty 5%, no tax"));
    all.add(
        FuzzTarget.of(
            "MonthText.parse",
            text -> MonthText.parse("month", text),
            "2025-10",
            "Oct 2025",
            "2025/10"));
    all.add(FuzzTarget.of("MonthText.read", MonthText::read, "2025-10", "October 2025"));
    all.add(FuzzTarget.of("EntryTime.parse", EntryTime::parse, "2025-11-10 13:01", "10 Nov 2025"));
    all.add(FuzzTarget.of("TradePeriod.parse", TradePeriod::parse, "2024", "2024-05", "202405"));
    all.add(
        FuzzTarget.of(
            "MarketCsv.parse",
            t -> MarketCsv.parse("m", "USD", t),
            "origin,imports,tariff\nJP,40,2.5%\nKR,,0%\nDE,30,25%\n"));
    moreTexts(all);
    all.addAll(MoreTargets.texts());
    all.addAll(RoomTargets.texts());
    return all;
  }

  private static void moreTexts(List<FuzzTarget> all) {
    all.add(
        FuzzTarget.of("AmountText.parse", AmountText::parse, "USD 30,290", "USD 350bn", "JPY -5"));
    all.add(
        FuzzTarget.of(
            "AmountText.parseStored",
            t -> AmountText.parseStored("price", t),
            "USD 32.850",
            "JPY -5"));
    all.add(FuzzTarget.of("UnitValue.parse", UnitValue::parse, "USD 4.50/kg", "1200 USD per t"));
    all.add(
        FuzzTarget.of(
            "DayText.parse",
            DayText::parse,
            "2025-09-16",
            "16 Sep 2025",
            "16/09/2025",
            "20250916"));
    all.add(FuzzTarget.of("EntryTime.parse", EntryTime::parse, "2025-11-10", "2025-11-10 13:01"));
    all.add(
        FuzzTarget.of(
            "ExchangeRates.parse",
            t -> same(ExchangeRates.parse(t), ExchangeRates::parse),
            "EUR/GBP=0.8571, USD/JPY=150"));
    all.add(
        FuzzTarget.of(
            "InterestRates.parse",
            t -> same(InterestRates.parse(t), InterestRates::parse),
            "always=5%; 2025-01-01=6%; through=2026-06-30"));
    all.add(
        FuzzTarget.of("Party.parse", t -> same(Party.parse(t), Party::parse), "EU", "JP", "Korea"));
    all.add(
        FuzzTarget.of(
            "RoundingPolicy.parse",
            t -> same(RoundingPolicy.parse(t), RoundingPolicy::parse),
            RoundingPolicy.EACH_DUTY_TO_CENT.toString(),
            RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN).toString()));
    all.add(
        FuzzTarget.of(
            "TaxBase.parse",
            t -> same(TaxBase.parse(t), TaxBase::parse),
            "customs value + duty + MPF"));
    all.add(FuzzTarget.of("TransportMode.parse", TransportMode::parse, "sea", "post"));
    all.add(FuzzTarget.of("Stage.parse", Stage::parse, "approved", "disbursed"));
    all.add(FuzzTarget.of("Sector.parse", UsTrade.Sector::parse, "passenger cars"));
  }

  private static <T> T same(T value, Function<String, T> door) {
    T read = door.apply(value.toString());
    if (!read.equals(value)) {
      throw new AssertionError("'" + value + "' is read back as '" + read + "'");
    }
    return value;
  }

  /** A value that its own text must give again, by the door of its type. */
  private static Object again(Object value) {
    String text = value.toString();
    Object read = readAgain(value, text);
    if (!read.equals(value)) {
      throw new AssertionError("'" + text + "' is read back as '" + read + "'");
    }
    return value;
  }

  private static Object readAgain(Object value, String text) {
    if (value instanceof DutyRate) {
      return DutyRate.parse(text);
    }
    if (value instanceof Rate) {
      return Rate.parse(text);
    }
    if (value instanceof Quantity) {
      return Quantity.parse(text);
    }
    if (value instanceof Unit) {
      return Unit.of(text);
    }
    if (value instanceof OriginScope) {
      return OriginScope.parse(text);
    }
    if (value instanceof ProductScope) {
      return ProductScope.parse(text);
    }
    if (value instanceof Portion) {
      return Portion.parse(text);
    }
    return value instanceof StageRounding
        ? StageRounding.parse(text)
        : StagedReduction.Remainder.parse(text);
  }
}
