/**
 * Applications of one kind that come as a file (成批办理), whatever the kind: received, checked whole, a sample reviewed by
 * another person, then a case opened for each row. A kind is a {@link org.yiban.bulk.BulkKind} that a feature provides.
 */
@ApplicationModule(
        displayName = "bulk",
        allowedDependencies = {
            "kernel",
            "web",
            "database",
            "region",
            "person",
            "person::keys",
            "policy",
            "policy::settings",
            "casework",
            "audit",
            "access",
            "workflow"
        })
package org.yiban.bulk;

import org.springframework.modulith.ApplicationModule;
