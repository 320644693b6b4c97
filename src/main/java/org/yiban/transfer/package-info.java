/** Moving an insurance relation between pooling areas (转移接续), from both sides. */
@ApplicationModule(
        displayName = "transfer",
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "calendar",
            "person",
            "person::keys",
            "policy",
            "policy::settings",
            "policy::explain",
            "policy::known",
            "ledger",
            "casework",
            "casework::web",
            "casework::attachments",
            "sla",
            "exchange",
            "audit",
            "access",
            "workflow"
        })
package org.yiban.transfer;

import org.springframework.modulith.ApplicationModule;
