package org.yiban.cockpit.tasks;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockReading;

/**
 * What a supervisor sees of a case that runs out of time.
 *
 * @param left the working days left, in words
 * @param noticedAt when the supervisors were told last; {@code null} where only the clock was paused
 * @param usualNextLook when the case is looked at again if nobody names a day
 * @param standsAt what its process waits for or has to do, as the model calls it
 * @param tasks what waits for somebody of this pool, and for whom
 */
record SupervisionView(
        CaseNumber caseNumber,
        String kindTitle,
        String stateTitle,
        String left,
        int daysLeft,
        LocalDate dueOn,
        boolean provisional,
        String legTitle,
        OffsetDateTime noticedAt,
        LocalDate usualNextLook,
        String standsAt,
        List<OpenTask> tasks) {

    static String left(ClockReading reading) {
        int days = reading.daysLeft();
        if (days == 0) {
            return "今天到期";
        }
        return days < 0 ? "已逾期 " + -days + " 个工作日" : "剩 " + days + " 个工作日";
    }
}
