package org.yiban.backpay;

import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.Ledger;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.person.Scheme;

/**
 * What a retirement that is decided again left on record: status and first day of benefits are taken back, and the personal
 * account holds what the new decision credits. Until then the old decision stands. Joins the transaction of its process.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakingBackRetirements {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final BackpayRecords records;
    private final People people;
    private final PersonalAccounts accounts;
    private final Ledger ledger;
    private final Cases cases;

    TakingBackRetirements(
            BackpayRecords records, People people, PersonalAccounts accounts, Ledger ledger, Cases cases) {
        this.records = records;
        this.people = people;
        this.accounts = accounts;
        this.ledger = ledger;
        this.cases = cases;
    }

    /** Takes back that the person retired by this case; nothing if they did not. */
    void status(Backpay backpay) {
        if (!backpay.retired()) {
            return;
        }
        people.takeBackRetirement(backpay.personId());
        people.openEnrolment(backpay.personId(), backpay.pool(), Scheme.EMPLOYEE)
                .filter(enrolment -> backpay.benefitsFrom().equals(enrolment.benefitFrom()))
                .ifPresent(enrolment -> people.takeBackBenefits(enrolment.id()));
        records.retired(backpay.caseNumber(), null);
        cases.note(
                backpay.caseNumber(),
                "retirementTakenBack",
                null,
                "原来办理的退休医保待遇（自 " + backpay.benefitsFrom() + " 起）撤销，以重新办理的结果为准",
                null);
    }

    /** Takes back all of it: nobody retires by this case any more. */
    void all(Backpay backpay) {
        status(backpay);
        account(backpay, NOTHING, "不再补缴");
    }

    /**
     * The personal account holds an amount for the lump sum: credited what is missing, recovered what is too much, as far as
     * the account still has it. Each change is one of its own: what an account did not have may be recovered later.
     *
     * @param why where the amount comes from, in Chinese
     */
    void account(Backpay backpay, BigDecimal amount, String why) {
        CaseNumber number = backpay.caseNumber();
        BigDecimal more = amount.subtract(backpay.accountCredited());
        String reference = number + "/credit/" + cases.history(number).size();
        if (more.signum() > 0) {
            accounts.credit(backpay.personId(), backpay.pool(), more, reference);
            ledger.contributionCredited(number, backpay.pool(), more, reference);
            records.accountCredited(number, amount);
            cases.note(number, "accountCredited", null, "补计个人账户 " + more + " 元：" + why, null);
        } else if (more.signum() < 0) {
            BigDecimal back = accounts.recover(backpay.personId(), backpay.pool(), more.negate(), reference);
            if (back.signum() > 0) {
                ledger.recovered(number, backpay.pool(), back, reference);
            }
            records.accountCredited(number, backpay.accountCredited().subtract(back));
            cases.note(
                    number,
                    "accountRecovered",
                    null,
                    "收回原来补计的个人账户 " + back + " 元：" + why
                            + (back.compareTo(more.negate()) < 0
                                    ? "；账户余额不足，还有 " + more.negate().subtract(back) + " 元没有收回"
                                    : ""),
                    null);
        }
    }
}
