/**
 * Working days as the State Council announces them: days off and make-up working days, each with its notice; and the days
 * that a region announces for itself.
 */
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {"kernel", "region"})
package org.yiban.calendar;

import org.springframework.modulith.ApplicationModule;
