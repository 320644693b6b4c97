package org.yiban.support;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseKind;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.region.RegionCode;

/** Finds the cases that the other side opens for somebody, who may be in the list of a task beside other people's. */
@Component
public class OpenCases {

    private final People people;
    private final JdbcClient jdbc;

    OpenCases(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    /** The number of the newest open case of that kind which the pool has of the person, once its message is there. */
    public String awaited(CaseKind kind, RegionCode pool, String identityNumber) {
        long person = people.find(IdentityNumber.parse("identityNumber", identityNumber))
                .orElseThrow()
                .id();
        return await().until(() -> newest(kind, pool, person), Objects::nonNull);
    }

    private String newest(CaseKind kind, RegionCode pool, long person) {
        List<String> numbers = jdbc.sql("""
                        select case_number from yiban.case_file
                        where kind = ? and pool = ? and person_id = ? and state = 'OPEN'
                        order by opened_at desc
                        """)
                .params(kind.name(), pool.value(), person)
                .query(String.class)
                .list();
        return numbers.isEmpty() ? null : numbers.get(0);
    }
}
