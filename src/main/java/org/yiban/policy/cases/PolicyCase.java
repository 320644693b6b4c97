package org.yiban.policy.cases;

import java.util.List;
import java.util.Map;
import org.yiban.kernel.ProvisionReference;

/**
 * A row of a case file.
 *
 * @param name its name, the column {@code case}
 * @param family the family its file belongs to
 * @param line the line it ends on
 * @param facts the facts it states, as written
 * @param expected the results it expects, as written, without {@code expect.}; basis and error apart
 * @param basis provisions that must be among the basis
 * @param refused facts that a refusal must name; empty if an answer is expected
 */
record PolicyCase(
        String name,
        String family,
        long line,
        Map<String, String> facts,
        Map<String, String> expected,
        List<ProvisionReference> basis,
        List<String> refused) {}
