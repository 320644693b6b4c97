package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yiban.casework.web.EventView;
import org.yiban.person.Person;

/**
 * What staff see of a balance that moves. Identity and account numbers are masked.
 *
 * @param side IN or OUT
 * @param reference what both sides call it; payments carry it
 * @param stated on the information table, yuan
 * @param moved taken out of the account here; {@code null} on the side that awaits it
 * @param arrived what has arrived; nothing on the side that pays it
 * @param difference arrived less stated; {@code null} where nothing is awaited
 * @param shortfall what the account no longer held when the balance left it; {@code null} if it held all
 * @param arrivalRecordable whether the caller may record money that arrived
 * @param payment the payment to the other pool; {@code null} as long as there is none
 */
public record BalanceView(
        String caseNumber,
        String poolName,
        Person person,
        String identity,
        String fromRegionName,
        String toRegionName,
        LocalDate appliedOn,
        String contactPhone,
        String side,
        String reference,
        BigDecimal stated,
        BigDecimal moved,
        BigDecimal arrived,
        BigDecimal credited,
        BigDecimal difference,
        List<BalanceArrival> arrivals,
        Payment payment,
        Shortfall shortfall,
        boolean arrivalRecordable,
        String outcome,
        String outcomeTitle,
        List<EventView> history) {

    /** The payment to the other pool. */
    public record Payment(String payeeName, String maskedAccount, String stateTitle, String reason) {}

    /**
     * What the account no longer held.
     *
     * @param amount yuan
     * @param settledTitle how it was settled, in Chinese; {@code null} with all that follows until it is
     * @param paper number of the receipt or letter that shows it
     */
    public record Shortfall(
            BigDecimal amount,
            String settledTitle,
            String paper,
            LocalDate settledOn,
            String note,
            String settledByName) {}
}
