/** What every module shares: problems with input, case numbers, provision references. Depends on the JDK alone. */
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {})
package org.yiban.kernel;

import org.springframework.modulith.ApplicationModule;
