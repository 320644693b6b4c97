package org.yiban.casework;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** Gives out the numbers of cases and enquiries, without gaps: a number comes back if its transaction fails. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunningNumbers {

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final BusinessTime time;

    RunningNumbers(JdbcClient jdbc, PendingWrites writes, BusinessTime time) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.time = time;
    }

    /** The next number of a kind, a pool and this year. */
    public CaseNumber next(String kindLetters, RegionCode pool) {
        int year = time.today().getYear();
        long running = writes.past(() -> jdbc.sql("""
                        insert into yiban.case_sequence (prefix, year, last) values (?, ?, 1)
                        on conflict (prefix, year) do update set last = case_sequence.last + 1
                        returning last
                        """)
                .params(kindLetters + pool.value(), year)
                .query(Long.class)
                .single());
        return CaseNumber.of(kindLetters, pool.value(), year, running);
    }
}
