/** Explanations in words: what a clerk says to a citizen, made of the data that a decision keeps. */
@NamedInterface("explain")
package org.yiban.policy.explain;

import org.springframework.modulith.NamedInterface;
