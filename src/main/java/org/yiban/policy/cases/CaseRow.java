package org.yiban.policy.cases;

import java.util.List;

/**
 * A row of a case file.
 *
 * @param line the line it ends on, or its number on the sheet
 */
record CaseRow(long line, List<CaseCell> cells) {}
