package org.yiban.backpay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yiban.backpay.years.StatedService;

/**
 * What is stated of somebody who reaches the age of retirement and asks to retire insured (退休缴费年限核定申请). Texts are
 * checked when it is registered.
 *
 * @param pool code of the pool that is asked, where the relation is
 * @param requestedOn day of the request
 * @param retirementAgeOn the day on which the age is reached, the business date of the years
 * @param retirementKind a {@link org.yiban.backpay.years.RetirementKind}; empty: ORDINARY
 * @param identity EMPLOYER or FLEXIBLE; empty: as the enrolment has it
 * @param accountType POOLED_ONLY or POOLED_WITH_ACCOUNT; empty: not known
 * @param convertsToAccount whether somebody turned from a pooled-only fund to one with an account; empty: not known
 * @param pensionStarted whether a pension is drawn already; empty: not known
 * @param pensionLastMonth the pension of last month, yuan; empty: not known
 * @param applicant an {@link ApplicantKind}
 * @param agentName who asks, if it is not the person: the agent or the employer
 * @param services past service that is to count, each with its ground and evidence; may be empty
 */
public record BackpayApplication(
        @Schema(description = "参保人证件号码（全号）") String identityNumber,
        @Schema(description = "参保人姓名，与登记一致") String name,

        @Schema(description = "受理的统筹区代码（六位）", example = "371500")
        String pool,

        @Schema(description = "申请日期") LocalDate requestedOn,
        @Schema(description = "达到法定退休年龄的日期") LocalDate retirementAgeOn,

        @Schema(
                description = "退休类别；不填为正常退休",
                allowableValues = {"ORDINARY", "SPECIAL_WORK", "ILL_HEALTH"})
        String retirementKind,

        @Schema(
                description = "参保身份；不填则以登记为准",
                allowableValues = {"EMPLOYER", "FLEXIBLE"})
        String identity,

        @Schema(
                description = "账户类型，可不填",
                allowableValues = {"POOLED_ONLY", "POOLED_WITH_ACCOUNT"})
        String accountType,

        @Schema(description = "灵活就业人员是否由单建统筹转为统账结合；不填的，结论取决于它时核对年限要填写")
        Boolean convertsToAccount,

        @Schema(description = "是否已领取养老金，可不填") Boolean pensionStarted,
        @Schema(description = "上月养老金（元），可不填") BigDecimal pensionLastMonth,

        @Schema(
                description = "申请人",
                allowableValues = {"PERSON", "AGENT", "EMPLOYER"})
        String applicant,

        @Schema(description = "代办人姓名或单位名称；本人申请的不填") String agentName,
        @Schema(description = "联系电话，可不填") String contactPhone,
        @Schema(description = "要求计算的工龄、军龄等，可不填") List<StatedService> services) {

    /** Keeps a copy of the services. */
    public BackpayApplication {
        services = services == null ? List.of() : List.copyOf(services);
    }

    /** Never prints the identity number. */
    @Override
    public String toString() {
        return "BackpayApplication[" + pool + ", " + retirementAgeOn + "]";
    }
}
