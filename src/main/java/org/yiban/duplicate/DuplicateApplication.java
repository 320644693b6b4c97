package org.yiban.duplicate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * Two relations of a person that somebody found, as stated. Where the record shows exactly one pair that fits, the rest may
 * be left out.
 *
 * @param pool whose case it is: one of the two relations is there
 * @param scheme of the relation there
 * @param otherPool where the other relation is
 * @param otherScheme of the other relation
 * @param otherFrom first day of the other relation: needed where the record does not hold it
 */
public record DuplicateApplication(
        @Schema(description = "证件号码（全号）") String identityNumber,
        @Schema(description = "姓名") String name,
        @Schema(description = "经办统筹区，两个关系之一在此") String pool,
        @Schema(description = "发现日期") LocalDate foundOn,

        @Schema(description = "经办统筹区的关系的险种：EMPLOYEE、RESIDENT；只有一对重复关系的可以不填")
        String scheme,

        @Schema(description = "另一关系所在的统筹区；只有一对重复关系的可以不填") String otherPool,
        @Schema(description = "另一关系的险种") String otherScheme,
        @Schema(description = "另一关系的参保起始日：本系统没有登记另一关系的必填") LocalDate otherFrom) {

    /** Never prints the identity number. */
    @Override
    public String toString() {
        return "DuplicateApplication[" + pool + ", " + foundOn + "]";
    }
}
