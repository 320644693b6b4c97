/**
 * What leaves and enters: an outbox written with its effect, an inbox that drops repeats and holds what comes early.
 * Between pools served here it moves inside; to partners outside it goes signed, over HTTP.
 */
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"kernel", "region", "person::keys"})
package org.yiban.exchange;

import org.springframework.modulith.ApplicationModule;
