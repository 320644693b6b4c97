/** What is wrong with tables, found without asking questions: interval arithmetic over all columns at once. */
@NamedInterface("checks")
package org.yiban.policy.checks;

import org.springframework.modulith.NamedInterface;
