package org.yiban.refund;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.BankAccount;
import org.yiban.ledger.Payee;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.keys.TextCipher;
import org.yiban.refund.facts.PersonRecord;
import org.yiban.refund.facts.RefundClaim;
import org.yiban.refund.facts.RefundFacts;
import org.yiban.refund.facts.RefundReason;
import org.yiban.region.RegionCode;

/**
 * The table of refunds. Within a transaction a refund is read once and written once, at its end: its process takes many
 * steps in one transaction, and every step reads and changes it.
 */
@Component
class RefundRecords {

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final Payments payments;
    private final TextCipher cipher;
    private final ObjectMapper json;
    private final RefundsInHand inHand = new RefundsInHand(this::write);

    RefundRecords(JdbcClient jdbc, PendingWrites writes, Payments payments, TextCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.payments = payments;
        this.cipher = cipher;
        this.json = json;
    }

    /** Puts a refund on record. */
    void add(Refund refund, Payee payee, Payment payment, PersonRecord record) {
        inHand.add(refund, payee, payment, record);
    }

    /** All that the insured person paid, in whatever pool. */
    List<Payment> allPayments(Refund refund) {
        return personRecord(refund)
                .map(PersonRecord::payments)
                .orElseGet(() -> payments.ofAll(List.of(refund.personId())).getOrDefault(refund.personId(), List.of()));
    }

    /** The record of the insured person, where it was handed on with the refund. */
    Optional<PersonRecord> personRecord(Refund refund) {
        return inHand.record(refund.personId());
    }

    /** Changes a refund that was read in this transaction. */
    void save(Refund refund) {
        inHand.change(refund);
    }

    /** Changes who is paid. */
    void save(Refund refund, Payee payee) {
        inHand.change(
                refund.change()
                        .payee(new RefundPayee(
                                payee.name(),
                                payee.account().masked(),
                                payee.account().bankCode()))
                        .done(),
                payee);
    }

    Refund require(CaseNumber number) {
        return inHand.find(number).orElseGet(() -> inHand.read(select(number)));
    }

    /** Whether this very transaction puts a refund on record. */
    boolean addedNow(CaseNumber number) {
        return inHand.isNew(number);
    }

    /** What is claimed back. */
    Payment payment(Refund refund) {
        return inHand.payment(refund.paymentId(), payments::require);
    }

    /** What is claimed and why, as the application and the record state it. */
    RefundClaim claim(Refund refund) {
        return new RefundClaim(
                refund.personId(),
                refund.pool(),
                refund.reason(),
                payment(refund),
                refund.requestedOn(),
                refund.eventOn(),
                refund.eventUntil());
    }

    private Refund select(CaseNumber number) {
        return jdbc.sql("select * from yiban.refund where case_number = ?")
                .param(number.value())
                .query(this::refund)
                .single();
    }

    /** The refunds among these cases. */
    List<Refund> find(Collection<CaseNumber> numbers) {
        return jdbc.sql("select * from yiban.refund where case_number = any (?)")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(this::refund)
                .list();
    }

    /** The open refunds of some payments. */
    List<Refund> openOf(Collection<Long> paymentIds) {
        return jdbc.sql("select * from yiban.refund where payment_id = any (?) and open order by case_number")
                .param(paymentIds.toArray(Long[]::new))
                .query(this::refund)
                .list();
    }

    /** Who is paid, with the account number in full: for payment orders alone. */
    Payee payee(Refund refund) {
        return inHand.payee(refund.caseNumber())
                .orElseGet(() -> new Payee(
                        refund.payee().name(),
                        new BankAccount(
                                account(refund.caseNumber()), refund.payee().bankCode())));
    }

    private String account(CaseNumber number) {
        byte[] sealed = jdbc.sql("select account from yiban.refund where case_number = ?")
                .param(number.value())
                .query(byte[].class)
                .single();
        return cipher.decrypt(place(number), sealed);
    }

    private static String place(CaseNumber number) {
        return "yiban.refund.account:" + number;
    }

    private void write(RefundsInHand.Held held) {
        Refund refund = held.refund();
        if (held.isNew()) {
            insert(refund, held.payee());
            return;
        }
        if (held.payee() != null) {
            jdbc.sql("update yiban.refund set account = ? where case_number = ?")
                    .params(
                            cipher.encrypt(
                                    place(refund.caseNumber()),
                                    held.payee().account().number()),
                            refund.caseNumber().value())
                    .update();
        }
        RefundRuling ruling = refund.ruling();
        jdbc.sql("""
                        update yiban.refund set payee_name = ?, account_masked = ?, bank_code = ?, facts = ?,
                            evidence_seen = ?, scope = ?, basis = ?, relation_ends = ?, refund_from = ?, refund_to = ?, amount = ?,
                            clawback = ?, recovered = ?, deducted = ?, collections = ?, stop_reason = ?, round = ?, open = ?
                        where case_number = ?
                        """)
                .params(
                        refund.payee().name(),
                        refund.payee().maskedAccount(),
                        refund.payee().bankCode(),
                        text(refund.facts()),
                        String.join(";", refund.evidenceSeen()),
                        ruling == null ? null : ruling.scope(),
                        ruling == null ? null : ruling.basis(),
                        ruling != null && ruling.relationEnds(),
                        ruling == null ? null : firstDay(ruling.from()),
                        ruling == null ? null : firstDay(ruling.to()),
                        ruling == null ? null : ruling.amount(),
                        ruling == null ? null : ruling.clawback(),
                        refund.recovered(),
                        refund.deducted(),
                        refund.collections(),
                        refund.stopReason(),
                        refund.round(),
                        refund.open(),
                        refund.caseNumber().value())
                .update();
    }

    private void insert(Refund refund, Payee payee) {
        RefundRuling ruling = refund.ruling();
        writes.later(
                """
                        insert into yiban.refund (case_number, pool, person_id, payment_id, reason, requested_on, event_on,
                            event_until, claimed_from, claimed_to, claimed_amount, payee_is, payee_name, account,
                            account_masked, bank_code, contact_phone, facts, evidence_seen, scope, basis, relation_ends, refund_from,
                            refund_to, amount, clawback, recovered, deducted, collections, stop_reason, round, release_file,
                            released_amount, open)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                refund.caseNumber().value(),
                refund.pool().value(),
                refund.personId(),
                refund.paymentId(),
                refund.reason().name(),
                refund.requestedOn(),
                refund.eventOn(),
                refund.eventUntil(),
                firstDay(refund.claimedFrom()),
                firstDay(refund.claimedTo()),
                refund.claimedAmount(),
                refund.payeeIs().name(),
                refund.payee().name(),
                cipher.encrypt(place(refund.caseNumber()), payee.account().number()),
                refund.payee().maskedAccount(),
                refund.payee().bankCode(),
                refund.contactPhone(),
                text(refund.facts()),
                String.join(";", refund.evidenceSeen()),
                ruling == null ? null : ruling.scope(),
                ruling == null ? null : ruling.basis(),
                ruling != null && ruling.relationEnds(),
                ruling == null ? null : firstDay(ruling.from()),
                ruling == null ? null : firstDay(ruling.to()),
                ruling == null ? null : ruling.amount(),
                ruling == null ? null : ruling.clawback(),
                refund.recovered(),
                refund.deducted(),
                refund.collections(),
                refund.stopReason(),
                refund.round(),
                refund.releaseFile(),
                refund.releasedAmount(),
                refund.open());
    }

    private Refund refund(ResultSet row, int index) throws SQLException {
        String scope = row.getString("scope");
        return new Refund(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                row.getLong("payment_id"),
                RefundReason.valueOf(row.getString("reason")),
                row.getObject("requested_on", LocalDate.class),
                row.getObject("event_on", LocalDate.class),
                row.getObject("event_until", LocalDate.class),
                month(row, "claimed_from"),
                month(row, "claimed_to"),
                row.getBigDecimal("claimed_amount"),
                PayeeRole.valueOf(row.getString("payee_is")),
                new RefundPayee(
                        row.getString("payee_name"), row.getString("account_masked"), row.getString("bank_code")),
                row.getString("contact_phone"),
                facts(row.getString("facts")),
                codes(row.getString("evidence_seen")),
                scope == null
                        ? null
                        : new RefundRuling(
                                scope,
                                row.getString("basis"),
                                row.getBoolean("relation_ends"),
                                month(row, "refund_from"),
                                month(row, "refund_to"),
                                row.getBigDecimal("amount"),
                                row.getBigDecimal("clawback")),
                row.getBigDecimal("recovered"),
                row.getBigDecimal("deducted"),
                row.getInt("collections"),
                row.getString("stop_reason"),
                row.getInt("round"),
                row.getString("release_file"),
                row.getBigDecimal("released_amount"),
                row.getBoolean("open"));
    }

    private String text(RefundFacts facts) {
        try {
            return facts == null ? null : json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RefundFacts facts(String text) {
        try {
            return text == null ? null : json.readValue(text, RefundFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> codes(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(";"));
    }

    private static LocalDate firstDay(YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : YearMonth.from(day);
    }
}
