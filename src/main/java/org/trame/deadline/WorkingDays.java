package org.trame.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Days that are neither Saturday, Sunday nor a Belgian public holiday. */
@Component
public class WorkingDays {

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.BELGIUM));

  /** Whether offices work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.isHoliday(day);
  }

  /** This day if it is a working day, otherwise the next one that is. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!isWorkingDay(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /** The working day that many working days after this day, which is not counted. */
  public LocalDate plus(LocalDate day, int workingDays) {
    LocalDate found = day;
    for (int counted = 0; counted < workingDays; counted++) {
      found = onOrAfter(found.plusDays(1));
    }
    return found;
  }
}
