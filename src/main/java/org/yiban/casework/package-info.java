/** The case file common to all kinds: number, state, history, four eyes, notices, objections, attachments, and submissions sent twice. */
@ApplicationModule(
        displayName = "casework",
        allowedDependencies = {"kernel", "web", "database", "region", "person", "person::keys"})
package org.yiban.casework;

import org.springframework.modulith.ApplicationModule;
