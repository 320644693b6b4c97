/** Giving payments back (退费): who gets what back, and how it is paid. */
@ApplicationModule(
        displayName = "refund",
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "region",
            "calendar",
            "person",
            "person::keys",
            "ledger",
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
package org.yiban.refund;

import org.springframework.modulith.ApplicationModule;
