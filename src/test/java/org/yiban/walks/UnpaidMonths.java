package org.yiban.walks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.backpay.arrears.ArrearsApplication;
import org.yiban.backpay.arrears.ArrearsSteps;

/** The kinds of arrears in the walks: where, and why nothing was paid. */
enum UnpaidMonths {
    /** Changchun: base, rate and late fee are the documents'. */
    NEVER_ENROLLED("220100", "NEVER_ENROLLED"),
    /** Tieling: no late fee, and the months give care back. */
    INTERRUPTED("211200", "UNIT_INTERRUPTION"),
    /** Liaocheng: no document says whether they may be paid. */
    NO_RULE("371500", "NEVER_ENROLLED"),
    /** Liaocheng: the tax bureau names the price. */
    PRICE_OF_THE_TAX_BUREAU("371500", "UNIT_INTERRUPTION");

    private final String pool;
    private final String ground;

    UnpaidMonths(String pool, String ground) {
        this.pool = pool;
        this.ground = ground;
    }

    String pool() {
        return pool;
    }

    /** Two months of somebody that an employer did not pay. */
    ArrearsApplication of(String identityNumber, String name, YearMonth from, LocalDate payOn) {
        return new ArrearsApplication(
                "虚构·欠费公司",
                ArrearsSteps.unitCode(),
                pool,
                ground,
                "POOLED_WITH_ACCOUNT",
                payOn,
                null,
                List.of(new ArrearsApplication.Row(identityNumber, name, from, from.plusMonths(1), "5000.00")));
    }
}
