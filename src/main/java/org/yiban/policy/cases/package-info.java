/** The spreadsheets of cases that hold the tables to the documents, and the checker that runs them. */
@NamedInterface("cases")
package org.yiban.policy.cases;

import org.springframework.modulith.NamedInterface;
