package org.yiban.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.MemberIdentity;
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
                        insert into yiban.transfer (case_number, side, conversation_id, person_id, identity, from_region,
                          from_pool, to_region, to_pool, applied_on, accepted_on, contact_phone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        transfer.caseNumber().value(),
                        transfer.side().name(),
                        transfer.conversationId(),
                        transfer.personId(),
                        transfer.identity().name(),
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
        jdbc.sql("update yiban.transfer set accepted_on = ? where case_number = ?")
                .params(acceptedOn, number.value())
                .update();
    }

    void refuse(CaseNumber number, String reason) {
        jdbc.sql("update yiban.transfer set refusal_reason = ? where case_number = ?")
                .params(reason, number.value())
                .update();
    }

    void complete(CaseNumber number, LocalDate completedOn) {
        jdbc.sql("update yiban.transfer set completed_on = ? where case_number = ?")
                .params(completedOn, number.value())
                .update();
    }

    void close(CaseNumber number) {
        jdbc.sql("update yiban.transfer set open = false where case_number = ?")
                .param(number.value())
                .update();
    }

    Transfer require(CaseNumber number) {
        return jdbc.sql("select * from yiban.transfer where case_number = ?")
                .param(number.value())
                .query(TransferRecords::transfer)
                .single();
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
        return new Transfer(
                new CaseNumber(row.getString("case_number")),
                Side.valueOf(row.getString("side")),
                row.getObject("conversation_id", UUID.class),
                row.getLong("person_id"),
                MemberIdentity.valueOf(row.getString("identity")),
                new RegionCode(row.getString("from_region")),
                new RegionCode(row.getString("from_pool")),
                new RegionCode(row.getString("to_region")),
                new RegionCode(row.getString("to_pool")),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getString("refusal_reason"),
                row.getObject("completed_on", LocalDate.class),
                row.getString("contact_phone"));
    }
}
