package org.yiban.policy.sources;

import java.util.List;
import org.yiban.kernel.ProvisionReference;

/**
 * A provision of a document: an article, or a sentence of one.
 *
 * @param id its id, as tables cite it
 * @param family the kind of matter it rules: {@code waiting-period}, {@code administration}
 * @param decides whether a decision of some family rests on it, REFER included
 * @param statement what it says, short, in Chinese, in our own words
 * @param whyNot why no decision rests on it; {@code null} if one does
 * @param ambiguities ids of the open readings that it takes part in: {@code A03}
 */
public record Provision(
        ProvisionReference id,
        String family,
        boolean decides,
        String statement,
        String whyNot,
        List<String> ambiguities) {

    public Provision {
        ambiguities = List.copyOf(ambiguities);
    }
}
