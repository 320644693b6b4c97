package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** The document of an information table, as its published schema describes it. */
record InformationTableDocument(
        String schema,
        int version,
        String statedBy,
        OffsetDateTime preparedAt,
        NamedPerson person,
        YearMonth schemeStart,
        List<StatedMonth> months,
        int paidMonths,
        int deemedMonths,
        String balance,
        String note,
        String digest) {

    static final String SCHEMA = "urn:yiban:schema:transfer.information-table";

    static InformationTableDocument of(InformationTable table, int version, NamedPerson person) {
        return new InformationTableDocument(
                SCHEMA,
                version,
                table.statedBy().value(),
                table.preparedAt().truncatedTo(ChronoUnit.SECONDS),
                person,
                table.schemeStart(),
                table.months().stream().map(StatedMonth::of).toList(),
                table.paidMonths(),
                table.deemedMonths(),
                table.balance() == null ? null : table.balance().setScale(2).toPlainString(),
                table.note(),
                null);
    }

    /** The table as this system keeps it: a place where months were paid becomes its pool. */
    InformationTable toTable(long personId, Regions regions) {
        RegionCode pool = new RegionCode(statedBy);
        return InformationTable.of(
                        months.stream()
                                .map(month -> month.paidInPool(regions).toMonth(personId, pool))
                                .toList(),
                        note,
                        pool,
                        preparedAt.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime())
                .with(schemeStart, balance == null ? null : new BigDecimal(balance))
                .issued(version, digest);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "InformationTableDocument[" + statedBy + ", version " + version + "]";
    }
}
