/** Explanations in words: what a clerk says to a citizen, made of the data that a decision keeps. */
package org.yiban.policy.explain;
