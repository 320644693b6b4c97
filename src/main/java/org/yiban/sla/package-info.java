/** The clock of a case: until when it is due, counted in working days. */
@ApplicationModule(
        displayName = "sla",
        allowedDependencies = {"kernel", "database", "region", "calendar", "policy::settings", "casework"})
package org.yiban.sla;

import org.springframework.modulith.ApplicationModule;
