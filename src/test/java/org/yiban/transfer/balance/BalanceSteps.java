package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler.Handling;
import org.yiban.exchange.Party;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.BatchedOrders;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.ReturnedPayments;
import org.yiban.ledger.Settlement;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;
import org.yiban.transfer.Side;
import org.yiban.transfer.TransferEnded;

/** Balances that follow completed transfers, as either side's staff handle them over HTTP. */
@Component
@Lazy
public class BalanceSteps {

    private final ApiClient api;
    private final Applicants applicants;
    private final Cases cases;
    private final PaymentOrders orders;
    private final BatchedOrders batched;
    private final ReturnedPayments returned;
    private final ReceivingBalances receiving;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    BalanceSteps(
            ApiClient api,
            Applicants applicants,
            Cases cases,
            PaymentOrders orders,
            BatchedOrders batched,
            ReturnedPayments returned,
            ReceivingBalances receiving,
            TaskService tasks,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.api = api;
        this.applicants = applicants;
        this.cases = cases;
        this.orders = orders;
        this.batched = batched;
        this.returned = returned;
        this.receiving = receiving;
        this.tasks = tasks;
        this.transaction = transaction;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A side of a transfer that has just been completed. */
    public record Completed(CaseNumber number, UUID conversation, long personId, RegionCode pool) {}

    /**
     * The transfer-out side, whose table stated a balance.
     *
     * @param stated {@code null} for no account
     * @param balance what stands in the account by now
     */
    public Completed out(String fromPool, String toPool, String stated, String balance) {
        return completed(Side.OUT, fromPool, toPool, stated, balance);
    }

    /** The transfer-in side, to which a balance was stated. */
    public Completed in(String fromPool, String toPool, String stated) {
        return completed(Side.IN, fromPool, toPool, stated, null);
    }

    /** The same, before it is completed. */
    public Completed open(Side side, String fromPool, String toPool, String stated, String balance) {
        RegionCode pool = new RegionCode(side == Side.IN ? toPool : fromPool);
        Applicant person = applicants.employedIn(new RegionCode(fromPool));
        CaseKind kind = side == Side.IN ? CaseKind.TRANSFER_IN : CaseKind.TRANSFER_OUT;
        UUID conversation = UUID.randomUUID();
        CaseNumber number = transaction
                .execute(status -> cases.open(kind, pool, person.id(), "test"))
                .number();
        jdbc.sql("""
            insert into yiban.transfer (case_number, side, conversation_id, person_id, identity, from_region,
                from_pool, to_region, to_pool, applied_on, accepted_on, open)
            values (?, ?, ?, ?, 'EMPLOYER', ?, ?, ?, ?, '2026-02-12', '2026-02-12', false)
            """)
                .params(number.value(), side.name(), conversation, person.id(), fromPool, fromPool, toPool, toPool)
                .update();
        jdbc.sql("""
            insert into yiban.information_table (case_number, months, paid_months, deemed_months,
                stated_by_pool, prepared_at, balance, conversation_id)
                        values (?, '[]'::jsonb, 0, 0, ?, ?, ?, ?)
            """)
                .params(
                        number.value(),
                        fromPool,
                        OffsetDateTime.now(BusinessTime.ZONE),
                        stated == null ? null : new BigDecimal(stated),
                        conversation)
                .update();
        if (balance != null) {
            jdbc.sql("insert into yiban.personal_account (person_id, pool, balance, as_of) values (?, ?, ?, ?)")
                    .params(person.id(), fromPool, new BigDecimal(balance), LocalDate.of(2026, 1, 31))
                    .update();
        }
        return new Completed(number, conversation, person.id(), pool);
    }

    private Completed completed(Side side, String fromPool, String toPool, String stated, String balance) {
        Completed opened = open(side, fromPool, toPool, stated, balance);
        complete(opened);
        return opened;
    }

    public void complete(Completed opened) {
        transaction.executeWithoutResult(status -> {
            cases.close(opened.number(), CaseState.COMPLETED, "转移完成");
            events.publishEvent(new TransferEnded(opened.number(), CaseState.COMPLETED));
        });
    }

    /** The treasury pays the order of a case, or gives it back. */
    public void treasuryPays(Completed out, OrderState result) {
        transaction.executeWithoutResult(status -> {
            PaymentOrder order = orders.of(out.number()).get(0);
            batched.putInto("test", order.pool(), List.of(order.key()), 1, "financejn");
            batched.leave("test", List.of(order.id()));
            orders.settle(
                    order.key(),
                    order.attempt(),
                    new Settlement(result, result == OrderState.REJECTED ? "账号不存在" : null, "test", null));
        });
    }

    /** The other agency's bank returns what was paid. */
    public void comesBack(Completed out) {
        transaction.executeWithoutResult(status -> {
            PaymentOrder order = orders.of(out.number()).get(0);
            returned.takeBack(
                    order.key(), order.attempt(), new Settlement(OrderState.REJECTED, "账户已销户", "test", null, true));
        });
    }

    /** The treasury says what arrived. */
    public Handling treasurySays(Completed in, String amount, String receipt) {
        return treasurySays(in, amount, receipt, "2026-03-02");
    }

    public Handling treasurySays(Completed in, String amount, String receipt, String receivedOn) {
        String payload = "{\"reference\":\"%s\",\"amount\":\"%s\",\"receivedOn\":\"%s\",\"receipt\":\"%s\"}"
                .formatted(BalanceMove.referenceOf(in.conversation()), amount, receivedOn, receipt);
        return transaction.execute(status -> receiving.handle(new Message(
                "received:" + receipt,
                receiving.type(),
                Party.partner("treasury"),
                Party.pool(in.pool()),
                UUID.randomUUID(),
                payload)));
    }

    public Answer post(String user, Completed side, String step, Map<String, ?> body) {
        return api.post(user, "/api/transfers/balance/tasks/" + task(side).getId() + "/" + step, body);
    }

    public Answer arrives(Completed in, String amount, String receipt) {
        return post(
                "financelc", in, "arrival", Map.of("amount", amount, "receivedOn", "2026-03-02", "receipt", receipt));
    }

    /** Finance records money on the case, beside any task. */
    public Answer arrivesUnasked(Completed in, String user, String amount, String receipt) {
        return api.post(
                user,
                "/api/transfers/" + in.number() + "/balance/arrivals",
                Map.of("amount", amount, "receivedOn", "2026-03-02", "receipt", receipt));
    }

    public Answer settleShortfall(String user, Completed out, Map<String, ?> body) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(out.number() + "/shortfall")
                .singleResult()
                .getId();
        return api.post(user, "/api/transfers/balance/tasks/" + task + "/shortfall", body);
    }

    public Answer view(String user, Completed side) {
        return api.get(user, "/api/transfers/" + side.number() + "/balance");
    }

    /** The one open task beside the case. */
    public Task task(Completed side) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(side.number() + "/balance")
                .singleResult();
    }
}
