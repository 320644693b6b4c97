/** What the program does besides serving: commands on the console. */
@ApplicationModule(
        displayName = "cli",
        allowedDependencies = {
            "kernel",
            "region",
            "calendar",
            "person",
            "exchange",
            "policy",
            "policy::cases",
            "policy::checks",
            "policy::explain",
            "policy::register",
            "policy::replay",
            "policy::tables"
        })
package org.yiban.cli;

import org.springframework.modulith.ApplicationModule;
