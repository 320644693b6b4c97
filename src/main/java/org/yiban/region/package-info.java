/** The tree of administrative codes: which of them are pooling areas (统筹区), and which pools are served here. */
@ApplicationModule(displayName = "region", allowedDependencies = "kernel")
package org.yiban.region;

import org.springframework.modulith.ApplicationModule;
