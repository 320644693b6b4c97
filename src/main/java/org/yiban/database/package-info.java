/** The application's PostgreSQL: a private server of its own under the data folder, or the one a URL names. */
@ApplicationModule(displayName = "database", allowedDependencies = "kernel")
package org.yiban.database;

import org.springframework.modulith.ApplicationModule;
