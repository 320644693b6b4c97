package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;

/** What the transfer-out side states of a personal account. */
@Component
public class StatedBalances {

    private final PersonalAccounts accounts;

    StatedBalances(PersonalAccounts accounts) {
        this.accounts = accounts;
    }

    /** The balance as it stands now, yuan; empty for residents and members of the pooled fund only, who have no account. */
    public Optional<BigDecimal> of(long personId, RegionCode pool) {
        return accounts.find(personId, pool);
    }
}
