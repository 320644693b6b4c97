package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.ledger.CollectionOrders;
import org.yiban.person.Enrolment;
import org.yiban.person.LateMonths;
import org.yiban.person.MemberIdentity;
import org.yiban.person.NewPayment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.Scheme;

/**
 * Puts what was paid for a gap on record: its months, marked as paid later, so that they count like any others, and the
 * payments, so that a refund can name them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordingGaps {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final LateMonths months;
    private final Payments payments;
    private final People people;
    private final CollectionOrders collections;
    private final Cases cases;

    RecordingGaps(LateMonths months, Payments payments, People people, CollectionOrders collections, Cases cases) {
        this.months = months;
        this.payments = payments;
        this.people = people;
        this.collections = collections;
        this.cases = cases;
    }

    /** The gap is paid: its months and payments stand in the record of the transfer-in pool. Done twice, it is done once. */
    void paid(BenefitGap gap) {
        YearMonth first = firstUnpaid(gap);
        SortedMap<YearMonth, BigDecimal> gapMonths = new TreeMap<>();
        for (int i = 0; i < gap.quotes().unpaidMonths(); i++) {
            gapMonths.put(first.plusMonths(i), null);
        }
        int added = months.record(gap.personId(), gap.pool(), gapMonths, gap.receivedOn())
                .size();
        collections.of(gap.caseNumber()).stream()
                .filter(order -> gap.ordered(order.key()) && order.collected().signum() > 0)
                .forEach(order -> record(
                        gap,
                        gap.caseNumber() + "-B"
                                + order.key().substring(order.key().lastIndexOf('/') + 1),
                        order.collected(),
                        order.receivedOn(),
                        first,
                        gapMonths.lastKey()));
        cases.note(
                gap.caseNumber(),
                "gapRecorded",
                null,
                "补缴的 " + first + " 至 " + gapMonths.lastKey() + " 记入缴费记录（" + added + " 个月）",
                null);
    }

    /**
     * Money for a gap that goes back: it stands on record, so that a refund can name it.
     *
     * @param id ours of that money
     * @return its receipt number on record
     */
    String goesBack(BenefitGap gap, long id, BigDecimal amount, LocalDate receivedOn) {
        String reference = gap.caseNumber() + "-B" + id + "T";
        record(gap, reference, amount, receivedOn, YearMonth.from(receivedOn), YearMonth.from(receivedOn));
        return reference;
    }

    private void record(
            BenefitGap gap, String reference, BigDecimal amount, LocalDate receivedOn, YearMonth from, YearMonth to) {
        payments.record(new NewPayment(
                reference,
                gap.personId(),
                gap.pool(),
                identity(gap),
                receivedOn,
                from,
                to,
                amount,
                NOTHING,
                false,
                receivedOn));
    }

    private static YearMonth firstUnpaid(BenefitGap gap) {
        return YearMonth.parse(gap.facts().value("lastPaidMonth")).plusMonths(1);
    }

    /** As the move stands; who has no relation there any more pays for themselves. */
    private MemberIdentity identity(BenefitGap gap) {
        String stated = gap.facts().value("identity");
        return stated != null
                ? MemberIdentity.valueOf(stated)
                : people.openEnrolment(gap.personId(), gap.pool(), Scheme.EMPLOYEE)
                        .map(Enrolment::identity)
                        .orElse(MemberIdentity.FLEXIBLE);
    }
}
