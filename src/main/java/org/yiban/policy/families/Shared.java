package org.yiban.policy.families;

import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.facts.Facts;

/** Declarations and checks that several families share. */
final class Shared {

    private Shared() {}

    static Fact refundScope() {
        return Fact.choice(
                "refundScope",
                "退费范围",
                "FULL_PAYMENT",
                "全额",
                "REMAINING_MONTHS_OF_YEAR",
                "当年剩余月份",
                "MONTHS_AFTER_DEATH",
                "死亡次月起",
                "MONTHS_SINCE_RETIREMENT",
                "退休当月起",
                "DUPLICATED_MONTHS",
                "重复月份",
                "MONTHS_IN_PRISON",
                "服刑月份",
                "LUMP_SUM",
                "趸缴全额");
    }

    /** Refuses the end of a run of months that lies before its start. */
    static void inOrder(Facts facts, String first, String last, Violations violations) {
        if (facts.states(first) && facts.states(last) && facts.month(last).isBefore(facts.month(first))) {
            violations.add(last, facts.month(last).toString(), "不能早于 " + first + "（" + facts.month(first) + "）");
        }
    }
}
