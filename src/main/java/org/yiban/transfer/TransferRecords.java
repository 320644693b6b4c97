package org.yiban.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/** The table of transfers. */
@Component
class TransferRecords {

    private final JdbcClient jdbc;

    TransferRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Transfer transfer) {
        jdbc.sql("""
            insert into yiban.transfer (case_number, side, conversation_id, person_id, identity, from_scheme,
              from_region, from_pool, to_region, to_pool, applied_on, accepted_on, contact_phone)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        transfer.caseNumber().value(),
                        transfer.side().name(),
                        transfer.conversationId(),
                        transfer.personId(),
                        transfer.identity().name(),
                        transfer.fromScheme().name(),
                        transfer.fromRegion().value(),
                        transfer.fromPool().value(),
                        transfer.toRegion().value(),
                        transfer.toPool().value(),
                        transfer.appliedOn(),
                        transfer.acceptedOn(),
                        transfer.contactPhone())
                .update();
    }

    void accept(CaseNumber number, LocalDate acceptedOn) {
        set(number, "accepted_on", acceptedOn);
    }

    /** Keeps why a transfer is refused where a rule of the record itself says so, or where the other side named none. */
    void refuse(CaseNumber number, String reason) {
        refuse(number, new Refusal(reason, List.of()));
    }

    void refuse(CaseNumber number, Refusal refusal) {
        jdbc.sql("update yiban.transfer set refusal_reason = ?, refusal_basis = ? where case_number = ?")
                .params(refusal.reason(), ProvisionReference.join(refusal.basis()), number.value())
                .update();
    }

    void request(CaseNumber number) {
        set(number, "requested", true);
    }

    void died(CaseNumber number, LocalDate diedOn) {
        set(number, "died_on", diedOn);
    }

    void complete(CaseNumber number, LocalDate completedOn) {
        set(number, "completed_on", completedOn);
    }

    void close(CaseNumber number) {
        set(number, "open", false);
    }

    /** Opens a closed transfer again: nothing of how it ended holds on, and a new conversation begins. */
    void reopen(CaseNumber number, OffsetDateTime at) {
        jdbc.sql("""
            update yiban.transfer set open = true, conversation_id = ?, requested = false, accepted_on = null,
              refusal_reason = null, refusal_basis = null, reopened_at = ?
            where case_number = ?
            """).params(UUID.randomUUID(), at, number.value()).update();
    }

    private void set(CaseNumber number, String column, Object value) {
        jdbc.sql("update yiban.transfer set " + column + " = ? where case_number = ?")
                .params(value, number.value())
                .update();
    }

    /** @throws ProblemException NOT_FOUND for a case of another kind */
    Transfer require(CaseNumber number) {
        return find(List.of(number)).stream().findFirst().orElseThrow(() -> Cases.unknown(number));
    }

    /** The sides of transfers among these cases. */
    List<Transfer> find(Collection<CaseNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from yiban.transfer where case_number in (:numbers)")
                .param("numbers", numbers.stream().map(CaseNumber::value).toList())
                .query(TransferRecords::transfer)
                .list();
    }

    Optional<Transfer> find(UUID conversationId, Side side) {
        return jdbc.sql("select * from yiban.transfer where conversation_id = ? and side = ?")
                .params(conversationId, side.name())
                .query(TransferRecords::transfer)
                .optional();
    }

    /** All open transfers of a side. */
    List<Transfer> open(Side side) {
        return jdbc.sql("select * from yiban.transfer where open and side = ? order by case_number")
                .param(side.name())
                .query(TransferRecords::transfer)
                .list();
    }

    /** The person's open transfer on this side; waits for others who are opening one for the same person. */
    Optional<Transfer> lockOpen(long personId, Side side) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('transfer' || ?, ?))")
                .params(side.name(), personId)
                .query((row, i) -> Boolean.TRUE)
                .single();
        return jdbc.sql("select * from yiban.transfer where person_id = ? and side = ? and open")
                .params(personId, side.name())
                .query(TransferRecords::transfer)
                .optional();
    }

    private static Transfer transfer(ResultSet row, int index) throws SQLException {
        OffsetDateTime reopenedAt = row.getObject("reopened_at", OffsetDateTime.class);
        return new Transfer(
                new CaseNumber(row.getString("case_number")),
                Side.valueOf(row.getString("side")),
                row.getObject("conversation_id", UUID.class),
                row.getLong("person_id"),
                MemberIdentity.valueOf(row.getString("identity")),
                Scheme.valueOf(row.getString("from_scheme")),
                new RegionCode(row.getString("from_region")),
                new RegionCode(row.getString("from_pool")),
                new RegionCode(row.getString("to_region")),
                new RegionCode(row.getString("to_pool")),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getString("refusal_reason"),
                ProvisionReference.parseList(row.getString("refusal_basis")),
                row.getObject("completed_on", LocalDate.class),
                row.getString("contact_phone"),
                row.getBoolean("requested"),
                row.getObject("died_on", LocalDate.class),
                reopenedAt == null
                        ? null
                        : reopenedAt.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime());
    }
}
