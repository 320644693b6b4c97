/**
 * Typed questions to the decision tables. The tables decide; what is counted (working days) is counted here. Which
 * table speaks for a region and a date is itself a table. Every answer explains itself.
 */
@ApplicationModule(
        displayName = "policy",
        allowedDependencies = {"kernel", "database", "region", "calendar"})
package org.yiban.policy;

import org.springframework.modulith.ApplicationModule;
