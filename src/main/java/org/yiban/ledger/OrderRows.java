package org.yiban.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** Reads rows of {@code yiban.payment_order}. */
final class OrderRows {

    /** Of the alias {@code o}. */
    static final String COLUMNS =
            "o.id, o.order_key, o.case_number, o.pool, o.person_id, o.purpose, o.amount, o.payee_name,"
                    + " o.account_masked, o.bank_code, o.state, o.attempt, o.reason, o.issued_at, o.settled_at ";

    static final String SELECT = "select " + COLUMNS + "from yiban.payment_order o ";

    private OrderRows() {}

    static PaymentOrder read(ResultSet row, int index) throws SQLException {
        return new PaymentOrder(
                row.getLong("id"),
                row.getString("order_key"),
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                OrderPurpose.valueOf(row.getString("purpose")),
                row.getBigDecimal("amount"),
                row.getString("payee_name"),
                row.getString("account_masked"),
                row.getString("bank_code"),
                OrderState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("reason"),
                moment(row, "issued_at"),
                moment(row, "settled_at"));
    }

    static ZonedDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE);
    }

    /** Where the account number of an order stands. */
    static String accountPlace(String key) {
        return "yiban.payment_order.account:" + key;
    }
}
