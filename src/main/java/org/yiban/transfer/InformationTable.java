package org.yiban.transfer;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.region.RegionCode;

/**
 * 参保人员基本医疗保险信息表：what the transfer-out side has on record of a person's months.
 *
 * @param months in order of time
 * @param paidMonths how many were paid
 * @param deemedMonths how many are deemed (视同缴费)
 * @param note the transfer-out side's remark, may be {@code null}
 * @param statedBy the pool that states it
 */
public record InformationTable(
        List<ContributionMonth> months,
        int paidMonths,
        int deemedMonths,
        String note,
        RegionCode statedBy,
        OffsetDateTime preparedAt) {

    static InformationTable of(
            List<ContributionMonth> months, String note, RegionCode statedBy, OffsetDateTime preparedAt) {
        int deemed =
                (int) months.stream().filter(m -> m.kind() == MonthKind.DEEMED).count();
        return new InformationTable(months, months.size() - deemed, deemed, note, statedBy, preparedAt);
    }

    /** The first month on it, {@code null} if it has none. */
    public YearMonth firstMonth() {
        return months.isEmpty() ? null : months.get(0).month();
    }

    /** The last month on it, {@code null} if it has none. */
    public YearMonth lastMonth() {
        return months.isEmpty() ? null : months.get(months.size() - 1).month();
    }
}
