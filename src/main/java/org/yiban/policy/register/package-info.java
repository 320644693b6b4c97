/** The register: which version of a file of tables answers from which business date on, and what was ever published. */
@NamedInterface("register")
package org.yiban.policy.register;

import org.springframework.modulith.NamedInterface;
