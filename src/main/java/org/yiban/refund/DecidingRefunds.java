package org.yiban.refund;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Payee;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.policy.known.Correction;
import org.yiban.refund.facts.RefundApproval;
import org.yiban.refund.facts.RefundEvidence;
import org.yiban.refund.facts.RefundFacts;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The steps of a refund that people decide. Each saves the decision and completes its task in one transaction. */
@Component
public class DecidingRefunds {

    private final Access access;
    private final RefundTasks tasks;
    private final RefundRecords records;
    private final CorrectingFacts correcting;
    private final DecidingRefundsByTables deciding;
    private final RefundEvidence evidence;
    private final RefundApproval approval;
    private final ReadingApplications reading;
    private final PaymentOrders orders;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final Clocks clocks;
    private final BusinessTime time;

    DecidingRefunds(
            Access access,
            RefundTasks tasks,
            RefundRecords records,
            CorrectingFacts correcting,
            DecidingRefundsByTables deciding,
            RefundEvidence evidence,
            RefundApproval approval,
            ReadingApplications reading,
            PaymentOrders orders,
            Cases cases,
            FourEyes fourEyes,
            Clocks clocks,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.correcting = correcting;
        this.deciding = deciding;
        this.evidence = evidence;
        this.approval = approval;
        this.reading = reading;
        this.orders = orders;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * The facts are clear and the evidence is there: the tables decide.
     *
     * @param corrections what the record has wrong, each with a reason
     * @param seen codes of the evidence that was seen; all that is required must be among it
     * @throws ProblemException naming the facts that are still open and the evidence that is missing
     */
    @Transactional
    public void confirmFacts(String taskId, List<Correction> corrections, List<String> seen) {
        CaseTask task = tasks.take(taskId, RefundModel.CHECK_FACTS);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.REVIEW);
        Violations violations = new Violations();
        RefundFacts facts =
                violations.collect(() -> correcting.correct(records.claim(refund), refund.facts(), corrections));
        List<String> checked = evidenceSeen(refund, seen, violations);
        evidence.needed(refund.reason(), refund.pool()).stream()
                .filter(needed -> needed.required() && !checked.contains(needed.code()))
                .forEach(missing -> violations.add("evidence", missing.code(), "还没有看到必需的材料：" + missing.title()));
        violations.throwIfAny();
        Refund known = refund.change().facts(facts).evidenceSeen(checked).done();
        records.save(known);
        String said = "核对事实与材料" + correcting.said(refund, known, corrections);
        cases.note(task.caseNumber(), "factsChecked", CasePart.ASSESS, said, user.id());
        tasks.complete(
                task, Map.of(RefundModel.SUPPLEMENT_NEEDED.name(), false, RefundModel.FACTS_REFUSED.name(), false));
    }

    private List<String> evidenceSeen(Refund refund, List<String> seen, Violations violations) {
        List<String> codes = seen == null ? List.of() : seen;
        List<String> known = evidence.needed(refund.reason(), refund.pool()).stream()
                .map(needed -> needed.code())
                .toList();
        codes.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> violations.add("evidence", code, "没有这种材料；可选：" + String.join("、", known)));
        return codes;
    }

    /** Evidence is missing: the applicant is asked for it, and the clock stands until it comes (补正). */
    @Transactional
    public void askForSupplement(String taskId, String what) {
        CaseTask task = tasks.take(taskId, RefundModel.CHECK_FACTS);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.REVIEW);
        String missing = FreeText.required("supplement", what);
        clocks.pause(task.caseNumber(), PauseReason.APPLICANT_SUPPLEMENT, ClockEntry.by(user.id(), missing));
        cases.note(task.caseNumber(), "supplementAsked", CasePart.ASSESS, "请申请人补正：" + missing, user.id());
        tasks.complete(
                task, Map.of(RefundModel.SUPPLEMENT_NEEDED.name(), true, RefundModel.FACTS_REFUSED.name(), false));
    }

    /** The request is refused for a reason that no table knows, as evidence that proves the contrary. */
    @Transactional
    public void refuse(String taskId, String reason) {
        CaseTask task = tasks.take(taskId, RefundModel.CHECK_FACTS);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.REVIEW);
        String why = FreeText.required("reason", reason);
        records.save(refund.change().stopReason(why).done());
        cases.note(task.caseNumber(), "factsRefused", CasePart.ASSESS, "不予办理：" + why, user.id());
        tasks.complete(
                task, Map.of(RefundModel.SUPPLEMENT_NEEDED.name(), false, RefundModel.FACTS_REFUSED.name(), true));
    }

    /** What was asked for came, or did not come in time; the clock goes on. */
    @Transactional
    public void recordSupplement(String taskId, boolean received, String note) {
        CaseTask task = tasks.take(taskId, RefundModel.RECORD_SUPPLEMENT);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.INTAKE);
        String text = FreeText.required("note", note);
        clocks.resume(task.caseNumber(), ClockEntry.by(user.id(), text));
        cases.note(
                task.caseNumber(),
                received ? "supplementReceived" : "supplementMissing",
                CasePart.REGISTER,
                (received ? "收到补正材料：" : "没有收到补正材料：") + text,
                user.id());
        if (!received) {
            records.save(refund.change().stopReason("没有补正所需的材料：" + text).done());
        }
        tasks.complete(task, Map.of(RefundModel.SUPPLEMENT_RECEIVED.name(), received));
    }

    /**
     * Assesses what the tables counted (核定).
     *
     * @param corrections the facts on which the amount still depends, or that turned out otherwise; each with a reason
     */
    @Transactional
    public void assess(String taskId, List<Correction> corrections) {
        CaseTask task = tasks.take(taskId, RefundModel.ASSESS_REFUND);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.REVIEW);
        Refund assessed = refund;
        if (!refund.ruling().counted() || (corrections != null && !corrections.isEmpty())) {
            RefundFacts facts = correcting.correctAmount(
                    records.claim(refund),
                    refund.facts(),
                    corrections,
                    refund.ruling().scope());
            assessed = deciding.count(refund.change().facts(facts).done());
        }
        if (assessed.stopReason() != null) {
            throw ProblemException.of(ProblemKind.CONFLICT, assessed.stopReason() + "；请退回核对事实");
        }
        BigDecimal amount = assessed.ruling().amount();
        String said = "核定退费 " + amount + " 元" + correcting.said(refund, assessed, corrections);
        cases.note(task.caseNumber(), "assessed", CasePart.ASSESS, said, user.id());
        Map<String, Object> facts = new HashMap<>();
        RefundResult result = RefundResult.of(assessed);
        facts.put(RefundModel.RETURNED.name(), false);
        facts.put(RefundModel.RELATION_ENDS.name(), result.relationEnds());
        facts.put(RefundModel.ACCOUNT_TO_RECOVER.name(), result.accountToRecover());
        facts.put(
                RefundModel.APPROVERS.name(),
                approval.approver(amount, refund.pool()).groupId(refund.pool()));
        tasks.complete(task, facts);
    }

    /** Sends a refund back to those who check its facts. */
    @Transactional
    public void returnAssessment(String taskId, String reason) {
        giveBack(taskId, RefundModel.ASSESS_REFUND, CasePart.ASSESS, reason, Role.REVIEW);
    }

    /** Approves a refund that others registered and assessed (审批). */
    @Transactional
    public void approve(String taskId) {
        CaseTask task = tasks.take(taskId, RefundModel.APPROVE_REFUND);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = requireApprover(refund);
        cases.note(
                task.caseNumber(),
                "approved",
                CasePart.APPROVE,
                "批准退费 " + refund.ruling().amount() + " 元",
                user.id());
        tasks.complete(task, Map.of(RefundModel.RETURNED.name(), false));
    }

    /** Sends a refund back to those who check its facts; who does so is an approver all the same. */
    @Transactional
    public void returnApproval(String taskId, String reason) {
        CaseTask task = tasks.take(taskId, RefundModel.APPROVE_REFUND);
        CurrentUser user = requireApprover(records.require(task.caseNumber()));
        giveBack(task, CasePart.APPROVE, reason, user);
    }

    private CurrentUser requireApprover(Refund refund) {
        Role role = approval.approver(refund.ruling().amount(), refund.pool());
        CurrentUser user = access.require(refund.pool(), role);
        fourEyes.requireMayApprove(refund.caseNumber(), user.id());
        return user;
    }

    private void giveBack(String taskId, String step, CasePart part, String reason, Role role) {
        CaseTask task = tasks.take(taskId, step);
        CurrentUser user = access.require(records.require(task.caseNumber()).pool(), role);
        giveBack(task, part, reason, user);
    }

    private void giveBack(CaseTask task, CasePart part, String reason, CurrentUser user) {
        String why = FreeText.required("reason", reason);
        cases.note(task.caseNumber(), "returned", part, "退回核对：" + why, user.id());
        tasks.complete(task, Map.of(RefundModel.RETURNED.name(), true));
    }

    /**
     * What the personal account did not cover did not come in: it is asked for again, or kept from the refund.
     *
     * @throws ProblemException CONFLICT if the refund does not cover it
     */
    @Transactional
    public void decideRest(String taskId, boolean collectAgain, String reason) {
        CaseTask task = tasks.take(taskId, RefundModel.DECIDE_REST);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.SUPERVISE);
        String why = FreeText.required("reason", reason);
        if (!collectAgain) {
            BigDecimal rest = refund.rest();
            if (rest.compareTo(refund.ruling().amount()) >= 0) {
                throw ProblemException.of(
                        ProblemKind.CONFLICT,
                        "decision",
                        "DEDUCT",
                        "未收回的 " + rest + " 元不少于退费 " + refund.ruling().amount() + " 元，不够抵扣；请再次收缴");
            }
            deciding.deduct(refund, rest);
        }
        cases.note(
                task.caseNumber(),
                "restDecided",
                CasePart.ASSESS,
                (collectAgain ? "差额再次收缴：" : "差额从退费中抵扣：") + why,
                user.id());
        tasks.complete(task, Map.of(RefundModel.COLLECT_AGAIN.name(), collectAgain));
    }

    /** The account that the payment came back from is corrected; the same order goes out again. */
    @Transactional
    public void correctAccount(String taskId, ApplicationPayee stated, String reason) {
        CaseTask task = tasks.take(taskId, RefundModel.CORRECT_ACCOUNT);
        Refund refund = records.require(task.caseNumber());
        CurrentUser user = access.require(refund.pool(), Role.INTAKE);
        Violations violations = new Violations();
        Payee payee = violations.collect(() -> reading.payee(stated, refund.payeeIs()));
        String why = violations.collect(() -> FreeText.required("reason", reason));
        violations.throwIfAny();
        orders.correctPayee(cameBack(refund).key(), payee, user.id());
        records.save(refund, payee);
        cases.note(
                task.caseNumber(),
                "accountCorrected",
                CasePart.REGISTER,
                "收款账户由 " + refund.payee().maskedAccount() + " 更正为 "
                        + payee.account().masked() + "：" + why,
                user.id());
        tasks.complete(task, Map.of());
    }

    /** The order that came back: of this round, or of an earlier one whose payment was returned later. */
    private PaymentOrder cameBack(Refund refund) {
        return orders.of(refund.caseNumber()).stream()
                .filter(order -> order.state() == OrderState.REJECTED)
                .findFirst()
                .orElseGet(() -> orders.require(refund.orderKey()));
    }
}
