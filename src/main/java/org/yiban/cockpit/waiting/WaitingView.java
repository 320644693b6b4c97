package org.yiban.cockpit.waiting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Where the cases of a process wait, in working days.
 *
 * @param version of the process; {@code null} for all
 */
@Schema(name = "SlaWaiting", description = "流程各环节的等待，以工作日计")
record WaitingView(String key, Integer version, List<Activity> activities) {

    /**
     * An element at which cases wait now or waited lately. Medians and 90th percentiles are {@code null} where there is
     * none.
     *
     * @param open cases that wait there now; their days are those so far
     * @param finished those that went on in the last 90 days
     */
    @Schema(name = "SlaWaitingActivity")
    record Activity(
            String activityId,
            String name,
            int open,
            Integer openMedian,
            Integer openP90,
            int finished,
            Integer finishedMedian,
            Integer finishedP90) {}
}
