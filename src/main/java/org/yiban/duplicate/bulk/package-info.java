/** Relations that stand twice, found by the list. */
package org.yiban.duplicate.bulk;
