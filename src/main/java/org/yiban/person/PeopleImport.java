package org.yiban.person;

import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.person.csv.PeopleContent;
import org.yiban.person.csv.PeopleFileReader;
import org.yiban.person.csv.PeopleStore;
import org.yiban.region.RegionCode;

/** Loads people, their enrolments, months, payments and personal accounts from CSV files: all of them or, where anything is wrong, nothing. */
@Service
public class PeopleImport {

    private final PeopleFileReader reader;
    private final PeopleStore store;
    private final JdbcClient db;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    PeopleImport(
            PeopleFileReader reader,
            PeopleStore store,
            JdbcClient db,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.store = store;
        this.db = db;
        this.time = time;
        this.events = events;
    }

    /**
     * Loads the files. Content that was loaded before changes nothing, whatever became of the people since.
     *
     * @param source where the files come from, for people to read: a user's id, {@code demo}
     * @param allowed the pools whose data may be written; a person needs an enrolment in one of them
     * @return what was added
     * @throws ProblemException naming file, line, column and value of everything that is wrong
     */
    @Transactional
    public PeopleImported load(PeopleFiles files, String source, Predicate<RegionCode> allowed) {
        PeopleContent content = reader.read(files, allowed);
        db.sql("select pg_advisory_xact_lock(hashtext('yiban.people_import'))").query(row -> {});
        if (loadedBefore(files)) {
            return new PeopleImported(source, 0, 0, 0, 0, 0);
        }
        PeopleImported imported = store.write(content, source, allowed);
        db.sql("""
                        insert into yiban.people_import
                            (content_sha256, source, imported_at, people, enrolments, months, payments, accounts)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        files.digest(),
                        source,
                        time.now().toOffsetDateTime(),
                        imported.people(),
                        imported.enrolments(),
                        imported.months(),
                        imported.payments(),
                        imported.accounts())
                .update();
        events.publishEvent(imported);
        return imported;
    }

    /** Whether anything was ever loaded from a source. */
    public boolean loadedFrom(String source) {
        return db.sql("select exists (select from yiban.people_import where source = ?)")
                .param(source)
                .query(Boolean.class)
                .single();
    }

    private boolean loadedBefore(PeopleFiles files) {
        return db.sql("select exists (select from yiban.people_import where content_sha256 = ?)")
                .param(files.digest())
                .query(Boolean.class)
                .single();
    }
}
