/** Cases that are closed, and what happened in them: what the engine's community edition does not show. */
package org.yiban.cockpit.finished;
