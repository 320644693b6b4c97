/**
 * Pages and endpoints of our own for staff: the landing page, what the login page says, the list of cases and the page
 * of a case, its decisions on paper, looking people up and loading them.
 */
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {
            "kernel",
            "region",
            "calendar",
            "person",
            "policy",
            "policy::explain",
            "casework",
            "sla",
            "exchange",
            "access",
            "transfer",
            "enquiry",
            "audit"
        })
package org.yiban.desk;

import org.springframework.modulith.ApplicationModule;
