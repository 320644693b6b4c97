/** The publication of tables in the engine. */
package org.yiban.publication.process;
