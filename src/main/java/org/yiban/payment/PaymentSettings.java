package org.yiban.payment;

import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.BankAccount;
import org.yiban.payment.files.Payer;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/**
 * What an agency sets for its payments: {@code processes/settings/payment-batches.dmn}, and the accounts that its pools pay
 * from in {@code payment-accounts.dmn}.
 */
@AgencySettings
class PaymentSettings {

    private static final String MOST_ORDERS = "mostOrders";
    private static final String RESULTS_WITHIN = "resultsWithin";
    private static final String HOLDER = "holder";
    private static final String ACCOUNT = "account";
    private static final String BANK_CODE = "bankCode";

    private final SettingTable batches;
    private final SettingTable accounts;

    PaymentSettings(Settings settings) {
        this.batches = settings.table(SettingShape.of("payment-batches")
                .asksText("pool")
                .says(MOST_ORDERS, 1, 20_000)
                .says(RESULTS_WITHIN, 1, 60)
                .answeringAll());
        this.accounts = settings.table(SettingShape.of("payment-accounts")
                .asksText("pool")
                .saysText(HOLDER, 140)
                .saysText(ACCOUNT, 32)
                .saysText(BANK_CODE, 12));
        for (Setting row : accounts.rows()) {
            try {
                BankAccount.parseOrganisation("", row.words(ACCOUNT), row.words(BANK_CODE));
            } catch (ProblemException e) {
                throw accounts.defect(row, e.getMessage());
            }
        }
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
        Setting row = accounts.ask(pool.value())
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CONFLICT,
                        "pool",
                        pool.value(),
                        "统筹区 " + pool + " 还没有设置付款账户（processes/settings/payment-accounts.dmn），请联系系统管理员"));
        return new Payer(row.words(HOLDER), row.words(ACCOUNT), row.words(BANK_CODE));
    }
}
