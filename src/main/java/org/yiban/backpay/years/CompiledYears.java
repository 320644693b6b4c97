package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.List;
import org.yiban.policy.known.KnownFacts;

/**
 * The months of a person, each once, and where they come from.
 *
 * @param runs in order of time; those held elsewhere stand last
 * @param actual how many were paid or count as paid
 * @param actualInProvince how many of those in the pool's province
 * @param actualInPool how many of those in the pool itself
 * @param deemed how many count without having been paid
 * @param paidTwice how many months another pool holds as well; they count once
 * @param heldElsewhere how many months only another pool holds; they do not count until they are transferred
 * @param inARowSince first month of the paid months without a break that reach retirement, or today before it; {@code null}
 *     if the last month was not paid
 * @param services what became of the service stated
 * @param facts the months as the family {@code minimum-years} asks for them, with their sources
 */
public record CompiledYears(
        YearsQuestion question,
        List<MonthRun> runs,
        int actual,
        int actualInProvince,
        int actualInPool,
        int deemed,
        int paidTwice,
        int heldElsewhere,
        YearMonth inARowSince,
        List<JudgedService> services,
        KnownFacts facts) {

    /** Keeps copies. */
    public CompiledYears {
        runs = List.copyOf(runs);
        services = List.copyOf(services);
    }

    /** All months that count. */
    public int total() {
        return actual + deemed;
    }

    /** Whether some service is still left to a person. */
    public boolean referred() {
        return services.stream().anyMatch(JudgedService::referred);
    }
}
