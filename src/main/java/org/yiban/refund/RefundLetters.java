package org.yiban.refund;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.ledger.PaymentOrder;
import org.yiban.person.Payment;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.Result;
import org.yiban.policy.explain.CitingProvisions;

/** The letters of a refund (告知书): kept with the case, each to be printed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundLetters {

    private final Cases cases;
    private final RefundRecords records;
    private final CitingProvisions citing;
    private final RefundSettings settings;

    RefundLetters(Cases cases, RefundRecords records, CitingProvisions citing, RefundSettings settings) {
        this.cases = cases;
        this.records = records;
        this.citing = citing;
        this.settings = settings;
    }

    /** 准予退费：what is paid, to whom, by which provisions. */
    void granted(Refund refund, BigDecimal amount) {
        RefundRuling ruling = refund.ruling();
        String months = months(ruling.from(), ruling.to());
        List<ProvisionReference> basis = ProvisionReference.parseList(ruling.basis());
        decide(
                refund,
                "refundGranted",
                "准予退费告知书",
                asked(refund) + "经审核准予退费：" + months + " 的费用，共 " + amount + " 元，退至 "
                        + refund.payee().name() + " 的账户 " + refund.payee().maskedAccount() + "。" + account(refund)
                        + (ruling.relationEnds() ? "该笔缴费对应的参保关系同时终止。" : "")
                        + citing.below(basis),
                basis);
    }

    private static String account(Refund refund) {
        if (refund.ruling().clawback().signum() == 0) {
            return "";
        }
        String deducted = refund.deducted().signum() == 0 ? "" : "，未收回的 " + refund.deducted() + " 元已从退费中抵扣";
        return "已划入个人账户的 " + refund.ruling().clawback() + " 元按规定收回，已收回 " + refund.recovered() + " 元" + deducted + "。";
    }

    /** 不予退费：the provisions that say so, what they say, and the way to object. */
    void ineligible(Refund refund, RecordedDecision decision) {
        List<ProvisionReference> basis = ProvisionReference.parseList(
                (String) decision.explanation().results().get(Result.BASIS));
        String provisions = citing.below(basis);
        decide(
                refund,
                "refundIneligible",
                "不予退费告知书",
                asked(refund) + "经审核不予退费，理由如下："
                        + (provisions.isEmpty() ? "\n" + decision.explanation().ruleText() : provisions),
                basis);
    }

    /** 不予退费 for a reason that is in no table: what people wrote. */
    void refused(Refund refund, String reason) {
        decide(
                refund,
                "refundRefused",
                "不予退费告知书",
                asked(refund) + "经审核不予退费，原因：" + FreeText.withoutFullStop(reason) + "。",
                List.of());
    }

    /** 退费到账：what arrived where. */
    void paid(Refund refund, PaymentOrder order) {
        issue(
                refund,
                "refundPaid",
                "退费到账告知书",
                asked(refund) + "退费 " + order.amount() + " 元已支付至 " + order.payeeName() + " 的账户 " + order.accountMasked()
                        + "，请查收。",
                List.of());
    }

    /** 维持原决定：what came of an objection. */
    void upheld(Refund refund, Objection objection, List<ProvisionReference> basis) {
        issue(
                refund,
                "objectionUpheld",
                "异议复核告知书",
                "您于 " + objection.filedOn() + " 对退费决定提出的异议，经未参与原决定的人员复核，维持原决定。理由："
                        + FreeText.withoutFullStop(objection.reason()) + "。" + citing.below(basis),
                basis);
    }

    void withdrawn(Refund refund) {
        issue(refund, "refundWithdrawn", "撤回告知书", asked(refund) + "已按您的要求撤回。", List.of());
    }

    private String asked(Refund refund) {
        Payment payment = records.payment(refund);
        return "您于 " + refund.requestedOn() + " 以“" + refund.reason().title() + "”申请退还缴费凭证号 " + payment.reference()
                + "（" + months(payment.from(), payment.to()) + "，个人缴费 " + payment.personalAmount() + " 元）的费用。";
    }

    private static String months(YearMonth from, YearMonth to) {
        return from.equals(to) ? from.toString() : from + " 至 " + to;
    }

    private void decide(Refund refund, String kind, String title, String body, List<ProvisionReference> basis) {
        String told = body + "\n" + settings.wayToObject(refund.pool());
        cases.issueDecision(refund.caseNumber(), kind, title, told, basis);
    }

    private void issue(Refund refund, String kind, String title, String body, List<ProvisionReference> basis) {
        cases.issueNotice(refund.caseNumber(), kind, title, body, basis);
    }
}
