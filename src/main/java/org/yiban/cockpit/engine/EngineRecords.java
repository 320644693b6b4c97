package org.yiban.cockpit.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * Reads the engine's tables; the only class that names them. It knows no walls: who asks for a case has made sure that they
 * may, who asks for a process names the pools. The engine writes times without zone, as the machine's clock shows them.
 */
@Component
@Transactional(readOnly = true)
public class EngineRecords {

    /** The elements at which a case waits for a person or another system; all others pass in an instant. */
    private static final List<String> WAITING = List.of(
            "userTask",
            "receiveTask",
            "eventBasedGateway",
            "intermediateMessageCatch",
            "intermediateSignalCatch",
            "intermediateConditional",
            "intermediateTimer");

    /** What the engine writes for an element that something else made an end of. */
    private static final int CANCELED = 2;

    /** The process of a case is the first one that was started under its number: those about its clock come later. */
    private static final String MAIN_INSTANCES = """
            select distinct on (business_key_) business_key_, proc_inst_id_
            from act_hi_procinst where business_key_ = any (:numbers) and super_process_instance_id_ is null
            order by business_key_, start_time_, id_
            """;

    private final JdbcClient jdbc;

    EngineRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where cases are in their processes; those without process are absent. */
    public Map<String, Position> positions(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("with instance as (" + MAIN_INSTANCES + ")" + """
                        select i.business_key_, i.proc_inst_id_, a.act_id_, a.act_name_, a.assignee_
                        from instance i left join lateral (
                            select act_id_, act_name_, assignee_ from act_hi_actinst
                            where proc_inst_id_ = i.proc_inst_id_ and end_time_ is null and act_type_ in (:waiting)
                            order by act_type_ <> 'userTask', start_time_, id_ limit 1) a on true
                        """)
                .param("numbers", caseNumbers.toArray(String[]::new))
                .param("waiting", WAITING)
                .query((row, n) -> Map.entry(
                        row.getString("business_key_"),
                        new Position(
                                row.getString("proc_inst_id_"),
                                row.getString("act_id_"),
                                row.getString("act_name_"),
                                row.getString("assignee_"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The business key of a process instance, running or ended. */
    public Optional<String> businessKey(String processInstanceId) {
        return jdbc.sql(
                        "select business_key_ from act_hi_procinst where proc_inst_id_ = ? and business_key_ is not null")
                .param(processInstanceId)
                .query(String.class)
                .optional();
    }

    /** Where a case has been, in order; gateways that only pass on are left out. */
    public List<Visit> visits(CaseNumber number) {
        return jdbc.sql("with instance as (" + MAIN_INSTANCES + ")" + """
                        select a.act_id_, a.act_name_, a.act_type_, a.assignee_, a.start_time_, a.end_time_, a.act_inst_state_
                        from act_hi_actinst a join instance i on i.proc_inst_id_ = a.proc_inst_id_
                        where a.act_type_ not in ('exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'subProcess')
                        order by a.start_time_, a.sequence_counter_, a.id_
                        """)
                .param("numbers", new String[] {number.value()})
                .query(EngineRecords::visit)
                .list();
    }

    /** Whether a process of this key is deployed, in any version or the one given. */
    public boolean deployed(String processKey, Integer version) {
        return jdbc.sql(
                        "select exists (select from act_re_procdef where key_ = :key and version_ = coalesce(:version, version_))")
                .param("key", processKey)
                .param("version", version, Types.INTEGER)
                .query(Boolean.class)
                .single();
    }

    /**
     * How long cases of some pools waited at the elements of a process: those that wait now, and those that went on since a
     * day. What was cut short by something else is left out.
     *
     * @param version of the process; {@code null} for all
     */
    public List<Stay> stays(String processKey, Integer version, Set<RegionCode> pools, LocalDate since) {
        if (pools.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with stay as (
                            select a.tenant_id_, a.act_id_, a.act_name_,
                                (a.start_time_ at time zone :machine at time zone :beijing)::date as began,
                                (a.end_time_ at time zone :machine at time zone :beijing)::date as ended
                            from act_hi_actinst a
                            where a.proc_def_id_ in (select id_ from act_re_procdef
                                    where key_ = :key and version_ = coalesce(:version, version_))
                                and a.tenant_id_ in (:pools) and a.act_type_ in (:waiting)
                                and (a.end_time_ is null or a.act_inst_state_ <> :canceled and a.end_time_ >= :since))
                        select tenant_id_, act_id_, max(act_name_) as act_name_, began, ended, count(*) as cases
                        from stay group by tenant_id_, act_id_, began, ended
                        """)
                .param("canceled", CANCELED)
                .param("machine", ZoneId.systemDefault().getId())
                .param("beijing", BusinessTime.ZONE.getId())
                .param("key", processKey)
                .param("version", version, Types.INTEGER)
                .param("pools", pools.stream().map(RegionCode::value).toList())
                .param("waiting", WAITING)
                .param(
                        "since",
                        Timestamp.from(since.atStartOfDay(BusinessTime.ZONE).toInstant()))
                .query((row, n) -> new Stay(
                        row.getString("tenant_id_"),
                        row.getString("act_id_"),
                        row.getString("act_name_"),
                        row.getObject("began", LocalDate.class),
                        row.getObject("ended", LocalDate.class),
                        row.getInt("cases")))
                .list();
    }

    private static Visit visit(ResultSet row, int n) throws SQLException {
        return new Visit(
                row.getString("act_id_"),
                row.getString("act_name_"),
                row.getString("act_type_"),
                row.getString("assignee_"),
                beijing(row.getTimestamp("start_time_")),
                beijing(row.getTimestamp("end_time_")),
                row.getInt("act_inst_state_") == CANCELED);
    }

    private static OffsetDateTime beijing(Timestamp written) {
        return written == null
                ? null
                : written.toInstant().atZone(BusinessTime.ZONE).toOffsetDateTime();
    }
}
