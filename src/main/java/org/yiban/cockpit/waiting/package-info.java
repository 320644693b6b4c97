/** Where the cases of a process wait, and how long. */
package org.yiban.cockpit.waiting;
