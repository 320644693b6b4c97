/** Audit 审计: who saw and did what, on whom, and why. Rows are only ever added. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"kernel", "region", "person"})
package org.yiban.audit;

import org.springframework.modulith.ApplicationModule;
