/** What the program does besides serving: commands that need neither database nor server. */
@ApplicationModule(
        displayName = "cli",
        allowedDependencies = {"policy::cases", "policy::checks", "person"})
package org.yiban.cli;

import org.springframework.modulith.ApplicationModule;
