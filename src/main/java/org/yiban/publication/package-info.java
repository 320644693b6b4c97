/** Publishing decision tables (发布决策表): asked for by one analyst, confirmed by another. */
@ApplicationModule(
        displayName = "publication",
        allowedDependencies = {"kernel", "web", "region", "policy", "policy::register", "access", "workflow"})
package org.yiban.publication;

import org.springframework.modulith.ApplicationModule;
