package org.yiban.policy.explain;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZonedDateTime;
import org.yiban.policy.RecordedDecision;

/**
 * A kept decision as it goes onto paper, whatever it was kept with.
 *
 * @param id which decision
 * @param reference what it was kept with: the number of a case
 * @param decidedAt when it was kept, Beijing time
 * @param words what it says
 */
@Schema(description = "一次决策的说明，页面和打印件都用它")
public record DecisionSheet(long id, String reference, ZonedDateTime decidedAt, ExplainedDecision words) {

    /** The sheet of a decision that was kept. */
    static DecisionSheet of(RecordedDecision kept, ExplainedDecision words) {
        return new DecisionSheet(kept.id(), kept.caseNumber(), kept.decidedAt(), words);
    }
}
