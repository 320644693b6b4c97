package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/** What the tables of orders and entries hold against whoever reaches them past the application. */
@YibanTest
class LedgerTablesTest {

    private static final RegionCode LIAOCHENG = new RegionCode("371500");

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void accountNumbersDoNotStandInTheDatabaseInClear() {
        PaymentOrder order = money.orderIn(LIAOCHENG, "120.00");
        String number = orders.account(order.key()).number();

        String row = jdbc.sql("select o::text || encode(o.account, 'escape') from yiban.payment_order o where id = ?")
                .param(order.id())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(number);
        assertThat(order.toString()).doesNotContain(number);
    }

    @Test
    void anAccountNumberMovedToAnotherOrderDoesNotOpen() {
        PaymentOrder one = money.orderIn(LIAOCHENG, "1.00");
        PaymentOrder other = money.orderIn(LIAOCHENG, "1.00");

        // Rolled back: an account like this one keeps a batch of the pool from leaving.
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update yiban.payment_order set account = (select account from yiban.payment_order where id = ?)"
                            + " where id = ?")
                    .params(one.id(), other.id())
                    .update();

            assertThatThrownBy(() -> orders.account(other.key()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(other.key());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update yiban.ledger_posting set amount = amount + 1",
                "delete from yiban.ledger_posting",
                "truncate yiban.ledger_posting",
                "delete from yiban.payment_order",
                "update yiban.payment_order set amount = amount + 1",
                "update yiban.payment_order set state = 'PAID', settled_at = now() where state = 'OPEN'",
                "update yiban.payment_order_event set text = ''",
                "insert into yiban.ledger_posting (pool, case_number, kind, debit, credit, amount, reference,"
                        + " posted_at) select pool, case_number, 'PAID', 'IN_TRANSIT', 'RECOVERED', 1, 'x', now() from"
                        + " yiban.payment_order limit 1"
            })
    void theDatabaseItselfRefuses(String change) {
        money.orderIn(LIAOCHENG, "120.00");

        assertThatThrownBy(() -> transaction.execute(status -> jdbc.sql(change).update()))
                .isInstanceOf(DataAccessException.class);
    }
}
