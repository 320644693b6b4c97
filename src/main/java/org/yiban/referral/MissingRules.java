package org.yiban.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.settings.Setting;

/**
 * The rules that are missing, by how often: decisions that came to REFER for the same reason in the same region count as
 * one. Told without case and person, for those who own the tables and see no case.
 */
@Component
public class MissingRules {

    private static final int MOST_RULES = 500;
    private static final int MOST_INSTANCES = 100;

    private final JdbcClient jdbc;
    private final DecisionRecords decisions;
    private final String silent;

    MissingRules(JdbcClient jdbc, DecisionRecords decisions, Policies policies) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.silent = """
                select d.id, d.case_number, d.family, d.binding, d.business_date, region,
                       (select min(p.id) from yiban.decision_record p where p.case_number = d.case_number
                          and p.family = d.family and p.id > d.id and p.basis = '%s') as decided,
                       md5(concat_ws('|', d.family, region, d.rule_id, d.reasons ->> 'silence')) as key
                from yiban.decision_record d, lateral (select %s as region)
                where d.results ->> 'outcome' like '%%REFER%%'
                """.formatted(Setting.AGENCY, regionOf(policies));
    }

    /** The fact of each family that names its region, as an expression of SQL. */
    private static String regionOf(Policies policies) {
        return policies.families().stream()
                .filter(family -> policies.regionFact(family) != null)
                .map(family -> "when '%s' then d.facts ->> '%s'".formatted(family, policies.regionFact(family)))
                .collect(Collectors.joining(" ", "case d.family ", " end"));
    }

    /**
     * The rules that are missing, those first that were missed most often.
     *
     * @param family {@code null} for all families
     */
    public List<MissingRule> byFrequency(String family) {
        List<Group> groups = jdbc.sql("with silent as (" + silent + """
                            and (:family::text is null or d.family = :family)),
                        answered as (
                          select s.*, r.id as referral_id, sd.id as decided_id, sd.results ->> 'outcome' as outcome
                          from silent s left join yiban.referral r on r.silent_id = s.id
                          left join yiban.decision_record sd on sd.id = s.decided)
                        select key, max(id) as example, region,
                          count(distinct case_number) filter (where binding) as cases,
                          count(distinct case_number) filter (where not binding) as enquiries,
                          count(*) filter (where referral_id is not null and decided_id is null) as open,
                          coalesce(array_agg(coalesce(outcome, '')) filter (where decided_id is not null), '{}') as outcomes,
                          min(business_date) as first, max(business_date) as last
                        from answered group by key, region
                        order by count(distinct case_number) desc, max(id) desc limit :most
                        """)
                .param("family", family)
                .param("most", MOST_RULES)
                .query((row, i) -> group(row))
                .list();
        Map<Long, RecordedDecision> examples =
                decisions.byId(groups.stream().map(Group::example).toList());
        return groups.stream()
                .map(group -> group.told(examples.get(group.example()).explanation()))
                .toList();
    }

    /** The latest times that a rule was missing, newest first. */
    public List<MissingRule.Instance> instances(String key) {
        List<Kept> kept = jdbc.sql("with silent as (" + silent + """
                        ) select id, decided from silent where key = :key order by id desc limit :most
                        """)
                .param("key", key)
                .param("most", MOST_INSTANCES)
                .query((row, i) -> new Kept(row.getLong("id"), row.getObject("decided", Long.class)))
                .list();
        Map<Long, RecordedDecision> known = decisions.byId(kept.stream()
                .flatMap(one -> Stream.of(one.silent(), one.decided()))
                .filter(Objects::nonNull)
                .toList());
        return kept.stream()
                .map(one -> new MissingRule.Instance(
                        known.get(one.silent()).explanation(),
                        one.decided() == null ? null : known.get(one.decided()).explanation()))
                .toList();
    }

    private static Group group(ResultSet row) throws SQLException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String outcome : (String[]) row.getArray("outcomes").getArray()) {
            outcomes.merge(outcome, 1, Integer::sum);
        }
        return new Group(
                row.getString("key"),
                row.getLong("example"),
                row.getString("region"),
                row.getInt("cases"),
                row.getInt("enquiries"),
                outcomes,
                row.getInt("open"),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class));
    }

    private record Group(
            String key,
            long example,
            String region,
            int cases,
            int enquiries,
            Map<String, Integer> outcomes,
            int open,
            LocalDate first,
            LocalDate last) {

        MissingRule told(Explanation explanation) {
            return new MissingRule(
                    key,
                    explanation.family(),
                    region,
                    explanation.ruleId(),
                    explanation.ruleText(),
                    explanation.reasons().silence(),
                    cases,
                    enquiries,
                    outcomes,
                    open,
                    first,
                    last);
        }
    }

    private record Kept(Long silent, Long decided) {}
}
