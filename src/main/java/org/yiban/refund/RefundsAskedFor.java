package org.yiban.refund;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseFile;
import org.yiban.casework.Cases;
import org.yiban.casework.RefundAsked;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.Payee;
import org.yiban.person.Payments;
import org.yiban.person.People;

/** Opens the refunds that other cases ask for: money that came in for them and closes nothing. */
@Component
class RefundsAskedFor {

    private final ReadingApplications reading;
    private final CheckingRefunds checking;
    private final RegisteringRefunds registering;
    private final People people;
    private final Payments payments;
    private final Cases cases;
    private final BusinessTime time;

    RefundsAskedFor(
            ReadingApplications reading,
            CheckingRefunds checking,
            RegisteringRefunds registering,
            People people,
            Payments payments,
            Cases cases,
            BusinessTime time) {
        this.reading = reading;
        this.checking = checking;
        this.registering = registering;
        this.people = people;
        this.payments = payments;
        this.cases = cases;
        this.time = time;
    }

    /**
     * Opens a refund and tells the asking case its number.
     *
     * @throws ProblemException naming every field of the payee that is wrong, and what stands against the refund
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RefundAsked asked) {
        PayeeRole payeeIs = payeeIs(asked.payeeIs());
        ApplicationPayee stated = new ApplicationPayee(asked.payeeName(), asked.accountNumber(), asked.bankCode());
        Payee payee = reading.payee(stated, payeeIs);
        RefundApplication application = new RefundApplication(
                null,
                people.require(asked.personId()).name(),
                asked.pool().value(),
                asked.reason(),
                asked.paymentReference(),
                time.today(),
                asked.eventOn(),
                null,
                null,
                null,
                null,
                stated,
                payeeIs.name(),
                null);
        CheckedRefund checked = checking.checkOnRecord(
                application,
                people.require(asked.personId()),
                payments.find(asked.paymentReference()).orElseThrow(),
                payee,
                payeeIs);
        CaseFile opened = registering.registerAsked(checked, asked.by(), "asked-" + asked.paymentReference());
        cases.note(opened.number(), "askedByCase", null, "由案件 " + asked.askedBy() + " 提出", null);
        asked.opened().accept(opened.number());
    }

    private static PayeeRole payeeIs(String code) {
        return Arrays.stream(PayeeRole.values())
                .filter(role -> role.name().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "payeeIs",
                        code,
                        "应为："
                                + Arrays.stream(PayeeRole.values())
                                        .map(role -> role.name() + "（" + role.title() + "）")
                                        .collect(Collectors.joining("、"))));
    }
}
