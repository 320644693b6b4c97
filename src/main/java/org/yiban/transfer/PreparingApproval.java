package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.Scheme;
import org.yiban.transfer.months.ReportingDuplicates;

/** What follows on a verified information table before the transfer is approved. Joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PreparingApproval {

    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final ContinuityOfBenefits continuity;
    private final ReportingDuplicates duplicates;

    PreparingApproval(
            TransferRecords records,
            ApplicationRecords applications,
            ContinuityOfBenefits continuity,
            ReportingDuplicates duplicates) {
        this.records = records;
        this.applications = applications;
        this.continuity = continuity;
        this.duplicates = duplicates;
    }

    /**
     * Hands relations that stand twice over to whoever clears them up.
     *
     * @return whether benefits are to be bridged: between employee schemes, as long as it is undecided by the table at hand,
     *     and not again where a completed transfer is corrected
     */
    public boolean prepare(CaseNumber number) {
        Transfer transfer = records.require(number);
        duplicates.report(number, transfer.toPool(), transfer.personId());
        return transfer.fromScheme() == Scheme.EMPLOYEE
                && transfer.toScheme() == Scheme.EMPLOYEE
                && applications.find(number).map(Application::correctsCase).isEmpty()
                && continuity.undecided(number);
    }
}
