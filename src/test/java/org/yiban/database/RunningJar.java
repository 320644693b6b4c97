package org.yiban.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a process of its own. Closing it ends the process, whatever state it is in. */
public final class RunningJar implements AutoCloseable {

    private static final int HEALTH_ASKED = 20;
    private static final long A_SECOND_MS = 1000;

    private static final Pattern ADDRESS = Pattern.compile("医办已启动.* http://localhost:(\\d+)/");
    private static final int SECONDS_TO_START = 120;
    private static final int SECONDS_TO_STOP = 30;

    /** Unpacked once for all tests. */
    static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    private final Process process;
    private final Path log;

    private RunningJar(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the jar at a free port; {@code environment} adds to or replaces what this process has. */
    public static RunningJar start(Path log, Map<String, String> environment) {
        return start(log, environment, List.of());
    }

    /** Starts the jar through another program, as {@code setpriv …}. */
    static RunningJar start(Path log, Map<String, String> environment, List<String> through) {
        List<String> command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quick to start rather than quick to run.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("-jar", System.getProperty("yiban.jar")));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("YIBAN_"));
        builder.environment().put("SERVER_PORT", "0");
        if (through.isEmpty()) {
            builder.environment().put("YIBAN_POSTGRES_PROGRAMS", PROGRAMS.toString());
        }
        builder.environment().putAll(environment);
        try {
            return new RunningJar(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the application has said where it is, and returns its port. */
    public int awaitStarted() throws InterruptedException {
        for (int waited = 0; waited < SECONDS_TO_START * 10; waited++) {
            Matcher address = ADDRESS.matcher(log());
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("ended with " + process.exitValue() + " before it was up:\n" + log());
            }
        }
        throw new AssertionError("not up after " + SECONDS_TO_START + " s:\n" + log());
    }

    /** Waits until the application has given up, and returns its exit status. */
    public int awaitEnded() throws InterruptedException {
        if (!process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + log());
        }
        return process.exitValue();
    }

    /** Asks it to stop, as a service manager does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            throw new AssertionError("not stopped after " + SECONDS_TO_STOP + " s:\n" + log());
        }
    }

    /** Ends it without warning. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What the application says of its health: as soon as that is good, or when it has had its time on a busy machine. */
    String health(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .build();
        String said = "";
        for (int asked = 0; asked < HEALTH_ASKED && !said.contains("\"UP\""); asked++) {
            if (asked > 0) {
                Thread.sleep(A_SECOND_MS);
            }
            said = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        }
        return said;
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
