package org.yiban.transfer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * What an applicant states (转移接续申请). Texts are checked when the application is registered.
 *
 * @param identityNumber identity number in full
 * @param name as on the record
 * @param identity EMPLOYER, FLEXIBLE or RESIDENT, in the transfer-in pool
 * @param fromScheme scheme of the relation that moves; not stated = EMPLOYEE
 * @param fromRegion six-digit code of the transfer-out side, a county's too
 * @param toRegion six-digit code of the transfer-in side, a county's too
 * @param appliedOn day of the application
 * @param contactPhone may be empty
 * @param applicant who applies; not stated = SELF
 * @param agentName of an agent
 * @param agentIdentityNumber of an agent, in full
 * @param authoritySeen whether the agent's authority was seen
 * @param employerName of an employer who applies
 * @param correctsCase number of the completed transfer that this one corrects; may be empty
 */
public record TransferApplication(
        @Schema(description = "证件号码（全号）") String identityNumber,
        @Schema(description = "姓名，与登记一致") String name,

        @Schema(
                description = "转入后的参保身份",
                allowableValues = {"EMPLOYER", "FLEXIBLE", "RESIDENT"})
        String identity,

        @Schema(
                description = "要转移的是哪种医疗保险关系；不填为职工医保",
                allowableValues = {"EMPLOYEE", "RESIDENT"})
        String fromScheme,

        @Schema(description = "转出地行政区划代码（六位）", example = "370800")
        String fromRegion,

        @Schema(description = "转入地行政区划代码（六位）", example = "371500")
        String toRegion,

        @Schema(description = "申请日期", example = "2026-02-12")
        LocalDate appliedOn,

        @Schema(description = "联系电话，可不填") String contactPhone,

        @Schema(
                description = "谁来申请；不填为本人",
                allowableValues = {"SELF", "AGENT", "EMPLOYER"})
        String applicant,

        @Schema(description = "代理人姓名（代理人申请的）") String agentName,
        @Schema(description = "代理人证件号码（全号）") String agentIdentityNumber,
        @Schema(description = "已查验授权委托书") Boolean authoritySeen,
        @Schema(description = "用人单位名称（用人单位申请的）") String employerName,
        @Schema(description = "所更正的、已办结的转入案件的案号，可不填") String correctsCase) {

    /** Never prints an identity number. */
    @Override
    public String toString() {
        return "TransferApplication[" + fromRegion + " -> " + toRegion + ", " + appliedOn + "]";
    }
}
