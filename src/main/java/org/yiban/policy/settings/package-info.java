/**
 * What an agency sets for itself where no document does: tables under {@code processes/settings}, asked on the same
 * engine as the tables of policy, shown on the basis that each row states.
 */
@NamedInterface("settings")
package org.yiban.policy.settings;

import org.springframework.modulith.NamedInterface;
