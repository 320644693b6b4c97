/**
 * Pages and endpoints of our own for staff: the landing page, what the login page says, looking people up and loading
 * them.
 */
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {"kernel", "region", "person", "casework", "access", "audit"})
package org.yiban.desk;

import org.springframework.modulith.ApplicationModule;
