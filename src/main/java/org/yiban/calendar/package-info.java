/** Working days as the State Council announces them: days off and make-up working days, each with its notice. */
@ApplicationModule(displayName = "calendar", allowedDependencies = "kernel")
package org.yiban.calendar;

import org.springframework.modulith.ApplicationModule;
