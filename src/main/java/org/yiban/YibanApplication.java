package org.yiban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiban.cli.CommandLine;

/** Starts Yiban 医办, or runs one of its commands. */
@SpringBootApplication
public class YibanApplication {

    public static void main(String[] args) {
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication application = new SpringApplication(YibanApplication.class);
        application.addInitializers(new FreePort());
        application.run(args);
    }
}
