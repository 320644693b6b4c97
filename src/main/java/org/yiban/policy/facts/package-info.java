/** The facts of a question: read, checked, completed by what follows from them. */
package org.yiban.policy.facts;
