package org.yiban.ledger;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.ledger.Settlement.Effect;

/**
 * Payments that come back from the payee's bank after the treasury has paid (退汇). What was paid is owed again, and the
 * order stands as one that came back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReturnedPayments {

    private final PaymentOrders orders;
    private final Postings postings;
    private final Cases cases;
    private final ApplicationEventPublisher events;

    ReturnedPayments(PaymentOrders orders, Postings postings, Cases cases, ApplicationEventPublisher events) {
        this.orders = orders;
        this.postings = postings;
        this.cases = cases;
        this.events = events;
    }

    /**
     * Takes a payment back. One that nobody has said was paid is settled as any that comes back.
     *
     * @param settlement {@code REJECTED}, after payment
     * @return {@code LATER} as long as people work on the case
     */
    public Effect takeBack(String key, int attempt, Settlement settlement) {
        cases.lock(orders.require(key).caseNumber());
        PaymentOrder order = orders.lock(key);
        if (order.attempt() != attempt || order.state() != OrderState.PAID) {
            return orders.settle(key, attempt, settlement);
        }
        if (cases.require(order.caseNumber()).state() == CaseState.OPEN) {
            return Effect.LATER;
        }
        postings.ofOrder(order, PostingKind.REVERSED, settlement.source());
        String text = "退汇（" + settlement.source() + "）：" + settlement.reason();
        orders.move(order, OrderState.REJECTED, settlement.reason(), text, settlement.by());
        events.publishEvent(new PaymentReturned(order.caseNumber(), key, settlement.reason()));
        return Effect.SETTLED;
    }
}
