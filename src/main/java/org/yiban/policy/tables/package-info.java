/** The tables of decisions as they are read, and how they are asked. */
@NamedInterface("tables")
package org.yiban.policy.tables;

import org.springframework.modulith.NamedInterface;
