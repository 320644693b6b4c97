package org.yiban.transfer.months;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.Scheme;

/**
 * The months of both sides of a transfer, joined month by month. A month that both hold counts once (SD2020-47 三(2)); every
 * source of it stays visible.
 *
 * @param months in order of time, each once
 */
public record JoinedMonths(List<JoinedMonth> months) {

    /** Keeps a copy. */
    public JoinedMonths {
        months = List.copyOf(months);
    }

    /**
     * Joins what the transfer-in side has on record with what the other side states. Months of the resident scheme do not
     * count towards the years of the employee scheme and are left out.
     */
    public static JoinedMonths of(List<ContributionMonth> own, List<ContributionMonth> stated) {
        Map<YearMonth, List<MonthSource>> sources = new TreeMap<>();
        for (List<ContributionMonth> side : List.of(own, stated)) {
            side.stream().filter(month -> month.scheme() == Scheme.EMPLOYEE).forEach(month -> sources.computeIfAbsent(
                            month.month(), each -> new ArrayList<>())
                    .add(MonthSource.of(month)));
        }
        return new JoinedMonths(sources.entrySet().stream()
                .map(entry -> JoinedMonth.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** How many months count: paid and deemed ones, each once. */
    public int counted() {
        return months.size();
    }

    /** How many of them were paid. */
    public int paid() {
        return (int) months.stream().filter(m -> m.kind() == MonthKind.PAID).count();
    }

    /** How many of them are only deemed paid. */
    public int deemed() {
        return counted() - paid();
    }

    /** The months that were paid in two pools: one payment of each may be given back. */
    public List<YearMonth> paidTwice() {
        return only(JoinedMonth::paidTwice);
    }

    /** The months that both records hold, however often they were paid. */
    public List<YearMonth> heldTwice() {
        return only(JoinedMonth::heldTwice);
    }

    /** How many paid months without a gap end with this month; 0 if it is not among them. */
    public int inARowUntil(YearMonth last) {
        List<YearMonth> paid = only(month -> month.kind() == MonthKind.PAID);
        int count = 0;
        while (paid.contains(last.minusMonths(count))) {
            count++;
        }
        return count;
    }

    private List<YearMonth> only(Predicate<JoinedMonth> wanted) {
        return months.stream().filter(wanted).map(JoinedMonth::month).toList();
    }
}
