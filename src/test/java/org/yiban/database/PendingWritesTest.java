package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;

@YibanTest
class PendingWritesTest {

    private static final String ADD = "insert into pending_writes_test (n, text) values (?, ?)";

    @Autowired
    private PendingWrites writes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;

    @BeforeEach
    void emptyTable() {
        transaction = new TransactionTemplate(transactions);
        jdbc.sql("create table if not exists pending_writes_test (n integer primary key, text text)")
                .update();
        jdbc.sql("delete from pending_writes_test").update();
    }

    @Test
    void writes_what_was_handed_over_when_the_transaction_commits() {
        transaction.executeWithoutResult(status -> {
            writes.later(ADD, 1, null);
            writes.later(ADD, 2, "二");
            assertThat(writes.past(this::rows)).isEmpty();
        });
        assertThat(rows()).containsExactly(1, 2);
    }

    @Test
    void shows_a_reader_in_the_same_transaction_what_was_written_before() {
        transaction.executeWithoutResult(status -> {
            writes.later(ADD, 1, "一");
            assertThat(rows()).containsExactly(1);
        });
    }

    @Test
    void writes_what_is_handed_over_while_the_transaction_is_about_to_commit() {
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        writes.later(ADD, 1, "一");
                    }
                }));
        assertThat(rows()).containsExactly(1);
    }

    @Test
    void undoes_the_transaction_if_a_write_fails_at_its_end() {
        jdbc.sql(ADD).params(2, "二").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    writes.later(ADD, 1, "一");
                    writes.later(ADD, 2, "又");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(rows()).containsExactly(2);
    }

    @Test
    void undoes_the_transaction_if_what_a_write_changed_is_refused() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    writes.later(ADD, 1, "一");
                    writes.later("update pending_writes_test set text = ? where n = ?", List.of("九", 9), changed -> {
                        throw new IllegalStateException("changed " + changed);
                    });
                }))
                .hasMessage("changed 0");
        assertThat(rows()).isEmpty();
    }

    @Test
    void writes_what_the_answer_to_a_write_hands_over() {
        transaction.executeWithoutResult(
                status -> writes.later(ADD, Arrays.asList(1, null), changed -> writes.later(ADD, 1 + changed, "二")));
        assertThat(rows()).containsExactly(1, 2);
    }

    @Test
    void asks_with_all_that_waits_before_it() {
        transaction.executeWithoutResult(status -> {
            AtomicInteger changed = new AtomicInteger();
            writes.later(ADD, 1, "一");
            writes.later("update pending_writes_test set text = ?", List.of("壹"), changed::set);
            assertThat(writes.query(
                            "select text from pending_writes_test where n = ?",
                            List.of(1),
                            (row, i) -> row.getString(1)))
                    .containsExactly("壹");
            assertThat(changed).hasValue(1);
        });
    }

    @Test
    void takes_back_a_write_that_still_waits_and_no_other() {
        transaction.executeWithoutResult(status -> {
            writes.later("a", ADD, List.of(1, "一"), changed -> {});
            assertThat(writes.takeBack("b")).isFalse();
            assertThat(writes.takeBack("a")).isTrue();
            writes.later("a", ADD, List.of(2, "二"), changed -> {});
            assertThat(rows()).containsExactly(2);
            assertThat(writes.takeBack("a")).isFalse();
        });
        assertThat(rows()).containsExactly(2);
    }

    @Test
    void keeps_the_writes_of_a_transaction_apart_from_those_of_one_within_it() {
        TransactionTemplate within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    writes.later(ADD, 1, "一");
                    within.executeWithoutResult(inner -> writes.later(ADD, 2, "二"));
                    throw new IllegalStateException("the outer one fails");
                }))
                .hasMessage("the outer one fails");
        assertThat(rows()).containsExactly(2);
    }

    @Test
    void writes_at_once_without_a_transaction() {
        writes.later(ADD, 1, "一");
        assertThat(rows()).containsExactly(1);
    }

    private List<Integer> rows() {
        return jdbc.sql("select n from pending_writes_test order by n")
                .query(Integer.class)
                .list();
    }
}
