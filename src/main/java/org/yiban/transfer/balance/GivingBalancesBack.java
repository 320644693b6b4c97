package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.Regions;
import org.yiban.transfer.BalancesGivenBack;
import org.yiban.transfer.Side;
import org.yiban.transfer.Transfer;

/** Balances that go the way back, paid and matched as those that follow a relation. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GivingBalancesBack implements BalancesGivenBack {

    private final BalanceRecords records;
    private final BalanceSettings settings;
    private final PersonalAccounts accounts;
    private final SettlingShortfalls shortfalls;
    private final BalanceProcess process;
    private final Cases cases;
    private final Regions regions;
    private final BusinessTime time;

    GivingBalancesBack(
            BalanceRecords records,
            BalanceSettings settings,
            PersonalAccounts accounts,
            SettlingShortfalls shortfalls,
            BalanceProcess process,
            Cases cases,
            Regions regions,
            BusinessTime time) {
        this.records = records;
        this.settings = settings;
        this.accounts = accounts;
        this.shortfalls = shortfalls;
        this.process = process;
        this.cases = cases;
        this.regions = regions;
        this.time = time;
    }

    @Override
    public BigDecimal returnable(CaseNumber corrected) {
        return records.creditedAndNotGivenBack(corrected);
    }

    @Override
    public BigDecimal giveBack(Transfer correction, BigDecimal amount) {
        CaseNumber number = correction.caseNumber();
        BigDecimal moved = accounts.moveOut(correction.personId(), correction.toPool(), amount, number + "/balance");
        BalanceMove move = move(correction, Side.OUT, amount, moved);
        records.add(move);
        cases.note(
                number,
                "balanceGivenBack",
                null,
                moved.compareTo(amount) == 0
                        ? "误转的个人账户余额 " + amount + " 元从个人账户转出，由财务退付转出地"
                        : "误转的个人账户余额 " + amount + " 元，个人账户现只余 " + moved + " 元；按现有余额退付，差额 " + amount.subtract(moved)
                                + " 元由财务与参保人、转出地结清",
                null);
        shortfalls.open(move);
        if (moved.signum() > 0) {
            process.startPayment(number, correction.toPool());
        }
        return moved;
    }

    @Override
    public void expectBack(Transfer correction, BigDecimal amount) {
        CaseNumber number = correction.caseNumber();
        if (records.find(number).isPresent()) {
            throw ProblemException.invalid("balance", amount.toPlainString(), "本案已有在转的个人账户余额，不能再退回余额");
        }
        records.add(move(correction, Side.IN, amount, null));
        LocalDate today = time.today();
        cases.note(
                number,
                "balanceExpected",
                null,
                "等待" + regions.fullName(correction.toPool()) + "退回误转的个人账户余额 " + amount + " 元",
                null);
        process.expect(number, correction.fromPool(), settings.missingAt(correction.fromPool(), today));
    }

    private static BalanceMove move(Transfer correction, Side side, BigDecimal amount, BigDecimal moved) {
        return new BalanceMove(
                correction.caseNumber(),
                side,
                BalanceMove.referenceOf(correction.conversationId()),
                correction.pool(),
                correction.otherPool(),
                correction.personId(),
                amount,
                moved,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null);
    }
}
