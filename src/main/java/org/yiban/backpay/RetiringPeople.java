package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.Ledger;
import org.yiban.person.NewPayment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.person.Scheme;

/** The retirement itself: status, first day of benefits, payments on record, personal account. Joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RetiringPeople {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final BackpayRecords records;
    private final BackpayReceipts receipts;
    private final DerivingBackpayFacts deriving;
    private final WeighingOptions weighing;
    private final BackpaySettings settings;
    private final BackpayLetters letters;
    private final EndingBackpays ending;
    private final People people;
    private final Payments payments;
    private final PersonalAccounts accounts;
    private final Ledger ledger;
    private final Cases cases;
    private final BusinessTime time;

    RetiringPeople(
            BackpayRecords records,
            BackpayReceipts receipts,
            DerivingBackpayFacts deriving,
            WeighingOptions weighing,
            BackpaySettings settings,
            BackpayLetters letters,
            EndingBackpays ending,
            People people,
            Payments payments,
            PersonalAccounts accounts,
            Ledger ledger,
            Cases cases,
            BusinessTime time) {
        this.records = records;
        this.receipts = receipts;
        this.deriving = deriving;
        this.weighing = weighing;
        this.settings = settings;
        this.letters = letters;
        this.ending = ending;
        this.people = people;
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.cases = cases;
        this.time = time;
    }

    /** When the age is reached; empty if it has been. */
    public Optional<ZonedDateTime> ageAhead(CaseNumber number) {
        LocalDate reached = records.require(number).stated().retirementAgeOn();
        return reached.isAfter(time.today()) ? Optional.of(reached.atStartOfDay(BusinessTime.ZONE)) : Optional.empty();
    }

    /** Retires the person, tells them, and closes the case. */
    public void retire(CaseNumber number) {
        Backpay backpay = records.require(number);
        LocalDate reached = backpay.stated().retirementAgeOn();
        boolean paid = backpay.choice() != null;
        LocalDate from = benefitsFrom(backpay);
        if (paid) {
            putOnRecord(backpay, from);
        }
        people.retire(
                backpay.personId(), paid && backpay.receivedOn().isAfter(reached) ? backpay.receivedOn() : reached);
        people.openEnrolment(backpay.personId(), backpay.pool(), Scheme.EMPLOYEE)
                .ifPresent(enrolment -> people.startBenefits(
                        enrolment.id(), from.isBefore(enrolment.from()) ? enrolment.from() : from));
        records.retired(number, from);
        letters.retired(records.require(number));
        cases.note(number, "retired", null, "办理退休医保待遇，自 " + from + " 起享受", null);
        ending.close(number, CaseState.COMPLETED, "自 " + from + " 起享受退休医保待遇");
    }

    /** What came in and stays becomes payments on record, and the account is credited. */
    void putOnRecord(Backpay backpay, LocalDate benefitsFrom) {
        AccountCredit credit = backpay.credit();
        BigDecimal credited = credit == null || backpay.diedOn() != null ? NOTHING : credit.amount();
        List<BackpayReceipt> staying = receipts.of(backpay.caseNumber()).stream()
                .filter(receipt ->
                        receipt.payment() == null && receipt.staying().signum() > 0)
                .toList();
        for (int i = 0; i < staying.size(); i++) {
            BackpayReceipt receipt = staying.get(i);
            payments.record(new NewPayment(
                    receipt.paymentReference(),
                    backpay.personId(),
                    backpay.pool(),
                    backpay.stated().identity(),
                    receipt.receivedOn(),
                    YearMonth.from(receipt.receivedOn()),
                    receipt.staying(),
                    i == 0 ? credited : NOTHING,
                    true,
                    benefitsFrom));
            receipts.onRecord(receipt.id(), receipt.paymentReference());
        }
        if (credited.signum() > 0 && !credit.credited()) {
            String reference = backpay.caseNumber() + "/credit";
            accounts.credit(backpay.personId(), backpay.pool(), credited, reference);
            ledger.contributionCredited(backpay.caseNumber(), backpay.pool(), credited, reference);
            records.credited(
                    backpay.caseNumber(), new AccountCredit(credit.amount(), credit.source(), credit.stated(), true));
            cases.note(
                    backpay.caseNumber(),
                    "accountCredited",
                    null,
                    "补计个人账户 " + credited + " 元：" + credit.source(),
                    null);
        }
    }

    /** The first day of benefits: the documents', a senior's, or as the agency set it where nobody says. */
    LocalDate benefitsFrom(Backpay backpay) {
        LocalDate reached = backpay.stated().retirementAgeOn();
        if (backpay.choice() == null) {
            return settings.benefitsFrom(BackpaySettings.After.YEARS_MET, backpay.pool(), reached);
        }
        LocalDate paidOn = backpay.receivedOn();
        LocalDate said = backpay.choice().bySenior() ? backpay.choice().benefitStart() : byDocuments(backpay);
        LocalDate day = paidOn.isAfter(reached) ? paidOn : reached;
        return said != null ? said : settings.benefitsFrom(BackpaySettings.After.PAYMENT, backpay.pool(), day);
    }

    private LocalDate byDocuments(Backpay backpay) {
        Map<String, String> question = new HashMap<>(deriving.question(backpay.facts()));
        question.put("quotedOn", backpay.choice().chosenOn().toString());
        question.put("paidOn", backpay.receivedOn().toString());
        return weighing.weigh(question)
                .option(backpay.choice().key())
                .map(BackpayOption::benefitStart)
                .orElse(null);
    }
}
