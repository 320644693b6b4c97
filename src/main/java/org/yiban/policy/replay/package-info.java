/** Asks questions that were answered before of another version of the tables, and reports what changes. */
@NamedInterface("replay")
package org.yiban.policy.replay;

import org.springframework.modulith.NamedInterface;
