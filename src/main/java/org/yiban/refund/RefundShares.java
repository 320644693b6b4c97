package org.yiban.refund;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.ledger.Claims;
import org.yiban.ledger.MonthShare;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;

/** What of a refund falls to which month, and what an earlier round of the case has paid of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundShares {

    private final RefundRecords records;
    private final Claims claims;
    private final PaymentOrders orders;
    private final Duplicates duplicates;

    RefundShares(RefundRecords records, Claims claims, PaymentOrders orders, Duplicates duplicates) {
        this.records = records;
        this.claims = claims;
        this.orders = orders;
        this.duplicates = duplicates;
    }

    /**
     * Claims the months that are to be given back, in place of those claimed before.
     *
     * @return {@code false} if there is nothing to give back
     * @throws org.yiban.kernel.ProblemException CONFLICT naming the months that other cases claim or gave back
     */
    boolean claim(Refund refund) {
        if (!records.addedNow(refund.caseNumber())) {
            claims.release(refund.caseNumber());
        }
        List<MonthShare> shares = due(refund);
        if (shares.isEmpty()) {
            return false;
        }
        duplicates.requireOneLeft(
                refund,
                records.payment(refund),
                shares.stream().map(MonthShare::month).toList());
        claims.claim(refund.caseNumber(), shares);
        return true;
    }

    /** The months that this round gives back, each with its part; empty if there are none. */
    List<MonthShare> due(Refund refund) {
        RefundRuling ruling = refund.ruling();
        if (ruling.nothing()) {
            return List.of();
        }
        List<YearMonth> months = months(ruling.from(), ruling.to());
        BigDecimal amount = ruling.amount().subtract(refund.deducted());
        if (refund.round() > 1) {
            List<PaymentOrder> paid = orders.of(refund.caseNumber()).stream()
                    .filter(order -> order.state() == OrderState.PAID)
                    .toList();
            if (!paid.isEmpty()) {
                Set<YearMonth> given = new HashSet<>(claims.claimed(refund.paymentId()));
                months = months.stream().filter(month -> !given.contains(month)).toList();
                amount = paid.stream().map(PaymentOrder::amount).reduce(amount, BigDecimal::subtract);
            }
        }
        return months.isEmpty() || amount.signum() <= 0
                ? List.of()
                : MonthShare.spread(refund.paymentId(), months, amount);
    }

    private static List<YearMonth> months(YearMonth from, YearMonth to) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
