package org.yiban.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.ContributionMonth;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/** Compiles and keeps information tables; the newest of a case counts, older ones stay. */
@Component
class InformationTables {

    private static final TypeReference<List<ContributionMonth>> MONTHS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final People people;
    private final ObjectMapper json;
    private final BusinessTime time;

    InformationTables(JdbcClient jdbc, People people, ObjectMapper json, BusinessTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.json = json;
        this.time = time;
    }

    /** The table as the record stands now: employee-scheme months, paid and deemed. */
    InformationTable compile(Transfer transfer, String note) {
        List<ContributionMonth> months = people.months(transfer.personId(), transfer.fromPool()).stream()
                .filter(month -> month.scheme() == Scheme.EMPLOYEE)
                .toList();
        return InformationTable.of(months, note, transfer.fromPool(), time.now().toOffsetDateTime());
    }

    /** The months of a table that the transfer-in pool's own record holds already, in order. */
    List<YearMonth> alreadyHeld(Transfer transfer, InformationTable table) {
        Set<YearMonth> held = people.months(transfer.personId(), transfer.toPool()).stream()
                .filter(month -> month.scheme() == Scheme.EMPLOYEE)
                .map(ContributionMonth::month)
                .collect(Collectors.toSet());
        return table.months().stream()
                .map(ContributionMonth::month)
                .filter(held::contains)
                .toList();
    }

    void keep(CaseNumber number, InformationTable table) {
        jdbc.sql("""
                        insert into yiban.information_table
                          (case_number, months, paid_months, deemed_months, note, stated_by_pool, prepared_at)
                        values (?, ?::jsonb, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number.value(),
                        write(table.months()),
                        table.paidMonths(),
                        table.deemedMonths(),
                        table.note(),
                        table.statedBy().value(),
                        table.preparedAt())
                .update();
    }

    Optional<InformationTable> newest(CaseNumber number) {
        return jdbc.sql("""
                        select months, note, stated_by_pool, prepared_at from yiban.information_table
                        where case_number = ? order by id desc limit 1
                        """)
                .param(number.value())
                .query((row, i) -> InformationTable.of(
                        read(row.getString("months")),
                        row.getString("note"),
                        new RegionCode(row.getString("stated_by_pool")),
                        row.getObject("prepared_at", OffsetDateTime.class)
                                .atZoneSameInstant(BusinessTime.ZONE)
                                .toOffsetDateTime()))
                .optional();
    }

    private String write(List<ContributionMonth> months) {
        try {
            return json.writeValueAsString(months);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ContributionMonth> read(String months) {
        try {
            return json.readValue(months, MONTHS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
