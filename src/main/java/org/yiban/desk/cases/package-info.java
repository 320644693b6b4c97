/** The list of a pool's cases, and the pages on which staff see the list and one case. */
package org.yiban.desk.cases;
