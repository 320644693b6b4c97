/** What staff do with people beside a case: look one up, see a number in full, load files. */
package org.yiban.desk.people;
