package org.yiban.refund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.Claims;
import org.yiban.person.Enrolment;
import org.yiban.person.Payment;
import org.yiban.person.People;

/** The enrolments that rest on payments which are given back (JL2022-19 art.22(1): 相关参保关系). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundedRelations {

    private final People people;
    private final Claims claims;
    private final Cases cases;
    private final BusinessTime time;

    RefundedRelations(People people, Claims claims, Cases cases, BusinessTime time) {
        this.people = people;
        this.claims = claims;
        this.cases = cases;
        this.time = time;
    }

    /**
     * The same ruling, where the relation stays if another payment for the same months still carries it.
     *
     * @param paid all that the person paid
     */
    RefundRuling asTheyStand(RefundRuling ruling, Payment given, List<Payment> paid, CaseNumber number) {
        Optional<Payment> carrying = ruling.relationEnds() ? another(given, paid) : Optional.empty();
        carrying.ifPresent(other ->
                cases.note(number, "relationStays", null, "同样月份另有缴费（凭证 " + other.reference() + "），参保关系保留", null));
        return carrying.isEmpty() ? ruling : ruling.relationStaying();
    }

    private Optional<Payment> another(Payment given, List<Payment> paid) {
        return paid.stream()
                .filter(other -> other.pool().equals(given.pool()))
                .filter(other -> other.id() != given.id() && other.scheme() == given.scheme() && other.overlaps(given))
                .filter(other -> claims.claimed(other.id()).isEmpty())
                .findFirst();
    }

    /**
     * Ends the enrolment that a payment was for, if it is open: on the day of death; else on the day before the benefits that
     * are given up, or today where they have begun.
     *
     * @return its last day
     */
    Optional<LocalDate> end(Payment given, CaseNumber number) {
        return people.openEnrolment(given.personId(), given.pool(), given.scheme())
                .map(enrolment -> end(enrolment, given, number));
    }

    private LocalDate end(Enrolment enrolment, Payment given, CaseNumber number) {
        LocalDate diedOn = people.require(enrolment.personId()).diedOn();
        LocalDate last = diedOn != null ? diedOn : later(given.benefitFrom().minusDays(1), time.today());
        LocalDate until = later(last, enrolment.from());
        people.endEnrolment(enrolment.id(), until, "退费终止参保关系（" + number + "）");
        return until;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
