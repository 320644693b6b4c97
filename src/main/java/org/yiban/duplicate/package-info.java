/** Clearing up relations that stand twice (清理重复参保): which one stays, and what becomes of the other. */
@ApplicationModule(
        displayName = "duplicate",
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "person",
            "policy",
            "policy::explain",
            "policy::known",
            "policy::settings",
            "casework",
            "casework::web",
            "bulk",
            "sla",
            "exchange",
            "access",
            "workflow"
        })
package org.yiban.duplicate;

import org.springframework.modulith.ApplicationModule;
