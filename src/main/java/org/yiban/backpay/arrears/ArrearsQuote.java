package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What arrears come to if they are paid on a day.
 *
 * @param payOn that day
 * @param referred whether the documents leave it to a person
 * @param payable whether they may be paid; {@code null} until a person has said so
 * @param principal yuan; {@code null} until a price is known
 * @param lateFee yuan; nothing where there is none
 * @param namedBy who named the price where the documents name none; {@code null} where they do
 * @param yearsCounted whether the months count towards the years; {@code null} where the documents do not say
 * @param accountCredited whether the personal account is credited; likewise
 * @param runs the same by runs of months
 */
record ArrearsQuote(
        LocalDate payOn,
        boolean referred,
        Boolean payable,
        BigDecimal principal,
        BigDecimal lateFee,
        String namedBy,
        Boolean yearsCounted,
        Boolean accountCredited,
        List<Run> runs) {

    /** All of it, yuan; {@code null} until a price is known. */
    BigDecimal total() {
        return principal == null ? null : principal.add(lateFee);
    }

    /**
     * A run of months.
     *
     * @param base monthly, yuan; {@code null} where nobody needed it
     * @param principal yuan; {@code null} where the documents name no price
     * @param unitPart of the principal what the employer owes itself, yuan; {@code null} where nobody asked for it
     * @param lateFee yuan; {@code null} where the documents name none
     * @param credited to the personal account, yuan; {@code null} where it is not credited
     * @param gapCovered whether care in these months is paid for; {@code null} where the documents do not say
     */
    record Run(
            String fact,
            int months,
            BigDecimal base,
            BigDecimal principal,
            BigDecimal unitPart,
            BigDecimal lateFee,
            BigDecimal credited,
            Boolean gapCovered) {

        /** The same with what the personal account gets of it. */
        Run crediting(BigDecimal amount) {
            return new Run(fact, months, base, principal, unitPart, lateFee, amount, gapCovered);
        }
    }
}
