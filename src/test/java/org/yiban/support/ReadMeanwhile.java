package org.yiban.support;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what stands in several tables while it changes: the reading is held up at one of them until the change is done. */
@Component
@Lazy
public class ReadMeanwhile {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReadMeanwhile(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What is read of a change that comes while it is read.
     *
     * @param table at which the reading is held up
     */
    public <T> T of(String table, Supplier<T> reading, Runnable change) {
        return transaction
                .execute(status -> {
                    jdbc.sql("lock table " + table + " in access exclusive mode")
                            .update();
                    CompletableFuture<T> read = CompletableFuture.supplyAsync(reading);
                    await().until(() -> waits(table));
                    change.run();
                    return read;
                })
                .join();
    }

    private boolean waits(String table) {
        return jdbc.sql("select exists (select from pg_locks where relation = ?::regclass and not granted)")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
