/** What the engine's own tables say of cases, read by SQL and never written: where a case is, where it was, how long. */
package org.yiban.cockpit.engine;
