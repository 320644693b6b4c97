package org.yiban.payment;

import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.PoolAccounts;
import org.yiban.payment.files.Payer;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** What an agency sets for its payments: {@code processes/settings/payment-batches.dmn}, and which account each pool pays from. */
@AgencySettings
class PaymentSettings {

    private static final String MOST_ORDERS = "mostOrders";
    private static final String RESULTS_WITHIN = "resultsWithin";

    private final SettingTable batches;
    private final PoolAccounts accounts;

    PaymentSettings(Settings settings, PoolAccounts accounts) {
        this.batches = settings.table(SettingShape.of("payment-batches")
                .asksText("pool")
                .says(MOST_ORDERS, 1, 20_000)
                .says(RESULTS_WITHIN, 1, 60)
                .answeringAll());
        this.accounts = accounts;
    }

    /** How many orders a batch of the pool takes. */
    int mostOrders(RegionCode pool) {
        return batches.require(pool.value()).figure(MOST_ORDERS);
    }

    /** Within how many working days the treasury has to answer the pool. */
    int resultsWithin(RegionCode pool) {
        return batches.require(pool.value()).figure(RESULTS_WITHIN);
    }

    /**
     * The account that the pool's fund pays from.
     *
     * @throws ProblemException CONFLICT if none is set
     */
    Payer payer(RegionCode pool) {
        return accounts.of(pool)
                .map(own -> new Payer(
                        own.name(), own.account().number(), own.account().bankCode()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CONFLICT,
                        "pool",
                        pool.value(),
                        "统筹区 " + pool + " 还没有设置付款账户（processes/settings/payment-accounts.dmn），请联系系统管理员"));
    }
}
