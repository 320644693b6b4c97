package org.yiban.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Sources;

/**
 * A provision as people read it beside a decision.
 *
 * @param id its id: {@code SD2021-54 art.(九)[2]}
 * @param document number and title of its document; {@code null} if no document has it, as an agency's own decision
 * @param statement what it says, short, in Chinese; {@code null} as above
 * @param secondary whether its document is known from secondary sources only
 */
public record CitedProvision(String id, String document, String statement, boolean secondary) {

    static CitedProvision of(ProvisionReference id, Sources sources) {
        return sources.provision(id)
                .map(provision -> {
                    Document document = sources.document(id.instrument()).orElseThrow();
                    return new CitedProvision(id.id(), document.cited(), provision.statement(), document.secondary());
                })
                .orElseGet(() -> new CitedProvision(id.id(), null, null, false));
    }

    /** Where in its document it stands, in Chinese; empty for a whole document. */
    @JsonProperty("place")
    public String place() {
        return new ProvisionReference(id).place();
    }
}
