/** The gaps of the tables, each with the reason why no document answers there. */
package org.yiban.policy.gaps;
