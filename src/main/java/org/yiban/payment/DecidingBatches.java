package org.yiban.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Settlement;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** What people decide in the tasks of a batch. Task, batch and ledger change together or not at all. */
@Component
@Transactional
public class DecidingBatches {

    private final Access access;
    private final CaseTasks tasks;
    private final BatchRecords records;
    private final BatchNotes notes;
    private final SettlingPayments settling;
    private final RunningBatches running;
    private final PaymentSettings settings;

    DecidingBatches(
            Access access,
            CaseTasks tasks,
            BatchRecords records,
            BatchNotes notes,
            SettlingPayments settling,
            RunningBatches running,
            PaymentSettings settings) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.notes = notes;
        this.settling = settling;
        this.running = running;
        this.settings = settings;
    }

    /**
     * Approves a batch, upon which its file leaves, or refuses it, upon which its orders are open again.
     *
     * @param reason required where it is refused
     * @throws ProblemException FORBIDDEN for who drew it up, or may not approve in the pool
     */
    public PaymentBatch approve(String taskId, boolean approved, String reason) {
        CaseTask task = tasks.require(taskId, PaymentModel.APPROVE_BATCH);
        PaymentBatch batch = records.lock(task.caseNumber());
        CurrentUser user = access.require(batch.pool(), Role.APPROVE);
        if (user.id().equals(batch.drawnBy())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "批次 " + batch.number() + " 是您编制的，不能再由您审批；请交由其他审批人办理");
        }
        String why = approved ? null : FreeText.required("reason", reason);
        records.decide(batch.number(), approved, user.id(), why);
        notes.add(batch.number(), approved ? "审批通过" : "不予发出：" + why, user.id());
        tasks.complete(task, PaymentModel.BATCH_APPROVED, approved);
        return records.require(batch.number());
    }

    /** Records that finance handed the file over to the treasury. */
    public PaymentBatch deliver(String taskId, String note) {
        return noteAndComplete(taskId, PaymentModel.DELIVER_FILE, "付款文件已送交财政", FreeText.optional("note", note));
    }

    /** Records what finance learnt of results that are late; they are awaited for another term. */
    public PaymentBatch chase(String taskId, String note) {
        PaymentBatch batch =
                noteAndComplete(taskId, PaymentModel.CHASE_RESULTS, "催办结果", FreeText.required("note", note));
        records.expectResultsUntil(batch.number(), running.resultsDue(batch, settings.resultsWithin(batch.pool())));
        return records.require(batch.number());
    }

    /** Takes note that the treasury did not take the file; the orders without a result are open again. */
    public PaymentBatch confirmRefusedFile(String taskId, String note) {
        return noteAndComplete(taskId, PaymentModel.CONFIRM_REFUSED_FILE, "确认财政整批退回", FreeText.required("note", note));
    }

    /**
     * Settles payments of the batch of which the treasury does not know, with the evidence that finance found; the task is
     * done with the last of them.
     *
     * @param findings one for each payment that was found out about; none only if no payment is unknown any more
     * @throws ProblemException INVALID_INPUT if one is not unknown, or without evidence
     */
    public PaymentBatch settleUnknown(String taskId, List<FoundOutcome> findings) {
        CaseTask task = tasks.require(taskId, PaymentModel.SETTLE_UNKNOWN);
        PaymentBatch batch = records.lock(task.caseNumber());
        CurrentUser user = access.require(batch.pool(), Role.FINANCE);
        Map<String, BatchLine> unknown = records.lines(batch.number()).stream()
                .filter(line -> OrderState.UNKNOWN.name().equals(line.outcome()))
                .collect(Collectors.toMap(BatchLine::order, Function.identity()));
        List<FoundOutcome> checked = check(findings, unknown);
        notes.add(batch.number(), "核实结果不明的付款 " + checked.size() + " 笔", user.id());
        if (checked.size() == unknown.size()) {
            tasks.complete(task);
        }
        checked.forEach(found -> settling.settle(
                batch.number(),
                unknown.get(found.order()).orderId(),
                found.order(),
                unknown.get(found.order()).attempt(),
                new Settlement(found.state(), found.reason(), "人工核实：" + found.evidence(), user.id())));
        return records.require(batch.number());
    }

    private static List<FoundOutcome> check(List<FoundOutcome> findings, Map<String, BatchLine> unknown) {
        Violations violations = new Violations();
        List<FoundOutcome> checked = new ArrayList<>();
        List<FoundOutcome> given = findings == null ? List.of() : findings;
        for (int i = 0; i < given.size(); i++) {
            FoundOutcome found = given.get(i);
            String field = "results[" + i + "].";
            if (found.order() == null || !unknown.containsKey(found.order())) {
                violations.add(field + "order", found.order(), "不是本批次结果不明的付款单");
            }
            if (found.state() != OrderState.PAID && found.state() != OrderState.REJECTED) {
                violations.add(field + "state", String.valueOf(found.state()), "应为 PAID（已付）或 REJECTED（未付，退回）");
            }
            String evidence = violations.collect(() -> FreeText.required(field + "evidence", found.evidence()));
            String reason = violations.collect(() -> found.state() == OrderState.REJECTED
                    ? FreeText.required(field + "reason", found.reason())
                    : FreeText.optional(field + "reason", found.reason()));
            checked.add(new FoundOutcome(found.order(), found.state(), evidence, reason));
        }
        Set<String> named = given.stream().map(FoundOutcome::order).collect(Collectors.toSet());
        if (given.isEmpty() && !unknown.isEmpty()) {
            violations.add("results", null, "必填：至少一张付款单的核实结果");
        }
        if (named.size() < given.size()) {
            violations.add("results", null, "同一付款单只能写一次");
        }
        violations.throwIfAny();
        return checked;
    }

    private PaymentBatch noteAndComplete(String taskId, String step, String what, String note) {
        CaseTask task = tasks.require(taskId, step);
        PaymentBatch batch = records.lock(task.caseNumber());
        CurrentUser user = access.require(batch.pool(), Role.FINANCE);
        notes.add(batch.number(), note == null ? what : what + "：" + note, user.id());
        tasks.complete(task);
        return records.require(batch.number());
    }

    /**
     * What finance found out about a payment.
     *
     * @param state {@code PAID} or {@code REJECTED}
     * @param evidence where that is known from, as the number of a bank statement
     * @param reason why it came back; {@code null} if it was paid
     */
    public record FoundOutcome(String order, OrderState state, String evidence, String reason) {}
}
