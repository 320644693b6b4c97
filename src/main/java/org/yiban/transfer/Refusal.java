package org.yiban.transfer;

import java.util.List;
import org.yiban.kernel.ProvisionReference;

/**
 * That a transfer is refused.
 *
 * @param reason why, in Chinese, as the applicant reads it
 * @param basis the provisions that it rests on; {@code AGENCY} alone where no document speaks; empty where the record itself
 *     stands against it
 */
record Refusal(String reason, List<ProvisionReference> basis) {

    Refusal {
        basis = List.copyOf(basis);
    }
}
