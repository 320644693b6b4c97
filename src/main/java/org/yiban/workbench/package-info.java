/** What analysts do with the rules beside editing them: ask kept decisions again of other tables. */
@ApplicationModule(
        displayName = "workbench",
        allowedDependencies = {"kernel", "web", "policy", "access"})
package org.yiban.workbench;

import org.springframework.modulith.ApplicationModule;
