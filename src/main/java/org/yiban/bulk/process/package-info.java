/** The intake of a file in the engine. */
package org.yiban.bulk.process;
