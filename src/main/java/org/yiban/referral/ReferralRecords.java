package org.yiban.referral;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** The table of referrals. */
@Component
class ReferralRecords {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ReferralRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void open(CaseNumber number, RegionCode pool, String family, long silentId) {
        jdbc.sql("insert into yiban.referral (case_number, family, pool, silent_id, opened_at) values (?, ?, ?, ?, ?)")
                .params(
                        number.value(),
                        family,
                        pool.value(),
                        silentId,
                        time.now().toOffsetDateTime())
                .update();
    }

    /** The one that waits: of several, the last; those before it belong to processes that ended without a decision. */
    Optional<Open> waiting(CaseNumber number) {
        return jdbc.sql("select id, family, pool, silent_id from yiban.referral"
                        + " where case_number = ? and decided_id is null order by id desc limit 1")
                .param(number.value())
                .query((row, i) -> new Open(
                        row.getLong("id"),
                        row.getString("family"),
                        new RegionCode(row.getString("pool")),
                        row.getLong("silent_id")))
                .optional();
    }

    void decide(long id, long decidedId, String reason, String basis, String byUser) {
        jdbc.sql("update yiban.referral set decided_id = ?, reason = ?, basis = ?, decided_by = ?, decided_at = ?"
                        + " where id = ? and decided_id is null")
                .params(decidedId, reason, basis, byUser, time.now().toOffsetDateTime(), id)
                .update();
    }

    record Open(long id, String family, RegionCode pool, long silentId) {}
}
