/** Reading people, enrolments and months from CSV files; the format stands in docs/people-csv.md. */
package org.yiban.person.csv;
