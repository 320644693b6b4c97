package org.yiban.transfer;

import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.region.Region;

/** An application whose every field is right by itself; optional ones are {@code null} where nothing is stated. */
record ReadApplication(
        IdentityNumber number,
        String name,
        Region from,
        Region to,
        MemberIdentity identity,
        Scheme fromScheme,
        LocalDate appliedOn,
        String contactPhone,
        ApplicantRole applicant,
        String agentName,
        IdentityNumber agent,
        String employerName,
        CaseNumber correctsCase) {

    /** What makes it the same application when it is sent again; no identity number stands in it. */
    String content(long personId) {
        return String.join(
                "|",
                Long.toString(personId),
                identity.name(),
                fromScheme.name(),
                from.code().value(),
                to.code().value(),
                appliedOn.toString(),
                String.valueOf(contactPhone),
                applicant.name(),
                String.valueOf(agentName),
                agent == null ? "null" : agent.masked(),
                String.valueOf(employerName),
                String.valueOf(correctsCase));
    }

    /** Never prints an identity number. */
    @Override
    public String toString() {
        return "ReadApplication[" + from.code() + " -> " + to.code() + ", " + appliedOn + "]";
    }
}
