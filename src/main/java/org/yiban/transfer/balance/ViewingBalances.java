package org.yiban.transfer.balance;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.transfer.Side;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.ViewingTransfers;
import org.yiban.workflow.CaseTasks;

/** Shows staff the balances that move with the transfers of their own pools, each as it stands at one moment. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingBalances {

    private final Access access;
    private final CaseTasks tasks;
    private final ViewingTransfers transfers;
    private final BalanceRecords records;
    private final ShortfallRecords shortfalls;
    private final RecordingArrivals recording;
    private final PaymentOrders orders;

    ViewingBalances(
            Access access,
            CaseTasks tasks,
            ViewingTransfers transfers,
            BalanceRecords records,
            ShortfallRecords shortfalls,
            RecordingArrivals recording,
            PaymentOrders orders) {
        this.access = access;
        this.tasks = tasks;
        this.transfers = transfers;
        this.records = records;
        this.shortfalls = shortfalls;
        this.recording = recording;
        this.orders = orders;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /**
     * The balance of a case; empty if it moves none.
     *
     * @throws ProblemException NOT_FOUND if the case is not one of the caller's pools
     */
    public Optional<BalanceView> find(CaseNumber number) {
        TransferView transfer = transfers.of(number);
        return records.find(number).map(move -> view(move, transfer));
    }

    /** The balance of a case that moves one, likewise. */
    public BalanceView of(CaseNumber number) {
        return find(number)
                .orElseThrow(() ->
                        ProblemException.of(ProblemKind.NOT_FOUND, "caseNumber", number.value(), "本案没有要转的个人账户余额"));
    }

    private BalanceView view(BalanceMove move, TransferView transfer) {
        CaseNumber number = move.caseNumber();
        return new BalanceView(
                number.value(),
                transfer.poolName(),
                transfer.person(),
                transfer.identity(),
                transfer.fromRegionName(),
                transfer.toRegionName(),
                transfer.appliedOn(),
                transfer.contactPhone(),
                move.side().name(),
                move.reference(),
                move.stated(),
                move.moved(),
                move.arrived(),
                move.credited(),
                move.side() == Side.IN ? move.arrived().subtract(move.stated()) : null,
                records.arrivals(number),
                orders.find(move.reference())
                        .filter(order -> move.side() == Side.OUT)
                        .map(ViewingBalances::shown)
                        .orElse(null),
                shortfalls.find(number).map(this::shown).orElse(null),
                recording.mayRecord(move),
                move.outcome() == null ? null : move.outcome().name(),
                move.outcome() == null ? null : move.outcome().title(),
                transfer.history());
    }

    private BalanceView.Shortfall shown(BalanceShortfall shortfall) {
        BalanceShortfall.Settled settled = shortfall.settled();
        return settled == null
                ? new BalanceView.Shortfall(shortfall.amount(), null, null, null, null, null)
                : new BalanceView.Shortfall(
                        shortfall.amount(),
                        settled.settlement().title(),
                        settled.paper(),
                        settled.on(),
                        settled.note(),
                        access.nameOf(settled.byUser()));
    }

    private static BalanceView.Payment shown(PaymentOrder order) {
        return new BalanceView.Payment(
                order.payeeName(), order.accountMasked(), order.state().title(), order.reason());
    }
}
