package org.yiban.refund;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.Payee;
import org.yiban.person.Payment;
import org.yiban.refund.facts.PersonRecord;

/** The refunds of the running transaction: what was read and what is to be written when it commits. */
final class RefundsInHand {

    private final Consumer<Held> writer;

    RefundsInHand(Consumer<Held> writer) {
        this.writer = writer;
    }

    /** Takes a refund that is not on record yet, with the person's record if it is known. */
    void add(Refund refund, Payee payee, Payment payment, PersonRecord record) {
        held().payments.put(payment.id(), payment);
        if (record != null) {
            held().records.put(refund.personId(), record);
        }
        held().refunds.put(refund.caseNumber(), new Held(refund, payee, true, true));
    }

    /** Takes a refund as it was read; without a transaction it is not kept. */
    Refund read(Refund refund) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            held().refunds.put(refund.caseNumber(), new Held(refund, null, false, false));
        }
        return refund;
    }

    void change(Refund refund) {
        Held before = held().refunds.get(refund.caseNumber());
        change(refund, before == null ? null : before.payee());
    }

    void change(Refund refund, Payee payee) {
        Held before = held().refunds.get(refund.caseNumber());
        held().refunds.put(refund.caseNumber(), new Held(refund, payee, before != null && before.isNew(), true));
    }

    Optional<Refund> find(CaseNumber number) {
        return known(number).map(Held::refund);
    }

    /** Who is paid, where this transaction knows it in full. */
    Optional<Payee> payee(CaseNumber number) {
        return known(number).map(Held::payee);
    }

    Optional<PersonRecord> record(long personId) {
        return Optional.ofNullable(inHand()).map(inHand -> inHand.records.get(personId));
    }

    boolean isNew(CaseNumber number) {
        return known(number).filter(Held::isNew).isPresent();
    }

    private Optional<Held> known(CaseNumber number) {
        return Optional.ofNullable(inHand()).map(inHand -> inHand.refunds.get(number));
    }

    private InHand inHand() {
        return (InHand) TransactionSynchronizationManager.getResource(this);
    }

    private InHand held() {
        InHand known = inHand();
        if (known != null) {
            return known;
        }
        InHand held = new InHand();
        TransactionSynchronizationManager.bindResource(this, held);
        TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(held));
        return held;
    }

    /** The payment of a number: a payment never changes, so that it is read once. */
    Payment payment(long id, LongFunction<Payment> reader) {
        boolean keeps = TransactionSynchronizationManager.isSynchronizationActive();
        return keeps ? held().payments.computeIfAbsent(id, reader::apply) : reader.apply(id);
    }

    /** All that a transaction holds. */
    private static final class InHand {
        private final Map<CaseNumber, Held> refunds = new LinkedHashMap<>();
        private final Map<Long, Payment> payments = new HashMap<>();
        private final Map<Long, PersonRecord> records = new HashMap<>();
    }

    /**
     * A refund as the transaction sees it.
     *
     * @param payee in full if it is to be written; else {@code null}
     * @param isNew whether it is not on record yet
     * @param changed whether it has to be written
     */
    record Held(Refund refund, Payee payee, boolean isNew, boolean changed) {}

    /** Of one transaction; suspended with it where another one runs within. */
    private final class AtTheEnd implements TransactionSynchronization {

        private final InHand held;

        AtTheEnd(InHand held) {
            this.held = held;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            held.refunds.values().stream().filter(Held::changed).forEach(writer);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RefundsInHand.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RefundsInHand.this, held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RefundsInHand.this);
        }
    }
}
