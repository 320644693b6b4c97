package org.yiban.refund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionPurpose;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.MonthShare;
import org.yiban.ledger.OrderPurpose;
import org.yiban.ledger.OrderRequest;
import org.yiban.ledger.OrderSettled;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.PaymentReturned;
import org.yiban.person.PersonalAccounts;
import org.yiban.policy.settings.Setting;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;

/** The steps of a refund that move money and relations. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PayingRefunds {

    private final RefundRecords records;
    private final RefundShares shares;
    private final RefundSettings settings;
    private final RefundedRelations relations;
    private final PersonalAccounts accounts;
    private final Ledger ledger;
    private final CollectionOrders collections;
    private final PaymentOrders orders;
    private final RefundLetters letters;
    private final RefundEnds ends;
    private final Cases cases;
    private final Clocks clocks;
    private final RefundProcess process;
    private final BusinessTime time;

    PayingRefunds(
            RefundRecords records,
            RefundShares shares,
            RefundSettings settings,
            RefundedRelations relations,
            PersonalAccounts accounts,
            Ledger ledger,
            CollectionOrders collections,
            PaymentOrders orders,
            RefundLetters letters,
            RefundEnds ends,
            Cases cases,
            Clocks clocks,
            RefundProcess process,
            BusinessTime time) {
        this.records = records;
        this.shares = shares;
        this.settings = settings;
        this.relations = relations;
        this.accounts = accounts;
        this.ledger = ledger;
        this.collections = collections;
        this.orders = orders;
        this.letters = letters;
        this.ends = ends;
        this.cases = cases;
        this.clocks = clocks;
        this.process = process;
        this.time = time;
    }

    /** Ends the enrolment that the payment was for; does nothing if it has ended. */
    public void endRelation(CaseNumber number) {
        Refund refund = records.require(number);
        Optional<LocalDate> until = relations.end(records.payment(refund), number);
        if (until.isPresent() && refund.releasedAmount() == null) {
            cases.note(number, "relationEnded", null, "终止参保关系，至 " + until.get(), null);
        }
    }

    /**
     * Takes back what was credited to the personal account, as far as it is there; orders the rest to come in.
     *
     * @return whether a rest has to come in
     */
    public boolean recoverAccount(CaseNumber number) {
        Refund refund = records.require(number);
        int attempt = refund.collections() + 1;
        String reference = number + "/account/" + attempt;
        BigDecimal recovered = accounts.recover(refund.personId(), refund.pool(), refund.rest(), reference);
        if (recovered.signum() > 0) {
            ledger.recovered(number, refund.pool(), recovered, reference);
            cases.note(number, "accountRecovered", null, "从个人账户收回 " + recovered + " 元", null);
        }
        Refund done = refund.change()
                .recovered(refund.recovered().add(recovered))
                .collections(attempt)
                .done();
        records.save(done);
        if (done.rest().signum() == 0) {
            return false;
        }
        LocalDate lastDay = settings.collectionUntil(refund.pool(), time.today());
        collections.order(
                number + "/collection/" + attempt,
                CollectionPurpose.RECOVERY,
                number,
                refund.pool(),
                refund.personId(),
                done.rest(),
                lastDay);
        cases.note(number, "restOrdered", null, "个人账户不足，尚需收缴 " + done.rest() + " 元，至 " + lastDay, null);
        return true;
    }

    /** Orders the payment and tells the applicant that it is coming. */
    public void issueOrder(CaseNumber number) {
        Refund refund = records.require(number);
        List<MonthShare> due = shares.due(refund);
        PaymentOrder order = orders.issue(new OrderRequest(
                refund.orderKey(),
                number,
                refund.pool(),
                refund.personId(),
                OrderPurpose.REFUND,
                MonthShare.sum(due),
                records.payee(refund),
                due));
        letters.granted(refund, order.amount());
        if (refund.releasedAmount() == null) {
            cases.note(number, "orderIssued", null, "开具支付指令：" + order.amount() + " 元", null);
        }
    }

    /** Tells the applicant that the money has arrived and closes the case. */
    public void confirm(CaseNumber number) {
        Refund refund = records.require(number);
        PaymentOrder order = orders.of(number).stream()
                .filter(each -> each.state() == OrderState.PAID)
                .max(Comparator.comparing(PaymentOrder::settledAt))
                .orElseThrow();
        letters.paid(refund, order);
        ends.close(refund, CaseState.COMPLETED, "已退费 " + order.amount() + " 元");
    }

    @EventListener
    void on(OrderSettled settled) {
        if (isRefund(settled.caseNumber())) {
            boolean paid = settled.state() == OrderState.PAID;
            tell(paid ? RefundModel.PAID : RefundModel.REJECTED, settled.caseNumber(), settled.orderKey());
        }
    }

    /** What had arrived came back: the case is open again, for the account to be corrected. */
    @EventListener
    void on(PaymentReturned returned) {
        CaseNumber number = returned.caseNumber();
        if (!isRefund(number)) {
            return;
        }
        Refund refund = records.require(number);
        cases.reopen(number);
        records.save(refund.change().reopened().done());
        cases.note(number, "paymentReturned", null, "退费被收款银行退汇：" + returned.reason(), null);
        clocks.reset(
                number,
                time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS),
                clocks.require(number).clock().target(),
                new ClockEntry("付款被退汇，更正收款账户后再付", Setting.AGENCY, null, null));
        process.startCorrection(number, refund.pool());
    }

    @EventListener
    void on(CollectionSettled settled) {
        if (!isRefund(settled.caseNumber())) {
            return;
        }
        CaseNumber number = settled.caseNumber();
        Refund refund = records.require(number);
        if (settled.amount().signum() > 0) {
            records.save(refund.change()
                    .recovered(refund.recovered().add(settled.amount()))
                    .done());
        }
        boolean whole = settled.state() == CollectionState.PAID;
        cases.note(
                number,
                "restSettled",
                null,
                whole ? "差额已收缴 " + settled.amount() + " 元" : "差额没有全部收缴（收到 " + settled.amount() + " 元）",
                null);
        tell(whole ? RefundModel.REST_COLLECTED : RefundModel.REST_NOT_COLLECTED, number, settled.key());
    }

    static boolean isRefund(CaseNumber number) {
        return number.value().startsWith(CaseKind.REFUND.letters());
    }

    private void tell(String message, CaseNumber number, String key) {
        if (!process.tell(message, number, records.require(number).pool())) {
            throw new IllegalStateException("case " + number + " does not wait for " + message + " of " + key);
        }
    }
}
