package org.yiban.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Months that a completed transfer moved and should not have, which a case that corrects it gives back (退回误转的月份).
 *
 * @param months in order, never empty
 * @param recordedBy user id of who stated them
 * @param doneOn when they left the record; {@code null} until the case is completed
 */
record TakenBack(List<YearMonth> months, String reason, String recordedBy, LocalDate doneOn) {

    TakenBack {
        months = List.copyOf(months);
    }
}
