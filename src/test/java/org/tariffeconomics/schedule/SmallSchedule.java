package org.tariffeconomics.schedule;

import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Validity;

/**
 * A few rows of the US schedule, as the 2025 and 2026 releases print them, without statistical
 * details that the tests do not need.
 */
public final class SmallSchedule {

  private SmallSchedule() {}

  /** Beef, cars and cane sugar: simple, specific and compound rates, with texts and headings. */
  public static List<ScheduleRow> rows() {
    Rows rows = new Rows();
    rows.add("0201", 0, "Meat of bovine animals, fresh or chilled:", "", "", "");
    rows.add("0201.10", 1, "Carcasses and half-carcasses:", "", "", "");
    rows.add("0201.10.50", 2, "Other", "26.4%", "Free (AU,BH,CL)", "31.1%");
    rows.add("0201.10.50.10", 3, "Veal", "", "", "");
    rows.add("0201.20", 1, "Other cuts with bone in:", "", "", "");
    rows.add("", 2, "Described in general note 15:", "", "", "");
    rows.add("0201.20.50", 3, "Other", "4.4¢/kg", "Free (A+,KR,P,S)", "13.2¢/kg");
    rows.add("0201.20.50.15", 4, "Bone in veal cuts", "", "", "");
    rows.add("0201.20.50.25", 4, "Other", " ", "\n", ":");
    rows.add("8703", 0, "Motor cars:", "", "", "");
    rows.add("8703.23.01", 1, "Over 1,500 cc", "2.5%", "Free (KR,S) 1% (P) 2% (P+)", "10%");
    rows.add("8703.23.01.40", 2, "New", "", "", "");
    rows.add("8704.21.01", 1, "Trucks", "25%", "", "25%");
    return rows.rows;
  }

  /** A heading of two lines with different duties, and a line by itself; made up. */
  public static TariffSchedule tractorsAndBuses() {
    Rows rows = new Rows();
    rows.add("8701", 0, "Tractors:", "", "", "");
    rows.add("8701.10.00", 1, "Single axle", "2.5%", "", "5%");
    rows.add("8701.30.00", 1, "Track-laying", "5%", "", "5%");
    rows.add("8702.10.00", 0, "Buses", "2.5%", "", "5%");
    return TariffSchedule.of("tractors and buses", rows.rows);
  }

  private static final class Rows {
    private final List<ScheduleRow> rows = new ArrayList<>();

    void add(
        String code, int indent, String description, String general, String special, String other) {
      rows.add(ScheduleRow.of(rows.size() + 1, code, indent, description, general, special, other));
    }
  }

  /** The schedule of these rows. */
  public static TariffSchedule schedule() {
    return TariffSchedule.of("small schedule", rows());
  }

  /** A key to its symbols. */
  public static ProgrammeKey key() {
    return ProgrammeKey.of(
        "MFN",
        "Column 2",
        List.of(new ProgrammeKey.Column2Days(OriginScope.parse("BY,CU,KP,RU"), Validity.always())),
        List.of(
            SpecialProgramme.of("KR", "KORUS", "KR"),
            SpecialProgramme.of("S", "USMCA", "CA,MX"),
            SpecialProgramme.of("P", "CAFTA-DR", "CR,DO,GT,HN,NI,SV"),
            SpecialProgramme.of("P+", "CAFTA-DR", "CR,DO,GT,HN,NI,SV"),
            SpecialProgramme.of("AU", "AUSFTA", "AU"),
            SpecialProgramme.of("BH", "US-Bahrain FTA", "BH")));
  }
}
