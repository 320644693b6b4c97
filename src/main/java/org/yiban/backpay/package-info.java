/**
 * Retiring insured (退休缴费年限): the months a person has, what is missing, what closes the gap and at what price, and what
 * an employer owes.
 */
@ApplicationModule(
        displayName = "backpay",
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "region",
            "calendar",
            "person",
            "person::keys",
            "audit",
            "ledger",
            "reference",
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
package org.yiban.backpay;

import org.springframework.modulith.ApplicationModule;
