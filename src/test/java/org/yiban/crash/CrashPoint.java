package org.yiban.crash;

import org.springframework.aop.support.AopUtils;

/**
 * The steps of a refund before and after which an application may die, by the call that takes them; in the order in which
 * one refund can outlive them all.
 */
enum CrashPoint {
    /** The tables are asked whether the payment is given back; the decision is kept. */
    DECISION("DecidingRefundsByTables", "decideEligibility"),
    /** The payment order is issued, with its entries: within the approver's request, which goes with it. */
    ORDER("PaymentOrders", "issue"),
    /** The approver's request; "after" it has been committed and nobody was told. */
    APPROVAL("DecidingRefunds", "approve"),
    /** The payment file is written to the outbox. */
    OUTBOX_WRITE("Outbox", "send"),
    /** The file goes to treasury; "after" treasury has it and we have not noted that. */
    DELIVERY("PartnerClient", "post"),
    /** Treasury's answer comes; "after" it is in the inbox and treasury was not told. */
    RECEIPT("TakingIn", "take"),
    /** The result is brought into the ledger. */
    CONFIRMATION("PaymentOrders", "settle");

    private final String bean;
    private final String method;

    CrashPoint(String bean, String method) {
        this.bean = bean;
        this.method = method;
    }

    /** Whether the step is one of the bean's. */
    boolean isOf(Object candidate) {
        return AopUtils.getTargetClass(candidate).getSimpleName().equals(bean);
    }

    /** Whether a call of the bean takes the step. */
    boolean isTakenBy(String called) {
        return called.equals(method);
    }
}
