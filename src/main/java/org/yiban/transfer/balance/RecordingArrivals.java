package org.yiban.transfer.balance;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.transfer.Side;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/**
 * Finance records what arrives of balances where no treasury says it: while it is waited for by the task, and at any other
 * time, also when nobody waits any more, on the case.
 */
@Component
public class RecordingArrivals {

    private final Access access;
    private final CaseTasks tasks;
    private final BalanceRecords records;
    private final MovingBalances moving;
    private final ReceivingBalances receiving;
    private final BalanceProcess process;
    private final Cases cases;

    RecordingArrivals(
            Access access,
            CaseTasks tasks,
            BalanceRecords records,
            MovingBalances moving,
            ReceivingBalances receiving,
            BalanceProcess process,
            Cases cases) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.moving = moving;
        this.receiving = receiving;
        this.process = process;
        this.cases = cases;
    }

    /**
     * Finance does the task that waits for the money.
     *
     * @throws ProblemException naming every field that is wrong; CONFLICT for a receipt that is on record already
     */
    @Transactional
    public void record(String taskId, String amount, LocalDate receivedOn, String receipt) {
        CaseNumber number = tasks.require(taskId, BalanceModel.RECORD_ARRIVAL).caseNumber();
        cases.lock(number);
        CaseTask task = tasks.require(taskId, BalanceModel.RECORD_ARRIVAL);
        record(records.require(number), amount, receivedOn, receipt);
        tasks.complete(task);
    }

    /**
     * Finance records money that arrived at whatever step the case is; whoever waits for it or looks into it goes on by it,
     * and if nobody does it is matched all the same.
     *
     * @throws ProblemException likewise; NOT_FOUND if the case is not one of the caller's pools, CONFLICT if it awaits no
     *     balance
     */
    @Transactional
    public void record(CaseNumber number, String amount, LocalDate receivedOn, String receipt) {
        cases.requireIn(access.current().casePools(), number);
        cases.lock(number);
        BalanceMove move = records.find(number)
                .filter(found -> found.side() == Side.IN)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CONFLICT, "caseNumber", number.value(), "这件案件没有要到账的个人账户余额；转移办结后才登记到账"));
        record(move, amount, receivedOn, receipt);
        process.arrived(number, move.pool(), moving.missingAt(move.pool()));
    }

    /** Whether the caller may record money for a balance. */
    boolean mayRecord(BalanceMove move) {
        return move.side() == Side.IN && access.current().has(Role.FINANCE, move.pool());
    }

    private void record(BalanceMove move, String amount, LocalDate receivedOn, String receipt) {
        CurrentUser user = access.require(move.pool(), Role.FINANCE);
        BalanceArrival arrival = receiving.arrival(amount, receivedOn, receipt, user.id());
        if (!receiving.record(move.caseNumber(), arrival)) {
            throw ProblemException.of(ProblemKind.CONFLICT, "receipt", arrival.receipt(), "这张凭证已经登记过");
        }
    }
}
