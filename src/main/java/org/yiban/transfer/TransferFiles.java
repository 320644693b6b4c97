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
    private final TransferSettings settings;

    TransferFiles(TransferRecords records, InformationTables tables, TransferSettings settings) {
        this.records = records;
        this.tables = tables;
        this.settings = settings;
    }

    /** How one objects to what is decided in a transfer, as letters say it. */
    public String wayToObject(Transfer transfer) {
        return settings.wayToObject(transfer.pool());
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
