package org.yiban.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.families.TransferDeadlineFamily;

/**
 * How a transfer is classed and when it is due. What the documents do not state is {@code null}.
 *
 * @param outcome DECIDED, or REFER where no document in force gives a deadline
 * @param transferKind between which regions; stated with REFER too
 * @param transferNeeded whether a transfer is to be handled at all; {@code null} with REFER
 * @param workingDays the deadline in working days after the day of acceptance
 * @param dueOn the last working day of the deadline; it runs to the end of that day
 * @param provisional whether counting went through a year whose notice of days off is not loaded
 * @param basis the provisions that decide; empty with REFER and where no document speaks
 * @param explanation how the answer came about
 */
public record TransferDeadline(
        Outcome outcome,
        TransferKind transferKind,
        Boolean transferNeeded,
        Integer workingDays,
        LocalDate dueOn,
        Boolean provisional,
        List<ProvisionReference> basis,
        Explanation explanation) {

    /** The answer of the family, typed. */
    static TransferDeadline of(Answer answer) {
        Map<String, Object> results = answer.results();
        String dueOn = (String) results.get(TransferDeadlineFamily.DUE_ON);
        return new TransferDeadline(
                answer.outcome(),
                TransferKind.valueOf((String) results.get(TransferDeadlineFamily.TRANSFER_KIND)),
                (Boolean) results.get(TransferDeadlineFamily.TRANSFER_NEEDED),
                (Integer) results.get(TransferDeadlineFamily.WORKING_DAYS),
                dueOn == null ? null : LocalDate.parse(dueOn),
                (Boolean) results.get(TransferDeadlineFamily.PROVISIONAL),
                answer.basis(),
                answer.explanation());
    }
}
