package org.yiban.payment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.ReturnedPayments;
import org.yiban.ledger.Settlement;
import org.yiban.ledger.Settlement.Effect;

/** Settles a payment of a batch in the ledger, and the batch with its last payment. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SettlingPayments {

    private final PaymentOrders orders;
    private final ReturnedPayments returned;
    private final BatchRecords records;
    private final BatchNotes notes;
    private final PaymentProcess process;

    SettlingPayments(
            PaymentOrders orders,
            ReturnedPayments returned,
            BatchRecords records,
            BatchNotes notes,
            PaymentProcess process) {
        this.orders = orders;
        this.returned = returned;
        this.records = records;
        this.notes = notes;
        this.process = process;
    }

    Effect settle(CaseNumber batch, long orderId, String order, int attempt, Settlement settlement) {
        Effect effect = settlement.afterPayment()
                ? returned.takeBack(order, attempt, settlement)
                : orders.settle(order, attempt, settlement);
        if (effect == Effect.SETTLED && settlement.afterPayment() && records.cameBack(batch, orderId)) {
            notes.add(batch, "付款单 " + order + " 付后退汇：" + settlement.reason(), settlement.by());
        } else if (effect == Effect.SETTLED && records.outcome(batch, orderId, settlement.state())) {
            notes.add(batch, "全部付款均有结果，批次完结", null);
            process.tell(PaymentModel.PAYMENTS_SETTLED, records.require(batch));
        }
        return effect;
    }
}
