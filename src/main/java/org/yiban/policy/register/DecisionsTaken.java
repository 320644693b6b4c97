package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.Speaker;

/** Whether decisions were taken, answers to enquiries apart, on which a file of tables would have a say. */
@Component
class DecisionsTaken {

    private static final String ORDER = "precedence.dmn";

    private final JdbcClient jdbc;
    private final Policies policies;

    private record Asked(String family, String region, LocalDate on) {}

    DecisionsTaken(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** A decision whose region is not known any more counts as asked. */
    private boolean mayHaveAsked(String path, Asked question) {
        try {
            return policies.speaks(path, question.family(), question.region(), question.on());
        } catch (ProblemException unknownRegion) {
            return true;
        }
    }

    /**
     * Refuses a change of a file from a business date on, if decisions of that date or later were kept in whose region the
     * file is among those asked. The order of documents has a say on all.
     *
     * @throws ProblemException CONFLICT naming {@code from}
     */
    void requireNone(String path, LocalDate from) {
        String family = path.equals(ORDER) ? null : Speaker.familyOf(path);
        String regionFact = family == null ? null : policies.regionFact(family);
        List<Asked> asked = jdbc.sql("select distinct family, facts ->> ? as region, business_date"
                        + " from yiban.decision_record where binding and business_date >= ? and (family = ? or ?)"
                        + " order by business_date desc")
                .params(regionFact == null ? "" : regionFact, from, family == null ? "" : family, family == null)
                .query((row, n) -> new Asked(
                        row.getString("family"),
                        row.getString("region"),
                        row.getObject("business_date", LocalDate.class)))
                .list();
        asked.stream()
                .filter(question -> family == null || mayHaveAsked(path, question))
                .findFirst()
                .ifPresent(taken -> {
                    throw ProblemException.of(
                            ProblemKind.CONFLICT,
                            "from",
                            from.toString(),
                            "业务日期 %s 已经按现行版本作出决定，%s 起不能再改变；请从 %s 或以后起"
                                    .formatted(taken.on(), from, taken.on().plusDays(1)));
                });
    }
}
