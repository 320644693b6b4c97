package org.yiban.backpay.years;

import java.util.List;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Explanation;

/**
 * What becomes of past service.
 *
 * @param parts in order of time
 * @param says why, in Chinese
 * @param basis the provisions that decide; empty where no document speaks
 * @param explanation the decision on the whole of it; {@code null} if the tables could not be asked
 */
public record JudgedService(
        StatedService stated,
        List<ServicePart> parts,
        String says,
        List<ProvisionReference> basis,
        Explanation explanation) {

    /** Keeps copies. */
    public JudgedService {
        parts = List.copyOf(parts);
        basis = List.copyOf(basis);
    }

    /** Whether some of it is still left to a person. */
    public boolean referred() {
        return parts.stream().anyMatch(part -> part.countedAs() == null);
    }
}
