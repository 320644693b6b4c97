package org.yiban.backpay.arrears;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Months that an employer failed to pay, as somebody states them. Texts are checked when it is registered.
 *
 * @param unitName name of the employer
 * @param unitCode its unified social credit code
 * @param pool code of the pool that the months belong to
 * @param ground an {@link ArrearsGround}
 * @param accountType an {@link AccountType}
 * @param payOn the day on which the employer will pay, up to which the late fee is counted
 * @param contactPhone may be empty
 * @param people people and months; several rows for a person whose wage changed
 */
public record ArrearsApplication(
        @Schema(description = "单位名称") String unitName,
        @Schema(description = "统一社会信用代码（18 位）") String unitCode,

        @Schema(description = "统筹区代码（六位）", example = "220100")
        String pool,

        @Schema(
                description = "欠费情形",
                allowableValues = {"NEVER_ENROLLED", "UNIT_INTERRUPTION"})
        String ground,

        @Schema(
                description = "参保方式",
                allowableValues = {"POOLED_ONLY", "POOLED_WITH_ACCOUNT"})
        String accountType,

        @Schema(description = "单位缴费的日子，滞纳金计至此日", example = "2026-03-10")
        LocalDate payOn,

        @Schema(description = "联系电话，可不填") String contactPhone,
        @Schema(description = "人员和月份；工资有变化的分几行写") List<Row> people) {

    /**
     * Months of a person.
     *
     * @param wage monthly, yuan; empty where nobody knows it any more
     */
    public record Row(
            @Schema(description = "职工证件号码（全号）") String identityNumber,
            @Schema(description = "姓名") String name,
            @Schema(description = "第一个未缴月") YearMonth from,
            @Schema(description = "最后一个未缴月") YearMonth to,

            @Schema(description = "当时的月工资（元），不能确定的不填", example = "4800.00")
            String wage) {

        /** Never prints identity numbers. */
        @Override
        public String toString() {
            return "Row[" + from + ", " + to + "]";
        }
    }

    /** Never prints identity numbers. */
    @Override
    public String toString() {
        return "ArrearsApplication[" + unitCode + ", " + pool + ", " + payOn + "]";
    }
}
