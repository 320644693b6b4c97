/** The tests that cells of tables write, read once for whoever needs them: checks, evaluation, words. */
@NamedInterface("feel")
package org.yiban.policy.feel;

import org.springframework.modulith.NamedInterface;
