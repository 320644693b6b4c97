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
 * The personal accounts in our own tables: the balance the core system last stated, less what was recovered and moved out, and
 * with what was credited, on the days after its statement.
 */
@Repository
class JdbcPersonalAccounts implements PersonalAccounts {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private record Change(long personId, String pool, BigDecimal amount) {}

    private final JdbcClient db;
    private final BusinessTime time;

    JdbcPersonalAccounts(JdbcClient db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public BigDecimal balance(long personId, RegionCode pool) {
        return find(personId, pool).orElse(NOTHING);
    }

    @Override
    public Optional<BigDecimal> find(long personId, RegionCode pool) {
        return db.sql("""
            select greatest(account.balance
                - coalesce((select sum(gone.amount) from yiban.account_recovery gone
                    where gone.person_id = account.person_id and gone.pool = account.pool
                        and gone.recovered_on > account.as_of), 0)
                + coalesce((select sum(moved.amount) from yiban.account_movement moved
                    where moved.person_id = account.person_id and moved.pool = account.pool
                        and moved.moved_on > account.as_of), 0), 0)
            from yiban.personal_account account
            where account.person_id = ? and account.pool = ?\
            """)
                .params(personId, pool.value())
                .query(BigDecimal.class)
                .optional()
                .map(balance -> balance.setScale(2, RoundingMode.UNNECESSARY));
    }

    @Override
    @Transactional
    public BigDecimal moveOut(long personId, RegionCode pool, BigDecimal most, String reference) {
        if (most.signum() < 0) {
            throw new IllegalArgumentException("to be moved out: " + most);
        }
        boolean exists = lock(personId, pool);
        Optional<Change> earlier = earlierMovement(reference);
        if (earlier.isPresent()) {
            return sameAccount(earlier.get(), personId, pool, reference).negate();
        }
        if (!exists) {
            return NOTHING;
        }
        BigDecimal amount = most.min(balance(personId, pool));
        move(personId, pool, amount.negate(), reference);
        return amount;
    }

    @Override
    @Transactional
    public void credit(long personId, RegionCode pool, BigDecimal amount, String reference) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("to be credited: " + amount);
        }
        db.sql("""
            insert into yiban.personal_account (person_id, pool, balance, as_of) values (?, ?, 0, ?)
            on conflict (person_id, pool) do nothing\
            """).params(personId, pool.value(), time.today().minusDays(1)).update();
        lock(personId, pool);
        Optional<Change> earlier = earlierMovement(reference);
        if (earlier.isEmpty()) {
            move(personId, pool, amount, reference);
        } else if (sameAccount(earlier.get(), personId, pool, reference).compareTo(amount) != 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "reference", reference, "这一编号已用于划入另一金额");
        }
    }

    private void move(long personId, RegionCode pool, BigDecimal amount, String reference) {
        db.sql("""
            insert into yiban.account_movement (reference, person_id, pool, amount, moved_on)
            values (?, ?, ?, ?, ?)\
            """)
                .params(reference, personId, pool.value(), amount, time.today())
                .update();
    }

    private Optional<Change> earlierMovement(String reference) {
        return db.sql("select person_id, pool, amount from yiban.account_movement where reference = ?")
                .param(reference)
                .query(Change.class)
                .optional();
    }

    /** Whether there is such an account; everybody else who changes it waits. */
    private boolean lock(long personId, RegionCode pool) {
        return db.sql("select true from yiban.personal_account where person_id = ? and pool = ? for update")
                .params(personId, pool.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    @Override
    @Transactional
    public BigDecimal recover(long personId, RegionCode pool, BigDecimal most, String reference) {
        if (most.signum() < 0) {
            throw new IllegalArgumentException("to be recovered: " + most);
        }
        boolean exists = lock(personId, pool);
        Optional<Change> earlier = earlier(reference);
        if (earlier.isPresent()) {
            return sameAccount(earlier.get(), personId, pool, reference);
        }
        if (!exists) {
            return NOTHING;
        }
        BigDecimal amount = most.min(balance(personId, pool));
        db.sql("""
            insert into yiban.account_recovery (reference, person_id, pool, amount, recovered_on)
            values (?, ?, ?, ?, ?)\
            """)
                .params(reference, personId, pool.value(), amount, time.today())
                .update();
        return amount;
    }

    private Optional<Change> earlier(String reference) {
        return db.sql("select person_id, pool, amount from yiban.account_recovery where reference = ?")
                .param(reference)
                .query(Change.class)
                .optional();
    }

    private static BigDecimal sameAccount(Change earlier, long personId, RegionCode pool, String reference) {
        if (earlier.personId() != personId || !earlier.pool().equals(pool.value())) {
            throw ProblemException.of(ProblemKind.CONFLICT, "reference", reference, "这一编号已用于另一个个人账户");
        }
        return earlier.amount();
    }
}
