package org.yiban.ledger;

import java.util.Optional;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.Setting;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;
import org.yiban.region.RegionCode;

/** The accounts of pools' funds, which they pay from and are paid to ({@code processes/settings/payment-accounts.dmn}). */
@AgencySettings
public class PoolAccounts {

    private static final String HOLDER = "holder";
    private static final String ACCOUNT = "account";
    private static final String BANK_CODE = "bankCode";

    private final SettingTable accounts;

    PoolAccounts(Settings settings) {
        this.accounts = settings.table(SettingShape.of("payment-accounts")
                .asksText("pool")
                .saysText(HOLDER, 140)
                .saysText(ACCOUNT, 32)
                .saysText(BANK_CODE, 12));
        for (Setting row : accounts.rows()) {
            try {
                read(row);
            } catch (ProblemException e) {
                throw accounts.defect(row, e.getMessage());
            }
        }
    }

    /** The account of a pool; empty if none is set. */
    public Optional<Payee> of(RegionCode pool) {
        return accounts.ask(pool.value()).map(PoolAccounts::read);
    }

    private static Payee read(Setting row) {
        return Payee.parse("", row.words(HOLDER), row.words(ACCOUNT), row.words(BANK_CODE), true);
    }
}
