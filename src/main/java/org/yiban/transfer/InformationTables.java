package org.yiban.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.person.keys.TextCipher;
import org.yiban.policy.settings.SchemeStarts;
import org.yiban.region.RegionCode;
import org.yiban.transfer.balance.StatedBalances;

/**
 * Compiles and keeps information tables; the newest of a case counts, older ones stay. Those of a conversation that ended
 * before the case was opened again stay too, and count no more.
 */
@Component
class InformationTables {

    private static final TypeReference<List<ContributionMonth>> MONTHS = new TypeReference<>() {};
    private static final String OF_CASE = """
        from yiban.information_table i join yiban.transfer t using (case_number, conversation_id)
        where case_number = ?
        """;
    private static final String SELECT = "select i.* " + OF_CASE;

    private final JdbcClient jdbc;
    private final People people;
    private final StatedBalances balances;
    private final SchemeStarts schemeStarts;
    private final TextCipher cipher;
    private final ObjectMapper json;
    private final BusinessTime time;

    InformationTables(
            JdbcClient jdbc,
            People people,
            StatedBalances balances,
            SchemeStarts schemeStarts,
            TextCipher cipher,
            ObjectMapper json,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.balances = balances;
        this.schemeStarts = schemeStarts;
        this.cipher = cipher;
        this.json = json;
        this.time = time;
    }

    /** The table as the record stands now: the months of the scheme that moves, paid and deemed, and the personal account. */
    InformationTable compile(Transfer transfer, String note) {
        RegionCode pool = transfer.fromPool();
        List<ContributionMonth> months = people.months(transfer.personId(), pool).stream()
                .filter(month -> month.scheme() == transfer.fromScheme())
                .toList();
        return InformationTable.of(months, note, pool, time.now().toOffsetDateTime())
                .with(schemeStarts.of(pool).orElse(null), balance(transfer));
    }

    /** The personal account belongs to the employee scheme: it stays where another relation moves. */
    private BigDecimal balance(Transfer transfer) {
        return transfer.fromScheme() == Scheme.EMPLOYEE
                ? balances.of(transfer.personId(), transfer.fromPool()).orElse(null)
                : null;
    }

    /** The months of a table that the transfer-in pool's own record holds already, in order. */
    List<YearMonth> alreadyHeld(Transfer transfer, InformationTable table) {
        return held(transfer, table, (held, stated) -> !becomesPaid(held, stated));
    }

    /** The months that the transfer-in pool's record holds as deemed and a table states as paid, in order: paid they are. */
    List<YearMonth> becomingPaid(Transfer transfer, InformationTable table) {
        return held(transfer, table, InformationTables::becomesPaid);
    }

    private static boolean becomesPaid(ContributionMonth held, ContributionMonth stated) {
        return held.kind() == MonthKind.DEEMED && stated.kind() == MonthKind.PAID;
    }

    private List<YearMonth> held(
            Transfer transfer, InformationTable table, BiPredicate<ContributionMonth, ContributionMonth> asked) {
        Map<YearMonth, ContributionMonth> held = people.months(transfer.personId(), transfer.toPool()).stream()
                .filter(month -> month.scheme() == transfer.fromScheme())
                .collect(Collectors.toMap(ContributionMonth::month, month -> month));
        return table.months().stream()
                .filter(stated -> held.containsKey(stated.month()))
                .filter(stated -> asked.test(held.get(stated.month()), stated))
                .map(ContributionMonth::month)
                .toList();
    }

    /** The months of a person that tables stated to a pool whose transfers were completed, with the day they left. */
    Map<YearMonth, LocalDate> moved(long personId, RegionCode from, RegionCode to, Scheme scheme) {
        return jdbc
                .sql("""
                        select distinct on (case_number) months, completed_on
                        from yiban.information_table
                        join yiban.transfer t using (case_number, conversation_id)
                        join yiban.case_file c using (case_number)
                        where t.person_id = ? and from_pool = ? and to_pool = ? and from_scheme = ? and side = 'OUT'
                        and c.state = 'COMPLETED' and version is not null
                        order by case_number, version desc
                        """)
                .params(personId, from.value(), to.value(), scheme.name())
                .query((row, i) ->
                        Map.entry(read(row.getString("months")), row.getObject("completed_on", LocalDate.class)))
                .list()
                .stream()
                .flatMap(table -> table.getKey().stream().map(month -> Map.entry(month.month(), table.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one.isAfter(other) ? one : other));
    }

    /** Keeps a draft, or a table that came on paper. */
    void keep(CaseNumber number, InformationTable table) {
        insert(number, table, null);
    }

    /** Keeps a table with its document, as it was sent or received. */
    void keep(CaseNumber number, InformationTable table, JsonNode document) {
        insert(number, table, cipher.encrypt(place(number, table.version()), document.toString()));
    }

    /**
     * Issues a draft as the next version, with its document, and keeps it.
     *
     * @param person whom the document names
     */
    InformationTable issue(CaseNumber number, InformationTable draft, NamedPerson person) {
        List<InformationTable> before = issued(number);
        int version = before.isEmpty() ? 1 : before.get(before.size() - 1).version() + 1;
        ObjectNode document =
                CanonicalDigest.seal(json.valueToTree(InformationTableDocument.of(draft, version, person)));
        InformationTable table = draft.issued(version, document.path("digest").asText());
        keep(number, table, document);
        return table;
    }

    Optional<InformationTable> newest(CaseNumber number) {
        return jdbc.sql(SELECT + "order by id desc limit 1")
                .param(number.value())
                .query(this::table)
                .optional();
    }

    /** All that were sent or received, those on paper among them, the first first. */
    List<InformationTable> stated(CaseNumber number) {
        return jdbc.sql(SELECT + "and (version is not null or paper_reference is not null) order by id")
                .param(number.value())
                .query(this::table)
                .list();
    }

    /** All that were sent or received as messages, the first first. */
    List<InformationTable> issued(CaseNumber number) {
        return jdbc.sql(SELECT + "and version is not null order by version")
                .param(number.value())
                .query(this::table)
                .list();
    }

    Optional<InformationTable> version(CaseNumber number, int version) {
        return issued(number).stream()
                .filter(table -> table.version() == version)
                .findFirst();
    }

    /** The document of a version that was sent or received; it names the person in full. */
    JsonNode document(CaseNumber number, int version) {
        byte[] sealed = jdbc.sql("select document " + OF_CASE + "and version = ?")
                .params(number.value(), version)
                .query(byte[].class)
                .single();
        try {
            return json.readTree(cipher.decrypt(place(number, version), sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(CaseNumber number, int version) {
        return "yiban.information_table.document:" + number + ":" + version;
    }

    private void insert(CaseNumber number, InformationTable table, byte[] document) {
        jdbc.sql("""
            insert into yiban.information_table (case_number, months, paid_months, deemed_months, note,
              stated_by_pool, prepared_at, version, scheme_start, balance, digest, document,
              paper_reference, recorded_by, conversation_id)
            select ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, conversation_id
            from yiban.transfer where case_number = ?
            """)
                .params(
                        number.value(),
                        write(table.months()),
                        table.paidMonths(),
                        table.deemedMonths(),
                        table.note(),
                        table.statedBy().value(),
                        table.preparedAt(),
                        table.version() == 0 ? null : table.version(),
                        table.schemeStart() == null ? null : table.schemeStart().atDay(1),
                        table.balance(),
                        table.digest(),
                        document,
                        table.paper() == null ? null : table.paper().reference(),
                        table.paper() == null ? null : table.paper().recordedBy(),
                        number.value())
                .update();
    }

    private InformationTable table(ResultSet row, int index) throws SQLException {
        LocalDate start = row.getObject("scheme_start", LocalDate.class);
        String paper = row.getString("paper_reference");
        InformationTable table = InformationTable.of(
                        read(row.getString("months")),
                        row.getString("note"),
                        new RegionCode(row.getString("stated_by_pool")),
                        row.getObject("prepared_at", OffsetDateTime.class)
                                .atZoneSameInstant(BusinessTime.ZONE)
                                .toOffsetDateTime())
                .with(start == null ? null : YearMonth.from(start), row.getBigDecimal("balance"))
                .issued(row.getInt("version"), row.getString("digest"));
        return paper == null ? table : table.onPaper(paper, row.getString("recorded_by"));
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
