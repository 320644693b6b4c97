/** The list of cases by their clocks, its files, and the clock of one case as a timeline. */
package org.yiban.cockpit.cases;
