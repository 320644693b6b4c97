package org.yiban.transfer.balance;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.Payee;
import org.yiban.ledger.PaymentOrders;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The steps of a balance that moves which people decide. Each saves the decision and completes its task at once. */
@Component
public class DecidingBalances {

    private static final String REASON = "reason";

    private final Access access;
    private final CaseTasks tasks;
    private final BalanceRecords records;
    private final MovingBalances moving;
    private final PaymentOrders orders;
    private final Cases cases;

    DecidingBalances(
            Access access,
            CaseTasks tasks,
            BalanceRecords records,
            MovingBalances moving,
            PaymentOrders orders,
            Cases cases) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.moving = moving;
        this.orders = orders;
        this.cases = cases;
    }

    /**
     * Finance states the account of the other pool, which no setting names, and by which paper it knows; the payment is
     * ordered to it.
     *
     * @throws ProblemException naming every field that is wrong
     */
    @Transactional
    public void stateAccount(String taskId, OtherAccount account) {
        CaseTask task = take(taskId, BalanceModel.STATE_ACCOUNT);
        BalanceMove move = records.require(task.caseNumber());
        CurrentUser user = access.require(move.pool(), Role.FINANCE);
        Checked checked = check(account);
        cases.note(
                task.caseNumber(),
                "balanceAccountStated",
                CasePart.ASSESS,
                "填写对方收款账户 " + checked.payee().account().masked() + "（" + checked.source() + "）",
                user.id());
        moving.order(move, checked.payee());
        tasks.complete(task);
    }

    /** Finance states another account, after a payment came back. */
    @Transactional
    public void correctAccount(String taskId, OtherAccount account) {
        CaseTask task = take(taskId, BalanceModel.CORRECT_ACCOUNT);
        BalanceMove move = records.require(task.caseNumber());
        CurrentUser user = access.require(move.pool(), Role.FINANCE);
        Checked checked = check(account);
        orders.correctPayee(move.reference(), checked.payee(), user.id());
        cases.note(
                task.caseNumber(),
                "balanceAccountCorrected",
                CasePart.ASSESS,
                "更正对方收款账户为 " + checked.payee().account().masked() + "（" + checked.source() + "）",
                user.id());
        tasks.complete(task);
    }

    private static Checked check(OtherAccount account) {
        Violations violations = new Violations();
        Payee payee = violations.collect(
                () -> Payee.parse("", account.name(), account.accountNumber(), account.bankCode(), true));
        String source = violations.collect(() -> FreeText.required("source", account.source()));
        violations.throwIfAny();
        return new Checked(payee, source);
    }

    /**
     * Something else arrived than was stated: it is credited as it came, or more is waited for.
     *
     * @param credit {@code false} to wait
     * @throws ProblemException CONFLICT if more than was stated is here and more is waited for
     */
    @Transactional
    public void settleDifference(String taskId, boolean credit, String reason) {
        CaseTask task = take(taskId, BalanceModel.SETTLE_DIFFERENCE);
        BalanceMove move = records.require(task.caseNumber());
        CurrentUser user = access.require(move.pool(), Role.REVIEW);
        String why = FreeText.required(REASON, reason);
        if (!credit && move.arrived().compareTo(move.stated()) > 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "decision", "WAIT", "到账已多于信息表载明的余额，没有要等的；请按实际到账记入，或与对方更正");
        }
        cases.note(
                task.caseNumber(),
                "balanceDifferenceSettled",
                CasePart.ASSESS,
                (credit ? "余额差异：按实际到账 " + move.arrived() + " 元记入：" : "余额差异：等待其余款项：") + why,
                user.id());
        tasks.complete(task, waiting(BalanceModel.AS_IT_CAME.name(), credit, move));
    }

    /** Nothing arrived in time: it is waited for further, after the other pool was asked, or not any more. */
    @Transactional
    public void chase(String taskId, boolean wait, String reason) {
        CaseTask task = take(taskId, BalanceModel.CHASE_BALANCE);
        BalanceMove move = records.require(task.caseNumber());
        CurrentUser user = access.require(move.pool(), Role.REVIEW);
        String why = FreeText.required(REASON, reason);
        cases.note(
                task.caseNumber(),
                "balanceChased",
                CasePart.ASSESS,
                (wait ? "余额没有到账，已向对方查询，继续等待：" : "余额没有到账，不再等待：") + why,
                user.id());
        if (!wait) {
            records.ended(task.caseNumber(), BalanceOutcome.NEVER);
        }
        tasks.complete(task, waiting(BalanceModel.AWAITED.name(), wait, move));
    }

    private Map<String, Object> waiting(String decision, boolean value, BalanceMove move) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(decision, value);
        facts.put(
                BalanceModel.MISSING_AT.name(),
                moving.missingAt(move.pool()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        return facts;
    }

    private CaseTask take(String taskId, String definitionKey) {
        CaseNumber number = tasks.require(taskId, definitionKey).caseNumber();
        cases.lock(number);
        return tasks.require(taskId, definitionKey);
    }

    /**
     * The account of another pool's agency.
     *
     * @param accountNumber in full
     * @param bankCode twelve digits
     * @param source by which paper it is known
     */
    public record OtherAccount(String name, String accountNumber, String bankCode, String source) {

        /** Never prints the account. */
        @Override
        public String toString() {
            return "OtherAccount[" + name + "]";
        }
    }

    private record Checked(Payee payee, String source) {}
}
