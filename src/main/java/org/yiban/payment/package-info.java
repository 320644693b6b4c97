/**
 * Paying (付款): orders of a pool leave for the treasury in batches that a second person approves; what the treasury says
 * comes back as files that are checked whole; what does not fit stands in the reconciliation.
 */
@ApplicationModule(
        displayName = "payment",
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "calendar",
            "person",
            "person::keys",
            "policy::settings",
            "casework",
            "ledger",
            "exchange",
            "audit",
            "access",
            "workflow"
        })
package org.yiban.payment;

import org.springframework.modulith.ApplicationModule;
