package org.yiban.person;

import java.math.BigDecimal;
import java.util.Optional;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/** The personal accounts 个人账户 of insured people: part of the port to the core system, one a person and pool. */
public interface PersonalAccounts {

    /** What stands in the account now, yuan; 0.00 if there is none. */
    BigDecimal balance(long personId, RegionCode pool);

    /** The same; empty if there is no account, as of residents and of members of the pooled fund only 单建统筹. */
    Optional<BigDecimal> find(long personId, RegionCode pool);

    /**
     * Takes money that was credited wrongly back out of the account, as far as it is there. Part of the caller's
     * transaction; to call it again with the same reference takes nothing more.
     *
     * @param most what is to be recovered at most, yuan, not negative
     * @param reference what it is recovered for, unique
     * @return what was recovered under this reference: {@code most}, or the balance if that was less
     * @throws ProblemException CONFLICT if the reference was used for another account
     */
    BigDecimal recover(long personId, RegionCode pool, BigDecimal most, String reference);

    /**
     * Takes what is in the account out of it, because the relation has moved to another pool. Part of the caller's
     * transaction; to call it again with the same reference takes nothing more.
     *
     * @param most what was stated to the other pool, yuan, not negative
     * @param reference what it is taken out for, unique
     * @return what was taken out under this reference: {@code most}, or the balance if that was less
     * @throws ProblemException CONFLICT if the reference was used for another account
     */
    BigDecimal moveOut(long personId, RegionCode pool, BigDecimal most, String reference);

    /**
     * Credits an account, which is opened if there is none. Part of the caller's transaction; to call it again with the
     * same reference credits nothing more.
     *
     * @param amount yuan, more than nothing
     * @param reference what it is credited for, unique
     * @throws ProblemException CONFLICT if the reference was used for another account or amount
     */
    void credit(long personId, RegionCode pool, BigDecimal amount, String reference);
}
