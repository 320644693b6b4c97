package org.yiban.ledger;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.keys.TextCipher;

/** Writes new orders with their entries and puts the months of their cases under them, for {@link PaymentOrders}. */
@Component
class IssuingOrders {

    private static final String ISSUE = """
            with issued as (
                insert into yiban.payment_order (order_key, case_number, pool, person_id, purpose, amount,
                    payee_name, account, account_masked, bank_code, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (order_key) do nothing
                returning id, pool, case_number, amount, order_key, attempt, issued_at),
            posted as (
                insert into yiban.ledger_posting
                    (pool, case_number, kind, debit, credit, amount, order_id, attempt, reference, posted_at)
                select pool, case_number, ?, ?, ?, amount, id, attempt,
                    order_key, issued_at from issued)
            select id from issued
            """;

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final BusinessTime time;
    private final Claims claims;
    private final TextCipher cipher;

    IssuingOrders(JdbcClient jdbc, PendingWrites writes, BusinessTime time, Claims claims, TextCipher cipher) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.time = time;
        this.claims = claims;
        this.cipher = cipher;
    }

    PaymentOrder issue(OrderRequest request) {
        boolean unclaimed = claims.takeBack(request.caseNumber(), request.months());
        Optional<PaymentOrder> issued = insert(request);
        if (issued.isEmpty()) {
            return earlier(request);
        }
        if (request.months().isEmpty()) {
            return issued.get();
        }
        if (unclaimed) {
            claims.claimFor(issued.get().id(), request.caseNumber(), request.months());
        } else {
            claims.putUnder(issued.get().id(), request.caseNumber(), request.months());
        }
        return issued.get();
    }

    private Optional<PaymentOrder> insert(OrderRequest request) {
        ZonedDateTime now = time.now();
        BankAccount account = request.payee().account();
        List<Object> parameters = List.of(
                request.key(),
                request.caseNumber().value(),
                request.pool().value(),
                request.personId(),
                request.purpose().name(),
                request.amount(),
                request.payee().name(),
                cipher.encrypt(OrderRows.accountPlace(request.key()), account.number()),
                account.masked(),
                account.bankCode(),
                now.toOffsetDateTime(),
                request.purpose().ordered().name(),
                request.purpose().ordered().debit().name(),
                request.purpose().ordered().credit().name());
        return writes.query(ISSUE, parameters, (row, i) -> issued(row.getLong("id"), request, now)).stream()
                .findFirst();
    }

    private static PaymentOrder issued(long id, OrderRequest request, ZonedDateTime now) {
        return new PaymentOrder(
                id,
                request.key(),
                request.caseNumber(),
                request.pool(),
                request.personId(),
                request.purpose(),
                request.amount(),
                request.payee().name(),
                request.payee().account().masked(),
                request.payee().account().bankCode(),
                OrderState.OPEN,
                1,
                null,
                now,
                null);
    }

    private PaymentOrder earlier(OrderRequest request) {
        PaymentOrder order = jdbc.sql(OrderRows.SELECT + "where o.order_key = ?")
                .param(request.key())
                .query(OrderRows::read)
                .single();
        if (!order.caseNumber().equals(request.caseNumber()) || order.amount().compareTo(request.amount()) != 0) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "order", request.key(), "这个付款单号已用于另一笔付款：" + order.amount() + " 元");
        }
        return order;
    }
}
