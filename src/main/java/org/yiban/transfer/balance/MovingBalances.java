package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderPurpose;
import org.yiban.ledger.OrderRequest;
import org.yiban.ledger.OrderSettled;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Payee;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.PaymentReturned;
import org.yiban.ledger.PoolAccounts;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.transfer.InformationTable;
import org.yiban.transfer.Side;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferEnded;
import org.yiban.transfer.TransferFiles;

/** The steps of a balance that moves which need no person. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MovingBalances {

    private final BalanceRecords records;
    private final BalanceSettings settings;
    private final TransferFiles transfers;
    private final PersonalAccounts accounts;
    private final PoolAccounts poolAccounts;
    private final PaymentOrders orders;
    private final Ledger ledger;
    private final Cases cases;
    private final Regions regions;
    private final SettlingShortfalls shortfalls;
    private final BalanceProcess process;
    private final BusinessTime time;

    MovingBalances(
            BalanceRecords records,
            BalanceSettings settings,
            TransferFiles transfers,
            PersonalAccounts accounts,
            PoolAccounts poolAccounts,
            PaymentOrders orders,
            Ledger ledger,
            Cases cases,
            Regions regions,
            SettlingShortfalls shortfalls,
            BalanceProcess process,
            BusinessTime time) {
        this.records = records;
        this.settings = settings;
        this.transfers = transfers;
        this.accounts = accounts;
        this.poolAccounts = poolAccounts;
        this.orders = orders;
        this.ledger = ledger;
        this.cases = cases;
        this.regions = regions;
        this.shortfalls = shortfalls;
        this.process = process;
        this.time = time;
    }

    /** The relation has moved: its balance follows, if there is one. */
    @EventListener
    void on(TransferEnded ended) {
        if (ended.state() != CaseState.COMPLETED
                || records.find(ended.caseNumber()).isPresent()) {
            return;
        }
        Transfer transfer = transfers.of(ended.caseNumber());
        BigDecimal stated = transfers
                .newestTable(transfer.caseNumber())
                .map(InformationTable::balance)
                .orElse(null);
        if (stated == null || stated.signum() == 0) {
            cases.note(
                    transfer.caseNumber(),
                    "noBalance",
                    null,
                    stated == null ? "转出地没有个人账户（居民医保或单建统筹），没有余额要转" : "个人账户余额为 0，没有余额要转",
                    null);
        } else if (transfer.side() == Side.OUT) {
            send(transfer, stated);
        } else {
            expect(transfer, stated);
        }
    }

    private void send(Transfer transfer, BigDecimal stated) {
        CaseNumber number = transfer.caseNumber();
        BigDecimal moved = accounts.moveOut(transfer.personId(), transfer.fromPool(), stated, number + "/balance");
        BalanceMove move = move(transfer, stated, moved);
        records.add(move);
        if (moved.compareTo(stated) < 0) {
            cases.note(
                    number,
                    "balanceShort",
                    null,
                    "信息表载明余额 " + stated + " 元，个人账户现只余 " + moved + " 元；按现有余额划转，差额由财务与转入地、参保人结清",
                    null);
        }
        shortfalls.open(move);
        if (moved.signum() > 0) {
            process.startPayment(number, transfer.fromPool());
        }
    }

    private void expect(Transfer transfer, BigDecimal stated) {
        CaseNumber number = transfer.caseNumber();
        records.add(move(transfer, stated, null));
        cases.note(
                number,
                "balanceExpected",
                null,
                "等待" + regions.fullName(transfer.fromPool()) + "划转个人账户余额 " + stated + " 元",
                null);
        process.expect(number, transfer.toPool(), settings.missingAt(transfer.toPool(), time.today()));
    }

    private static BalanceMove move(Transfer transfer, BigDecimal stated, BigDecimal moved) {
        return new BalanceMove(
                transfer.caseNumber(),
                transfer.side(),
                BalanceMove.referenceOf(transfer.conversationId()),
                transfer.pool(),
                transfer.otherPool(),
                transfer.personId(),
                stated,
                moved,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null);
    }

    /** Orders the payment to the account that is set for the other pool; {@code false} if none is. */
    public boolean orderPayment(CaseNumber number) {
        BalanceMove move = records.require(number);
        Optional<Payee> account = poolAccounts.of(move.otherPool());
        account.ifPresent(payee -> order(move, payee));
        return account.isPresent();
    }

    /** Orders the payment to an account. */
    void order(BalanceMove move, Payee payee) {
        orders.issue(new OrderRequest(
                move.reference(),
                move.caseNumber(),
                move.pool(),
                move.personId(),
                OrderPurpose.BALANCE_TRANSFER,
                move.moved(),
                payee,
                List.of()));
        cases.note(
                move.caseNumber(),
                "balanceOrdered",
                null,
                "开具付款单划转个人账户余额 " + move.moved() + " 元，收款方 " + payee.name() + "，账号 "
                        + payee.account().masked(),
                null);
    }

    @EventListener
    void on(OrderSettled settled) {
        records.find(settled.orderKey(), Side.OUT).ifPresent(move -> {
            if (settled.state() == OrderState.PAID) {
                cases.note(move.caseNumber(), "balancePaid", null, "个人账户余额 " + move.moved() + " 元已划付", null);
                records.ended(move.caseNumber(), BalanceOutcome.PAID);
                process.paid(move.caseNumber(), move.pool());
            } else {
                noteReturn(move, "个人账户余额的付款被退回：", settled.reason());
                process.rejected(move.caseNumber(), move.pool());
            }
        });
    }

    @EventListener
    void on(PaymentReturned returned) {
        records.find(returned.orderKey(), Side.OUT).ifPresent(move -> {
            noteReturn(move, "已划付的个人账户余额被收款银行退汇：", returned.reason());
            records.ended(move.caseNumber(), null);
            process.cameBack(move.caseNumber(), move.pool());
        });
    }

    private void noteReturn(BalanceMove move, String what, String reason) {
        cases.note(move.caseNumber(), "balanceRejected", null, what + reason, null);
    }

    /** Whether what arrived is what was stated. */
    public boolean matches(CaseNumber number) {
        BalanceMove move = records.require(number);
        if (!move.matches()) {
            cases.note(
                    number,
                    "balanceDiffers",
                    null,
                    "个人账户余额到账 " + move.arrived() + " 元，与信息表载明的 " + move.stated() + " 元不符，转人工核对",
                    null);
        }
        return move.matches();
    }

    /** Credits what arrived to the personal account, once. */
    public void credit(CaseNumber number) {
        BalanceMove move = records.require(number);
        BigDecimal amount = move.uncredited();
        if (amount.signum() > 0) {
            String reference = number + "/balance/" + move.arrived();
            accounts.credit(move.personId(), move.pool(), amount, reference);
            ledger.balanceCredited(number, move.pool(), amount, reference);
            records.credited(number, move.arrived());
        }
        BalanceOutcome outcome = move.matches() ? BalanceOutcome.CREDITED : BalanceOutcome.DIFFERENT;
        records.ended(number, outcome);
        cases.note(number, "balanceCredited", null, "个人账户记入 " + amount + " 元：" + outcome.title(), null);
        cases.issueNotice(number, "balanceCredited", "个人账户余额到账告知书", told(move), List.of());
    }

    private String told(BalanceMove move) {
        if (transfers.of(move.caseNumber()).side() == Side.OUT) {
            return regions.fullName(move.otherPool()) + "退回的误转个人账户余额 " + move.arrived() + " 元已记入您在"
                    + regions.fullName(move.pool()) + "的个人账户"
                    + (move.matches() ? "。" : "；对方通知退回的是 " + move.stated() + " 元，差异已经核对。");
        }
        return "您的医疗保险关系由" + regions.fullName(move.otherPool()) + "转入" + regions.fullName(move.pool())
                + "，随之转来的个人账户余额 " + move.arrived() + " 元已记入您的个人账户"
                + (move.matches() ? "，与转出地信息表载明的一致。" : "；转出地信息表载明的是 " + move.stated() + " 元，差异已经核对。");
    }

    /** When a balance of a pool is missed that is waited for from now on. */
    ZonedDateTime missingAt(RegionCode pool) {
        return settings.missingAt(pool, time.today());
    }
}
