package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.Scheme;
import org.yiban.policy.DecisionRecords;
import org.yiban.transfer.months.ReportingDuplicates;

/** What follows on a verified information table before the transfer is approved. Joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PreparingApproval {

    private static final String CONTINUITY = "benefit-continuity";

    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final DecisionRecords decisions;
    private final ReportingDuplicates duplicates;

    PreparingApproval(
            TransferRecords records,
            ApplicationRecords applications,
            DecisionRecords decisions,
            ReportingDuplicates duplicates) {
        this.records = records;
        this.applications = applications;
        this.decisions = decisions;
        this.duplicates = duplicates;
    }

    /**
     * Hands relations that stand twice over to whoever clears them up.
     *
     * @return whether benefits are to be bridged: between employee schemes, once, and not again where a completed transfer
     *     is corrected
     */
    public boolean prepare(CaseNumber number) {
        Transfer transfer = records.require(number);
        duplicates.report(number, transfer.toPool(), transfer.personId());
        return transfer.fromScheme() == Scheme.EMPLOYEE
                && transfer.toScheme() == Scheme.EMPLOYEE
                && applications.find(number).map(Application::correctsCase).isEmpty()
                && decisions.newest(number.value(), CONTINUITY).isEmpty();
    }
}
