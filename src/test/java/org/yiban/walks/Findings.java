package org.yiban.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database for what must not be. What is found is shown with what happened in its case, so that a walk can be read. */
@Component
@Lazy
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fails if there is any.
     *
     * @param query what is looked for in cases with these numbers, as lines that begin with the number of their case
     */
    void none(String what, String query, String[] numbers) {
        List<String> found = jdbc.sql(query).param(numbers).query(String.class).list();
        assertThat(found).as(() -> what + "\n" + history(found)).isEmpty();
    }

    private String history(List<String> found) {
        List<String> events = jdbc.sql("""
                        select case_number || ' ' || at || ' ' || coalesce(by_user, '') || ' ' || text
                        from yiban.case_event
                        where case_number in (select substring(line from '^[A-Z]+[0-9]+-[0-9]+-[0-9]+') from unnest(?) line)
                        order by case_number, id
                        """)
                .param(found.toArray(String[]::new))
                .query(String.class)
                .list();
        return String.join("\n", events);
    }
}
