package org.yiban.partners;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs a simulated partner as a program: options as {@code --port=9101}, all with a usual value. */
final class SimulatorProgram {

    private static final Set<String> OPTIONS = Set.of("port", "folder", "their-keys", "inbox", "behaviour", "delay");

    private SimulatorProgram() {}

    /** Starts a simulator at a port, with its keys in a folder. */
    @FunctionalInterface
    interface Start {
        PartnerSimulator at(int port, Path folder) throws IOException;
    }

    static void run(String name, String[] arguments, Start start) throws IOException, InterruptedException {
        Map<String, String> options = options(arguments);
        PartnerSimulator partner = start.at(
                Integer.parseInt(options.getOrDefault("port", "0")),
                Path.of(options.getOrDefault("folder", "data/keys/partners")));
        partner.knows(Path.of(options.getOrDefault("their-keys", "data/keys/exchange-keys.public.json")));
        partner.answersTo(URI.create(options.getOrDefault("inbox", "http://127.0.0.1:8080/api/exchange/inbox")));
        partner.behaves(Behaviour.valueOf(options.getOrDefault("behaviour", "ANSWER")));
        partner.keepsBackFor(Duration.parse(options.getOrDefault("delay", "PT30S")));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("%s 已启动：%s%n", name, partner.inbox());
        out.printf(
                "启动医办时加上：%n  --yiban.exchange.partners.%s.url=%s%n  --yiban.exchange.partners.%s.keys=%s%n",
                name, partner.inbox(), name, partner.publicKeys());
        new CountDownLatch(1).await();
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            if (parts.length != 2 || !OPTIONS.contains(parts[0])) {
                throw new IllegalArgumentException(argument + ": one of " + OPTIONS + " with a value is expected");
            }
            options.put(parts[0], parts[1]);
        }
        return options;
    }
}
