/**
 * The facts of a case as it is known: each with where it comes from, corrected by people with a reason, asked of them only
 * where the tables' answer depends on it.
 */
@NamedInterface("known")
package org.yiban.policy.known;

import org.springframework.modulith.NamedInterface;
