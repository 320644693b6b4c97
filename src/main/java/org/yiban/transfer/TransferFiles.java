package org.yiban.transfer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;

/** What is on record of a transfer, for what goes on beside its case: the gap in benefits, the balance of the account. */
@Component
@Transactional(readOnly = true)
public class TransferFiles {

    private final TransferRecords records;
    private final InformationTables tables;

    TransferFiles(TransferRecords records, InformationTables tables) {
        this.records = records;
        this.tables = tables;
    }

    /** The side of a transfer that a case keeps; the case must be one. */
    public Transfer of(CaseNumber number) {
        return records.require(number);
    }

    /** A side of the transfer that both sides call by this conversation; empty if it is not kept here. */
    public Optional<Transfer> find(UUID conversationId, Side side) {
        return records.find(conversationId, side);
    }

    /** The newest information table of a case; empty as long as there is none. */
    public Optional<InformationTable> newestTable(CaseNumber number) {
        return tables.newest(number);
    }
}
