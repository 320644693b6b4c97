/** What leaves and enters: an outbox written with its effect, an inbox that drops repeats and holds what comes early. */
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"kernel", "region"})
package org.yiban.exchange;

import org.springframework.modulith.ApplicationModule;
