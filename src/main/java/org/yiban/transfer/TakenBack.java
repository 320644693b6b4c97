package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/**
 * What a completed transfer moved and should not have, which a case that corrects it gives back (退回误转的月份和余额).
 *
 * @param months in order; empty where only a balance goes back
 * @param balance of the personal account, yuan; {@code null} for none
 * @param recordedBy user id of who stated them
 * @param doneOn when they left the record; {@code null} until the case is completed
 */
record TakenBack(List<YearMonth> months, BigDecimal balance, String reason, String recordedBy, LocalDate doneOn) {

    TakenBack {
        months = List.copyOf(months);
    }

    /** What goes back, as people read it. */
    static String text(Collection<YearMonth> months, BigDecimal balance) {
        String money = balance == null ? "" : "个人账户余额 " + balance + " 元";
        if (months.isEmpty()) {
            return money;
        }
        return "月份 " + MonthList.text(months) + (money.isEmpty() ? "" : "和" + money);
    }
}
