package org.yiban.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.yiban.policy.families.TransferDeadlineFamily;

/**
 * How is a transfer classed, and when is it due? A missing fact is {@code null} and refused when asked.
 *
 * @param fromRegion code of the transfer-out side (转出地), a county's too
 * @param toRegion code of the transfer-in side (转入地), a county's too; its documents come first
 * @param acceptedOn the day of acceptance (受理), the business date
 */
public record TransferDeadlineQuestion(String fromRegion, String toRegion, LocalDate acceptedOn) {

    /** The facts of the family, as the contract writes them. */
    Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put(TransferDeadlineFamily.FROM_REGION, fromRegion);
        facts.put(TransferDeadlineFamily.TO_REGION, toRegion);
        facts.put(TransferDeadlineFamily.ACCEPTED_ON, acceptedOn == null ? null : acceptedOn.toString());
        return facts;
    }
}
