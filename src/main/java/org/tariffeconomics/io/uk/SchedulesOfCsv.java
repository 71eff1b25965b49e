package org.tariffeconomics.io.uk;

import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.schedule.TariffSchedule;

/** Lists what a schedule did not understand of its rows. */
final class SchedulesOfCsv {

  private SchedulesOfCsv() {}

  static void note(TariffSchedule schedule, ProblemLog log) {
    for (TariffSchedule.RowFault fault : schedule.faults()) {
      Place place = Place.ofLine(schedule.name(), fault.row().place());
      log.accept(
          fault.column().equals(TariffSchedule.CODE)
              ? Problem.error(place, fault.column(), fault.text(), fault.message())
              : Problem.note(place, fault.column(), fault.text(), fault.message()));
    }
  }
}
