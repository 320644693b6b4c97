package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** What an account no longer holds of a balance that leaves it is a task of finance, until it is settled. */
@Component
public class SettlingShortfalls {

    private static final int LONGEST_PAPER = 60;

    private final Access access;
    private final CaseTasks tasks;
    private final BalanceRecords moves;
    private final ShortfallRecords records;
    private final BalanceProcess process;
    private final Cases cases;
    private final BusinessTime time;

    SettlingShortfalls(
            Access access,
            CaseTasks tasks,
            BalanceRecords moves,
            ShortfallRecords records,
            BalanceProcess process,
            Cases cases,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.moves = moves;
        this.records = records;
        this.process = process;
        this.cases = cases;
        this.time = time;
    }

    /** Opens the task if less left the account than was stated. */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(BalanceMove move) {
        BigDecimal missing = move.stated().subtract(move.moved());
        if (missing.signum() > 0) {
            records.add(move.caseNumber(), missing);
            process.settleShortfall(move.caseNumber(), move.pool());
        }
    }

    /**
     * Finance records how it was settled.
     *
     * @throws ProblemException naming every field that is wrong
     */
    @Transactional
    public void settle(String taskId, ShortfallSettlement settlement, String paper, LocalDate settledOn, String note) {
        CaseNumber number = tasks.require(taskId, BalanceModel.SETTLE_SHORTFALL).caseNumber();
        cases.lock(number);
        CaseTask task = tasks.require(taskId, BalanceModel.SETTLE_SHORTFALL);
        CurrentUser user = access.require(moves.require(number).pool(), Role.FINANCE);
        BalanceShortfall.Settled settled = read(settlement, paper, settledOn, note, user);
        records.settled(number, settled);
        BigDecimal amount = records.find(number).orElseThrow().amount();
        cases.note(
                number,
                "balanceShortfallSettled",
                CasePart.ASSESS,
                "个人账户余额差额 " + amount + " 元：" + settlement.title() + "（" + settled.on() + "，" + settled.paper() + "）："
                        + settled.note(),
                user.id());
        tasks.complete(task);
    }

    private BalanceShortfall.Settled read(
            ShortfallSettlement settlement, String paper, LocalDate settledOn, String note, CurrentUser user) {
        Violations violations = new Violations();
        String number = violations.collect(() -> FreeText.required("paper", paper));
        if (number != null && number.length() > LONGEST_PAPER) {
            violations.add("paper", number.substring(0, LONGEST_PAPER), "凭证或函件编号不超过 " + LONGEST_PAPER + " 个字");
        }
        if (settledOn == null) {
            violations.add("settledOn", null, "必填，格式 yyyy-MM-dd");
        } else if (settledOn.isAfter(time.today())) {
            violations.add("settledOn", settledOn.toString(), "结清日不能晚于今天（" + time.today() + "）");
        }
        String how = violations.collect(() -> FreeText.required("note", note));
        violations.throwIfAny();
        return new BalanceShortfall.Settled(
                settlement, number, settledOn, how, user.id(), time.now().toOffsetDateTime());
    }
}
