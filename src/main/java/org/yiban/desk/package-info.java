/** Pages of our own around the engine's web applications: the landing page, what the login page says. */
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {"kernel", "region", "access"})
package org.yiban.desk;

import org.springframework.modulith.ApplicationModule;
