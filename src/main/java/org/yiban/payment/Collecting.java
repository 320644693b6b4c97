package org.yiban.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.exchange.Party;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrdered;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.payment.TreasuryMessages.CollectionResult;

/**
 * Money that is to come in (收款): the tax bureau is asked for it where it is connected, and says what came; where it is
 * not, finance records the receipt. What contradicts an earlier result changes nothing and is kept for the reconciliation.
 */
@Component
public class Collecting implements MessageHandler {

    private final CollectionOrders orders;
    private final TreasuryMessages messages;
    private final Access access;
    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    Collecting(
            CollectionOrders orders,
            TreasuryMessages messages,
            Access access,
            JdbcClient jdbc,
            BusinessTime time,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.messages = messages;
        this.access = access;
        this.jdbc = jdbc;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void ask(CollectionOrdered ordered) {
        if (messages.collectsThroughExchange(ordered.order().pool())) {
            messages.send(ordered.order());
        }
    }

    @Override
    public String type() {
        return TreasuryMessages.COLLECTION_RESULT;
    }

    @Override
    public boolean listensTo(Party sender) {
        return sender.equals(TreasuryMessages.TAX_BUREAU);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Handling handle(Message message) {
        CollectionResult result = messages.read(message, CollectionResult.class);
        CollectionOrder order = find(result.order())
                .filter(found -> Party.pool(found.pool()).equals(message.to()))
                .orElseThrow(() -> ProblemException.invalid("order", result.order(), "没有这张收款单"));
        record(order, result.state(), result.amount(), result.receipt(), day(result.at()), null);
        return Handling.HANDLED;
    }

    /**
     * Finance records what came in for an order of its pool.
     *
     * @param receivedOn the day on which it came in, today if not stated
     * @throws ProblemException INVALID_INPUT for a state, amount, receipt or day that does not fit; NOT_FOUND, FORBIDDEN;
     *     CONFLICT if it was settled otherwise
     */
    public CollectionOrder settle(String key, String state, String amount, String receipt, LocalDate receivedOn) {
        CollectionOrder order = find(key)
                .filter(found -> access.current().casePools().contains(found.pool()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "order", key, "没有这张收款单"));
        CurrentUser user = access.require(order.pool(), Role.FINANCE);
        LocalDate day = receivedOn == null ? time.today() : receivedOn;
        requireArrived("receivedOn", day);
        Effect effect = transaction.execute(status -> record(order, state, amount, receipt, day, user.id()));
        if (effect == Effect.CONTRADICTED) {
            // The contradiction is kept all the same.
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "order",
                    key,
                    "这张收款单已登记为“" + order.state().title() + "”" + order.collected() + " 元，不能改变；已记入对账，请与税务核实");
        }
        return orders.require(key);
    }

    private void requireArrived(String field, LocalDate day) {
        if (day.isAfter(time.today())) {
            throw ProblemException.invalid(field, day.toString(), "到账日不能晚于今天（" + time.today() + "）");
        }
    }

    /** The day of a moment that the tax bureau names, which is over; today where it names none. */
    private LocalDate day(String at) {
        if (at == null) {
            return time.today();
        }
        try {
            LocalDate day = OffsetDateTime.parse(at)
                    .atZoneSameInstant(BusinessTime.ZONE)
                    .toLocalDate();
            requireArrived("at", day);
            return day;
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("at", at, "应为带时区的时刻，如 2026-03-02T10:15:00+08:00");
        }
    }

    private Effect record(
            CollectionOrder order, String state, String amount, String receipt, LocalDate receivedOn, String by) {
        Violations violations = new Violations();
        CollectionState read = violations.collect(() -> state(state));
        BigDecimal collected = violations.collect(() -> amount(amount));
        String number = violations.collect(() -> collected != null && collected.signum() > 0
                ? FreeText.required("receipt", receipt)
                : FreeText.optional("receipt", receipt));
        violations.throwIfAny();
        Effect effect = orders.settle(order.key(), read, collected, number, collected.signum() > 0 ? receivedOn : null);
        jdbc.sql("""
            insert into yiban.collection_result (collection_id, state, amount, receipt, effect, by_user, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        order.id(),
                        read.name(),
                        collected,
                        number,
                        effect.name(),
                        by,
                        time.now().toOffsetDateTime())
                .update();
        return effect;
    }

    private Optional<CollectionOrder> find(String key) {
        return key == null ? Optional.empty() : orders.find(key);
    }

    private static CollectionState state(String state) {
        return Arrays.stream(CollectionState.values())
                .filter(each -> each != CollectionState.OPEN && each.name().equals(state))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("state", state, "应为 PAID（已收齐）、PARTLY（部分收到）或 EXPIRED（逾期未收）"));
    }

    private static BigDecimal amount(String amount) {
        if (amount == null || !amount.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw ProblemException.invalid("amount", amount, "应为不超过两位小数的数字，单位元；没有收到写 0");
        }
        return new BigDecimal(amount);
    }
}
