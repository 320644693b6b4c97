package org.yiban.cockpit.overview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** How many cases were closed in time and late, week by week, the oldest first. */
@Schema(name = "SlaTrend", description = "每周按期、逾期办结的件数；from 为周一")
record Trend(List<Week> weeks) {

    @Schema(name = "SlaWeek")
    record Week(LocalDate from, int met, int missed) {}
}
