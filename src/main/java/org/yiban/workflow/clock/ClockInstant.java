package org.yiban.workflow.clock;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.yiban.sla.ClockTimes;

/** What a model may ask of the clock of its case, as {@link CaseClockDates} answers it. */
enum ClockInstant {
    DUE("${caseClock.dueAt(execution)}", ClockTimes::dueAt),
    AT_RISK("${caseClock.atRiskAt(execution)}", ClockTimes::atRiskAt),
    OVERDUE("${caseClock.overdueAt(execution)}", ClockTimes::overdueAt);

    private final String expression;
    private final Function<ClockTimes, ZonedDateTime> instant;

    ClockInstant(String expression, Function<ClockTimes, ZonedDateTime> instant) {
        this.expression = expression;
        this.instant = instant;
    }

    /** The instant that an expression of a model stands for; empty for any other text. */
    static Optional<ClockInstant> writtenAs(String expression) {
        return Arrays.stream(values())
                .filter(each -> expression != null && each.expression.equals(expression.replaceAll("\\s", "")))
                .findFirst();
    }

    Date of(ClockTimes times) {
        return Date.from(instant.apply(times).toInstant());
    }
}
