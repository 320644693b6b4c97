/**
 * Who may see and do what, in which pool: groups and tenants, the walls between pools, the login of the API, and what is
 * closed in the engine.
 */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"kernel", "region", "web"})
package org.yiban.access;

import org.springframework.modulith.ApplicationModule;
