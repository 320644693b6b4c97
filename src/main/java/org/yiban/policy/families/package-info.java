/** The families of the contract: what each asks for, and what is counted once a table has spoken. */
package org.yiban.policy.families;
