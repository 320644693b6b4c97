/** What all HTTP endpoints share: problem details (RFC 9457) and the description of the API. */
@ApplicationModule(displayName = "web", allowedDependencies = "kernel")
package org.yiban.web;

import org.springframework.modulith.ApplicationModule;
