package org.yiban.transfer;

import java.util.List;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * Who applied for a transfer, where, and what was seen of the materials.
 *
 * @param agentName name of the agent, {@code null} unless an agent applied
 * @param agentIdentityMasked the agent's identity number, masked, {@code null} unless an agent applied
 * @param employerName name of the employer, {@code null} unless an employer applied
 * @param registeredAt the pool whose counter took it
 * @param correctsCase the completed transfer that this one corrects, {@code null} if it corrects none
 * @param materialsSeen codes of the materials that were seen
 */
record Application(
        CaseNumber caseNumber,
        ApplicantRole applicant,
        String agentName,
        String agentIdentityMasked,
        String employerName,
        RegionCode registeredAt,
        CaseNumber correctsCase,
        List<String> materialsSeen) {

    Application {
        materialsSeen = List.copyOf(materialsSeen);
    }
}
