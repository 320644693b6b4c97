/** The case file common to all kinds: number, state, history, four eyes, notices, and submissions sent twice. */
@ApplicationModule(
        displayName = "casework",
        allowedDependencies = {"kernel", "database", "region", "person"})
package org.yiban.casework;

import org.springframework.modulith.ApplicationModule;
