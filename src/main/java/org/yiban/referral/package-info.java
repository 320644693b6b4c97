/**
 * What the documents leave to a person (转人工判断): a senior's decision with reason and own basis, for every process, and
 * the list of rules that are missing. Other features reach it through the engine, by a call activity.
 */
@ApplicationModule(
        displayName = "referral",
        allowedDependencies = {"kernel", "web", "region", "policy", "policy::explain", "casework", "access", "workflow"
        })
package org.yiban.referral;

import org.springframework.modulith.ApplicationModule;
