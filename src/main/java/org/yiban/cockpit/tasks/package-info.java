/** Who works on what: giving tasks to people, their priority, supervision, and the clock on the cards of Tasklist. */
package org.yiban.cockpit.tasks;
