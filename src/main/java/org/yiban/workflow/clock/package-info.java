/**
 * The engine follows the clocks of cases: timers and due dates move with them, what runs out of time is escalated to the
 * supervisors, and both agree after a restart.
 */
@NamedInterface("clock")
package org.yiban.workflow.clock;

import org.springframework.modulith.NamedInterface;
