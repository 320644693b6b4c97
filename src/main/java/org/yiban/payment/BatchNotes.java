package org.yiban.payment;

import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** What happened to a batch, in order; only added to. Joins the transaction of its caller. */
@Component
class BatchNotes {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    BatchNotes(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param by user id, {@code null} for the system */
    void add(CaseNumber batch, String text, String by) {
        jdbc.sql("insert into yiban.payment_batch_event (batch, text, by_user, at) values (?, ?, ?, ?)")
                .params(batch.value(), text, by, time.now().toOffsetDateTime())
                .update();
    }

    List<Note> of(CaseNumber batch) {
        return jdbc.sql("select text, by_user, at from yiban.payment_batch_event where batch = ? order by id")
                .param(batch.value())
                .query((row, i) ->
                        new Note(row.getString("text"), row.getString("by_user"), BatchRecords.moment(row, "at")))
                .list();
    }

    /** @param by user id, {@code null} for the system */
    record Note(String text, String by, ZonedDateTime at) {}
}
