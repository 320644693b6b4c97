package org.yiban.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.yiban.database.ServerOfTests;

/** The application as a process of its own that dies where it is told to, and is started again at the same port. */
final class CrashingApplication implements AutoCloseable {

    private static final int SECONDS_TO_START = 180;

    private final Path folder;
    private final ServerOfTests database;
    private final Map<String, String> properties;
    private final int port;
    private final Path crashFile;
    private Process process;
    private int starts;

    CrashingApplication(Path folder, ServerOfTests database, Map<String, String> properties) throws IOException {
        this.folder = folder;
        this.database = database;
        this.properties = properties;
        this.crashFile = folder.resolve("crash-at");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Where it dies next: {@code before} or {@code after} a {@link CrashPoint}. */
    void dieAt(String place) throws IOException {
        Files.writeString(crashFile, place);
    }

    /** Whether it was told to die and has not come to where. */
    boolean hasStillToDie() {
        return Files.exists(crashFile);
    }

    /** Whether it was killed, where it was told to die, and was not started again. */
    boolean hasDied() {
        return !process.isAlive() && process.exitValue() == CrashPoints.AS_KILLED && !hasStillToDie();
    }

    int starts() {
        return starts;
    }

    /** Starts it, where it does not run, and waits until it answers. */
    void ensureRuns() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            return;
        }
        if (process != null && process.exitValue() != CrashPoints.AS_KILLED) {
            throw new AssertionError("it ended by itself:\n" + Files.readString(log()));
        }
        starts++;
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        for (int waited = 0; !Files.readString(log()).contains("医办已启动"); waited++) {
            if (waited > SECONDS_TO_START * 20 || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("did not start:\n" + Files.readString(log()));
            }
        }
    }

    Path log() {
        return folder.resolve("application-" + starts + ".log");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Quick to start rather than quick to run.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Duser.timezone=Asia/Shanghai",
                "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                "org.yiban.YibanApplication",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--yiban.data=" + folder.resolve("data"),
                "--yiban.exchange.pause=100ms",
                "--yiban.exchange.timeout=5s",
                "--yiban.tests.crash-file=" + crashFile,
                "--springdoc.api-docs.enabled=false",
                "--spring.jmx.enabled=false"));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }
}
