package org.yiban.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.Written;
import org.yiban.region.RegionCode;

/**
 * A figure of reference data.
 *
 * @param id its number; 0 as long as it is not on record
 * @param kind what it is
 * @param region the province or pool it was announced for
 * @param year of an average wage the year it was earned in; else the year of the first day
 * @param from the first day on which it holds; of an average wage the first day of its year
 * @param until the last such day; {@code null} where no end was announced; of an average wage the last day of its year
 * @param value yuan a month, or a fraction
 * @param identity whom a rate is for: EMPLOYER or FLEXIBLE; {@code null} is for all
 * @param accountType what a rate is for: POOLED_ONLY or POOLED_WITH_ACCOUNT; {@code null} is for both
 * @param announcedOn when it was announced
 * @param source who announced it, where, under which number
 * @param nature whether anybody announced it at all
 */
public record Figure(
        long id,
        FigureKind kind,
        RegionCode region,
        int year,
        LocalDate from,
        LocalDate until,
        BigDecimal value,
        String identity,
        String accountType,
        LocalDate announcedOn,
        String source,
        FigureNature nature) {

    /** Its source as people read it: said to be made up where it is. */
    public String sourceSaid() {
        return nature == FigureNature.ANNOUNCED ? source : source + "（" + nature.title() + "）";
    }

    /** Its value as people read it: a rate in percent, the others in yuan. */
    public String said() {
        return kind.isRate() ? Written.percent(value) : value.toPlainString() + " 元";
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether it is for somebody of this identity and kind of account; {@code null} of a person is not known. */
    boolean isFor(String ofIdentity, String ofAccountType) {
        return (identity == null || identity.equals(ofIdentity))
                && (accountType == null || accountType.equals(ofAccountType));
    }

    /** Whether both say something of the same case at the same time. */
    boolean collidesWith(Figure other) {
        return kind == other.kind
                && region.equals(other.region)
                && (identity == null || other.identity == null || identity.equals(other.identity))
                && (accountType == null || other.accountType == null || accountType.equals(other.accountType))
                && (until == null || !other.from.isAfter(until))
                && (other.until == null || !from.isAfter(other.until));
    }
}
