/**
 * Money (资金台账): which months of which payment are claimed, what is ordered to be paid and to come in, and the double
 * entries of both. An order is paid once or never; entries are only ever added.
 */
@ApplicationModule(
        displayName = "ledger",
        allowedDependencies = {"kernel", "database", "region", "person", "person::keys", "policy::settings", "casework"
        })
package org.yiban.ledger;

import org.springframework.modulith.ApplicationModule;
