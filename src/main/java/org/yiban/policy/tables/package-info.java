/** The decision tables and the engine that evaluates them. The only place in policy that knows Camunda. */
package org.yiban.policy.tables;
