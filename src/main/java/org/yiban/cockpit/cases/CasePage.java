package org.yiban.cockpit.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A page of cases.
 *
 * @param next the {@code after} of the following page, {@code null} on the last one
 * @param total how many cases there are on all pages
 */
@Schema(name = "SlaCasePage", description = "一页案件；next 作为下一页的 after，为空表示没有更多")
record CasePage(List<CaseRow> cases, String next, int total) {}
