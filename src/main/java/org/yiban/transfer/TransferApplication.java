package org.yiban.transfer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * What an applicant states (转移接续申请). Texts are checked when the application is registered.
 *
 * @param identityNumber identity number in full
 * @param name as on the record
 * @param identity EMPLOYER or FLEXIBLE, in the transfer-in pool
 * @param fromRegion six-digit code of the transfer-out side, a county's too
 * @param toRegion six-digit code of the transfer-in side, a county's too
 * @param appliedOn day of the application
 * @param contactPhone may be empty
 */
public record TransferApplication(
        @Schema(description = "证件号码（全号）") String identityNumber,
        @Schema(description = "姓名，与登记一致") String name,

        @Schema(
                description = "转入后的参保身份",
                allowableValues = {"EMPLOYER", "FLEXIBLE"})
        String identity,

        @Schema(description = "转出地行政区划代码（六位）", example = "370800")
        String fromRegion,

        @Schema(description = "转入地行政区划代码（六位）", example = "371500")
        String toRegion,

        @Schema(description = "申请日期", example = "2026-02-12")
        LocalDate appliedOn,

        @Schema(description = "联系电话，可不填") String contactPhone) {

    /** Never prints the identity number. */
    @Override
    public String toString() {
        return "TransferApplication[" + fromRegion + " -> " + toRegion + ", " + appliedOn + "]";
    }
}
