package org.yiban.transfer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.person.MonthKind;

/**
 * An information table on paper, as it is typed in. Its texts and months are checked when it is recorded.
 *
 * @param reference number of the paper
 * @param issuedOn the day that it bears
 * @param schemeStart month in which the scheme began there; may be empty
 * @param balance of the personal account, yuan; may be empty
 * @param note the transfer-out side's remark; may be empty
 * @param months what it lists, in periods of months that are alike
 */
public record PaperTable(
        @Schema(description = "纸质信息表的编号或函件文号") String reference,
        @Schema(description = "出具日期") LocalDate issuedOn,
        @Schema(description = "职工医保启动月份，可不填") YearMonth schemeStart,
        @Schema(description = "个人账户余额（元），可不填") String balance,
        @Schema(description = "备注，可不填") String note,
        List<Period> months) {

    /**
     * Months on end that are alike.
     *
     * @param paidIn six-digit code of the pool they were paid in; not stated = the transfer-out side
     * @param base contribution base of each month in yuan; may be empty
     */
    public record Period(YearMonth from, YearMonth to, MonthKind kind, String paidIn, String base) {}
}
