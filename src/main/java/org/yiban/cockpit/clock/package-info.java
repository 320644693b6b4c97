/** What people do to the clock of a case: pause, resume, extend, begin anew. */
package org.yiban.cockpit.clock;
