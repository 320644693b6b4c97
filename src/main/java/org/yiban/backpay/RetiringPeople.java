package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.NewPayment;
import org.yiban.person.Payments;
import org.yiban.person.People;
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
    private final ContributionPlans plans;
    private final People people;
    private final Payments payments;
    private final ReturningBackpays returning;
    private final TakingBackRetirements takingBack;
    private final BackpayClocks clocks;
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
            ContributionPlans plans,
            People people,
            Payments payments,
            ReturningBackpays returning,
            TakingBackRetirements takingBack,
            BackpayClocks clocks,
            Cases cases,
            BusinessTime time) {
        this.records = records;
        this.receipts = receipts;
        this.deriving = deriving;
        this.weighing = weighing;
        this.settings = settings;
        this.letters = letters;
        this.ending = ending;
        this.plans = plans;
        this.people = people;
        this.payments = payments;
        this.returning = returning;
        this.takingBack = takingBack;
        this.clocks = clocks;
        this.cases = cases;
        this.time = time;
    }

    /** The day on which the age is reached, until which the clock stands; empty if it has been reached. */
    public Optional<LocalDate> awaitAge(CaseNumber number) {
        LocalDate reached = records.require(number).stated().retirementAgeOn();
        if (!reached.isAfter(time.today())) {
            return Optional.empty();
        }
        clocks.awaitAge(number, reached);
        return Optional.of(reached);
    }

    /**
     * Retires the person, tells them, and closes the case. What was paid and is not needed, because the years are there after
     * all, goes back. Whoever retired by other means meanwhile is not retired once more.
     */
    public void retire(CaseNumber number) {
        Backpay backpay = records.require(number);
        if (!backpay.retired() && people.require(backpay.personId()).retiredInsured()) {
            returning.all(backpay);
            ending.close(number, CaseState.NOT_NEEDED, "登记显示此人已另行办理退休医保待遇，不用再办");
            return;
        }
        LocalDate from = benefitsFrom(backpay);
        takingBack.status(backpay);
        if (backpay.choice() != null) {
            putOnRecord(backpay, from);
        } else {
            returning.all(backpay);
            takingBack.account(backpay, NOTHING, "年限已够，不用补缴");
        }
        people.retire(backpay.personId(), thereOn(backpay));
        people.openEnrolment(backpay.personId(), backpay.pool(), Scheme.EMPLOYEE)
                .ifPresent(enrolment -> people.startBenefits(
                        enrolment.id(), from.isBefore(enrolment.from()) ? enrolment.from() : from));
        records.retired(number, from);
        letters.retired(records.require(number));
        cases.note(number, "retired", null, "办理退休医保待遇，自 " + from + " 起享受", null);
        ending.close(number, CaseState.COMPLETED, "自 " + from + " 起享受退休医保待遇");
    }

    /** The day on which age and years are there: that of the last payment, or of the end of a plan, if it came later. */
    private LocalDate thereOn(Backpay backpay) {
        LocalDate reached = backpay.stated().retirementAgeOn();
        if (backpay.choice() != null) {
            return backpay.receivedOn().isAfter(reached) ? backpay.receivedOn() : reached;
        }
        LocalDate byMonths = YearsThere.on(reached, backpay.years(), backpay.facts(), backpay.tests());
        LocalDate day = byMonths.isAfter(time.today()) ? time.today() : byMonths;
        return plans.endedOn(backpay.caseNumber()).filter(day::isBefore).orElse(day);
    }

    /** What came in and stays becomes payments on record, and the account is credited. */
    void putOnRecord(Backpay backpay, LocalDate benefitsFrom) {
        AccountCredit credit = backpay.credit();
        BigDecimal credited = credit == null || backpay.diedOn() != null ? NOTHING : credit.amount();
        BigDecimal more = credited.subtract(backpay.accountCredited()).max(NOTHING);
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
                    i == 0 ? more : NOTHING,
                    true,
                    benefitsFrom));
            receipts.onRecord(receipt.id(), receipt.paymentReference());
        }
        takingBack.account(backpay, credited, credit == null ? "不补计个人账户" : credit.source());
        if (credited.signum() > 0) {
            records.credited(
                    backpay.caseNumber(), new AccountCredit(credit.amount(), credit.source(), credit.stated(), true));
        }
    }

    /**
     * The first day of benefits: the documents', or a senior's, if it does not lie before the month of the age; else as the
     * agency set it.
     */
    LocalDate benefitsFrom(Backpay backpay) {
        LocalDate day = thereOn(backpay);
        if (backpay.choice() == null) {
            return settings.benefitsFrom(BackpaySettings.After.YEARS_MET, backpay.pool(), day);
        }
        LocalDate said = backpay.choice().bySenior() ? backpay.choice().benefitStart() : byDocuments(backpay);
        LocalDate byAgency = settings.benefitsFrom(BackpaySettings.After.PAYMENT, backpay.pool(), day);
        LocalDate age = YearMonth.from(backpay.stated().retirementAgeOn()).atDay(1);
        return said == null || said.isBefore(age) ? byAgency : said;
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
