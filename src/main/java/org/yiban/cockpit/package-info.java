/** The supervisors' view: how the clocks of all cases stand, and what may be done about them. */
@ApplicationModule(
        displayName = "cockpit",
        allowedDependencies = {
            "kernel",
            "web",
            "region",
            "calendar",
            "person",
            "policy",
            "policy::settings",
            "casework",
            "sla",
            "audit",
            "access",
            "workflow",
            "workflow::clock"
        })
package org.yiban.cockpit;

import org.springframework.modulith.ApplicationModule;
