package org.yiban.person;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The fictitious people of the demo (docs/demo-people.md). Loaded once: what becomes of them afterwards stays, whatever a
 * later release packages.
 */
@Component
@Profile("demo")
class DemoPeople implements ApplicationRunner {

    static final String SOURCE = "demo";

    private final PeopleImport peopleImport;

    DemoPeople(PeopleImport peopleImport) {
        this.peopleImport = peopleImport;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        if (!peopleImport.loadedFrom(SOURCE)) {
            peopleImport.load(packaged(), SOURCE, pool -> true);
        }
    }

    static PeopleFiles packaged() throws IOException {
        return new PeopleFiles(read("people.csv"), read("people-enrolments.csv"), read("people-months.csv"));
    }

    private static byte[] read(String name) throws IOException {
        return new ClassPathResource("demo/" + name).getContentAsByteArray();
    }
}
