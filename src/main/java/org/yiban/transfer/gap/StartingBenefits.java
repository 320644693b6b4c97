package org.yiban.transfer.gap;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.DecisionRecords;
import org.yiban.transfer.TransferCompleted;
import org.yiban.transfer.TransferFiles;

/**
 * Writes the first day of benefits that was decided into the relation on the transfer-in side: as soon as the transfer is
 * completed and it is decided what holds, whichever comes last. What stood there before is kept.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StartingBenefits {

    private final GapRecords records;
    private final TransferFiles transfers;
    private final DecisionRecords decisions;
    private final People people;
    private final Cases cases;

    StartingBenefits(
            GapRecords records, TransferFiles transfers, DecisionRecords decisions, People people, Cases cases) {
        this.records = records;
        this.transfers = transfers;
        this.decisions = decisions;
        this.people = people;
        this.cases = cases;
    }

    @EventListener
    void transferCompleted(TransferCompleted completed) {
        records.find(completed.caseNumber())
                .filter(gap -> gap.outcome() != null)
                .filter(gap -> gap.conversation()
                        .equals(transfers.of(completed.caseNumber()).conversationId()))
                .ifPresent(this::write);
    }

    /** It is decided what holds; nothing is written before the transfer is completed. */
    void decided(BenefitGap gap) {
        if (cases.require(gap.caseNumber()).state() == CaseState.COMPLETED) {
            write(gap);
        }
    }

    private void write(BenefitGap gap) {
        Optional<LocalDate> start = decisions
                .newest(gap.caseNumber().value(), QuotingContinuity.FAMILY)
                .map(decision -> (String) decision.explanation().results().get("benefitStart"))
                .map(LocalDate::parse);
        Optional<Enrolment> relation = people.openEnrolment(gap.personId(), gap.pool(), Scheme.EMPLOYEE);
        if (start.isPresent() && relation.isPresent()) {
            write(gap.caseNumber(), relation.get(), start.get());
        }
    }

    private void write(CaseNumber number, Enrolment relation, LocalDate start) {
        if (start.equals(relation.benefitFrom())) {
            return;
        }
        people.startBenefits(relation.id(), start);
        cases.note(
                number,
                "benefitsStart",
                null,
                "待遇享受首日 " + start + " 写入参保登记（"
                        + (relation.benefitFrom() == null ? "原来没有登记" : "原登记为 " + relation.benefitFrom()) + "）",
                null);
    }
}
