package org.yiban.transfer.months;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Says where joined months come from, in Chinese. */
@Component
public class ShowingMonths {

    private static final String HINT = "重复缴费的月份只计算一次，保留一处；另一处的缴费可凭缴费凭证申请退费，退费事由选“重复缴费”（DUPLICATE_PAYMENT）";

    private final JoiningMonths joining;
    private final Regions regions;

    ShowingMonths(JoiningMonths joining, Regions regions) {
        this.joining = joining;
        this.regions = regions;
    }

    /** What a pool has on record now, joined with what an information table states. */
    public MonthsTable joined(long personId, RegionCode pool, List<ContributionMonth> stated) {
        return of(joining.of(personId, pool, stated));
    }

    /** The months as a table of runs. */
    MonthsTable of(JoinedMonths joined) {
        List<YearMonth> twice = joined.paidTwice();
        return new MonthsTable(
                runs(joined.months()),
                joined.counted(),
                joined.paid(),
                joined.deemed(),
                twice,
                twice.isEmpty() ? null : HINT);
    }

    private List<MonthsTable.Run> runs(List<JoinedMonth> months) {
        List<MonthsTable.Run> runs = new ArrayList<>();
        for (JoinedMonth month : months) {
            MonthsTable.Run next = run(month);
            MonthsTable.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && continues(last, next)) {
                runs.set(
                        runs.size() - 1,
                        new MonthsTable.Run(
                                last.from(),
                                next.to(),
                                last.months() + 1,
                                last.kind(),
                                last.records(),
                                last.paidTwice()));
            } else {
                runs.add(next);
            }
        }
        return runs;
    }

    private static boolean continues(MonthsTable.Run last, MonthsTable.Run next) {
        return last.to().plusMonths(1).equals(next.from())
                && last.kind().equals(next.kind())
                && last.records().equals(next.records())
                && last.paidTwice() == next.paidTwice();
    }

    private MonthsTable.Run run(JoinedMonth month) {
        return new MonthsTable.Run(
                month.month(),
                month.month(),
                1,
                month.kind().name(),
                month.sources().stream().map(this::said).distinct().collect(Collectors.joining("；")),
                month.paidTwice());
    }

    private String said(MonthSource source) {
        String kind = source.kind() == MonthKind.PAID ? "缴费" : "视同缴费";
        return source.recordOf().equals(source.paidIn())
                ? regions.fullName(source.recordOf()) + kind
                : regions.fullName(source.recordOf()) + "记载，在" + regions.fullName(source.paidIn()) + kind;
    }
}
