/** All that touches the engine for everyone: typed variables, error mapping, deployment, configuration. */
@ApplicationModule(
        displayName = "workflow",
        allowedDependencies = {"kernel", "database", "region", "calendar", "sla", "casework", "access"})
package org.yiban.workflow;

import org.springframework.modulith.ApplicationModule;
