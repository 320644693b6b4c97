/** Asking the rules without a case (政策咨询): the question, the answer with its reasons, and a record of both. */
@ApplicationModule(
        displayName = "enquiry",
        allowedDependencies = {"kernel", "web", "region", "policy", "policy::explain", "casework", "access", "workflow"
        })
package org.yiban.enquiry;

import org.springframework.modulith.ApplicationModule;
