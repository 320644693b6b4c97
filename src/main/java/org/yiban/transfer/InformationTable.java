package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.region.RegionCode;

/**
 * 参保人员基本医疗保险信息表：what the transfer-out side has on record of a person's months.
 *
 * @param version which answer it is, from 1; 0 for a draft that nobody has confirmed
 * @param months in order of time
 * @param paidMonths how many were paid
 * @param deemedMonths how many are deemed (视同缴费)
 * @param schemeStart month in which the scheme began there; {@code null} if nobody has stated one
 * @param balance of the personal account there, yuan; {@code null} if there is no account
 * @param note the transfer-out side's remark, or its answer to questions; may be {@code null}
 * @param statedBy the pool that states it
 * @param digest of its document, 64 hexadecimal digits; {@code null} for a draft, and for one on paper
 * @param paper where it came on paper; {@code null} where it did not
 */
public record InformationTable(
        int version,
        List<ContributionMonth> months,
        int paidMonths,
        int deemedMonths,
        YearMonth schemeStart,
        BigDecimal balance,
        String note,
        RegionCode statedBy,
        OffsetDateTime preparedAt,
        String digest,
        Paper paper) {

    /**
     * A table that was typed in from paper.
     *
     * @param reference number of the paper
     * @param recordedBy user id of who typed it in
     */
    record Paper(String reference, String recordedBy) {}

    static InformationTable of(
            List<ContributionMonth> months, String note, RegionCode statedBy, OffsetDateTime preparedAt) {
        int deemed =
                (int) months.stream().filter(m -> m.kind() == MonthKind.DEEMED).count();
        return new InformationTable(
                0, months, months.size() - deemed, deemed, null, null, note, statedBy, preparedAt, null, null);
    }

    InformationTable with(YearMonth start, BigDecimal stated) {
        return new InformationTable(
                version, months, paidMonths, deemedMonths, start, stated, note, statedBy, preparedAt, digest, paper);
    }

    InformationTable issued(int number, String sealed) {
        return new InformationTable(
                number,
                months,
                paidMonths,
                deemedMonths,
                schemeStart,
                balance,
                note,
                statedBy,
                preparedAt,
                sealed,
                paper);
    }

    InformationTable onPaper(String reference, String recordedBy) {
        return new InformationTable(
                version,
                months,
                paidMonths,
                deemedMonths,
                schemeStart,
                balance,
                note,
                statedBy,
                preparedAt,
                digest,
                new Paper(reference, recordedBy));
    }

    /** Whether another table states the same of the record. */
    boolean statesTheSame(InformationTable other) {
        return months.equals(other.months)
                && (balance == null
                        ? other.balance == null
                        : other.balance != null && balance.compareTo(other.balance) == 0);
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
