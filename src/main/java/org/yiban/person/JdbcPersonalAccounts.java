package org.yiban.person;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/**
 * The personal accounts in our own tables: the balance the core system last stated, less what was recovered on the days
 * after its statement.
 */
@Repository
class JdbcPersonalAccounts implements PersonalAccounts {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private record Recovery(long personId, String pool, BigDecimal amount) {}

    private final JdbcClient db;
    private final BusinessTime time;

    JdbcPersonalAccounts(JdbcClient db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public BigDecimal balance(long personId, RegionCode pool) {
        return db.sql("""
                        select greatest(account.balance - coalesce(sum(gone.amount), 0), 0)
                        from yiban.personal_account account
                        left join yiban.account_recovery gone on gone.person_id = account.person_id
                            and gone.pool = account.pool and gone.recovered_on > account.as_of
                        where account.person_id = ? and account.pool = ?
                        group by account.balance""")
                .params(personId, pool.value())
                .query(BigDecimal.class)
                .optional()
                .map(balance -> balance.setScale(2, RoundingMode.UNNECESSARY))
                .orElse(NOTHING);
    }

    @Override
    @Transactional
    public BigDecimal recover(long personId, RegionCode pool, BigDecimal most, String reference) {
        if (most.signum() < 0) {
            throw new IllegalArgumentException("to be recovered: " + most);
        }
        boolean exists = db.sql("select true from yiban.personal_account where person_id = ? and pool = ? for update")
                .params(personId, pool.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
        Optional<Recovery> earlier = earlier(reference);
        if (earlier.isPresent()) {
            return sameAccount(earlier.get(), personId, pool, reference);
        }
        if (!exists) {
            return NOTHING;
        }
        BigDecimal amount = most.min(balance(personId, pool));
        db.sql("""
                        insert into yiban.account_recovery (reference, person_id, pool, amount, recovered_on)
                        values (?, ?, ?, ?, ?)""")
                .params(reference, personId, pool.value(), amount, time.today())
                .update();
        return amount;
    }

    private Optional<Recovery> earlier(String reference) {
        return db.sql("select person_id, pool, amount from yiban.account_recovery where reference = ?")
                .param(reference)
                .query(Recovery.class)
                .optional();
    }

    private static BigDecimal sameAccount(Recovery earlier, long personId, RegionCode pool, String reference) {
        if (earlier.personId() != personId || !earlier.pool().equals(pool.value())) {
            throw ProblemException.of(ProblemKind.CONFLICT, "reference", reference, "这一编号已用于收回另一个个人账户");
        }
        return earlier.amount();
    }
}
