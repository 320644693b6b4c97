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
        String outcome,
        String outcomeTitle,
        List<EventView> history) {

    /** The payment to the other pool. */
    public record Payment(String payeeName, String maskedAccount, String stateTitle, String reason) {}
}
