package org.yiban.casework;

import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.kernel.ProvisionReference;

/**
 * A letter to the insured person, kept with the case.
 *
 * @param kind identifier of the kind of letter
 * @param basis the provisions it rests on
 */
public record CaseNotice(
        String kind, String title, String body, List<ProvisionReference> basis, OffsetDateTime issuedAt) {}
