/** The keys that identity numbers and other personal data are stored with, and the file they come from. */
@NamedInterface("keys")
package org.yiban.person.keys;

import org.springframework.modulith.NamedInterface;
