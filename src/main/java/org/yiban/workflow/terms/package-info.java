/** Working days in models: {@code P5WD} wherever the engine takes a date or a duration. */
package org.yiban.workflow.terms;
