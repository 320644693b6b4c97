package org.yiban.reference;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The figures of the demonstration: made up, and said to be so wherever they are used. Put on record once. */
@Component
@Profile("demo")
class DemoFigures implements ApplicationRunner {

    /** Where they stand. */
    static final String FILE = "demo-reference/figures.csv";

    private final KeepingFigures keeping;

    DemoFigures(KeepingFigures keeping) {
        this.keeping = keeping;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        keeping.ship(new ClassPathResource(FILE).getContentAsByteArray(), FILE, FigureNature.ILLUSTRATIVE);
    }
}
