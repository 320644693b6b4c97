package org.yiban.person;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The fictitious people of the demo (docs/demo-people.md), in sets: what a release adds is a set of its own. Each is loaded
 * once: what becomes of its people afterwards stays, whatever a later release packages.
 */
@Component
@Profile("demo")
class DemoPeople implements ApplicationRunner {

    /** The sets in the order in which they came: each in a folder of its name. */
    static final List<String> SETS = List.of("demo", "demo-refunds", "demo-transfers", "demo-backpays");

    private final PeopleImport peopleImport;

    DemoPeople(PeopleImport peopleImport) {
        this.peopleImport = peopleImport;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        for (String set : SETS) {
            if (!peopleImport.loadedFrom(set)) {
                peopleImport.load(packaged(set), set, pool -> true);
            }
        }
    }

    static PeopleFiles packaged(String set) throws IOException {
        return new PeopleFiles(
                read(set, "people.csv"),
                read(set, "people-enrolments.csv"),
                read(set, "people-months.csv"),
                read(set, "people-payments.csv"),
                read(set, "people-accounts.csv"));
    }

    private static byte[] read(String set, String name) throws IOException {
        ClassPathResource file = new ClassPathResource(set + "/" + name);
        return file.exists() ? file.getContentAsByteArray() : new byte[0];
    }
}
