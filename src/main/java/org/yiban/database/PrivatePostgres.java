package org.yiban.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the application's own below its data folder. It listens on the loopback address alone, at a
 * port that changes with every start, and asks for a random password that stands in a file only its owner can read.
 */
final class PrivatePostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PrivatePostgres.class);
    private static final String USER = "postgres";
    private static final int ATTEMPTS = 3;
    private static final int LINES_SHOWN = 12;
    /** Recovering after a crash may take this long; a server that cannot start is noticed at once. */
    private static final int SECONDS_TO_START = 300;

    private static final int SECONDS_TO_STOP = 60;

    private final Path home;
    private final Path data;
    private final Path serverLog;
    private final ServerAccount account;
    private final PostgresBinaries binaries;
    private String password;
    private int port;

    private PrivatePostgres(Path home, PostgresBinaries binaries) throws IOException {
        this.home = home;
        this.data = home.resolve("data");
        this.serverLog = home.resolve("server.log");
        this.account = ServerAccount.forFolder(home);
        this.binaries = binaries;
    }

    /**
     * Starts the server; makes its data directory at the first start, and stops a server that a killed application left
     * behind.
     *
     * @param programs where PostgreSQL's programs are unpacked, which other installations may share; {@code null} for a
     *     folder beside the data, for this installation alone
     * @throws StartUpException if its files are of another major version, or it does not start
     */
    static PrivatePostgres start(DataFolder folder, Path programs) {
        Path home = folder.path().resolve("postgres");
        try {
            Files.createDirectories(home);
            restrict(home, "rwx------");
            requireOurMajorVersion(home.resolve("data"));
            PostgresBinaries binaries =
                    PostgresBinaries.unpackInto(programs == null ? home.resolve("runtime") : programs);
            if (programs == null) {
                binaries.removeOthers();
            }
            PrivatePostgres server = new PrivatePostgres(home, binaries);
            server.start();
            return server;
        } catch (IOException e) {
            throw new StartUpException(
                    "不能读写 %s:%s".formatted(home, e),
                    "检查该目录的权限和磁盘剩余空间，或用环境变量 YIBAN_DATA 另选数据目录。",
                    "The private PostgreSQL's folder cannot be used.",
                    e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    /** Stops the server: open connections are cut, nothing that was committed is lost. */
    @Override
    public void close() {
        try {
            if (!stop()) {
                log.warn("私有 PostgreSQL 未能在 {} 秒内停止，下次启动时再处理。", SECONDS_TO_STOP);
            }
        } catch (IOException e) {
            log.warn("私有 PostgreSQL 未能停止，下次启动时再处理。", e);
        }
    }

    private void start() throws IOException {
        if (Files.exists(serverLog)) {
            Files.move(serverLog, home.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(serverLog);
        Optional<ProcessHandle> orphan = OrphanedServer.of(data);
        if (orphan.isPresent()) {
            log.info("上次运行未正常结束，先停止遗留的 PostgreSQL（进程号 {}）。", orphan.get().pid());
            if (!stop()) {
                throw failed(
                        "遗留的 PostgreSQL（进程号 %d）未能停止。".formatted(orphan.get().pid()));
            }
        }
        if (!Files.isDirectory(data)) {
            initialise();
        }
        password = Files.readString(passwordFile()).strip();
        account.give(home);
        for (int attempt = 1; !startAt(freePort()); attempt++) {
            if (attempt == ATTEMPTS || !Files.readString(serverLog).contains("could not bind")) {
                throw failed("私有 PostgreSQL 未能启动。");
            }
        }
        log.info("私有 PostgreSQL {} 已在 localhost:{} 启动，数据在 {}", PostgresBinaries.MAJOR, port, data);
    }

    /** Makes the data directory under another name first, so that a half-made one is never taken for a whole one. */
    private void initialise() throws IOException {
        Path unfinished = home.resolve("initialising");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        writePassword();
        account.give(home);
        List<String> command = List.of(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (run(command) != 0) {
            throw failed("私有 PostgreSQL 的数据目录未能建立。");
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean startAt(int freePort) throws IOException {
        port = freePort;
        List<String> options = new ArrayList<>();
        options.add("-p " + port);
        Stream.of(
                        "listen_addresses=localhost",
                        "unix_socket_directories=",
                        "timezone=Asia/Shanghai",
                        "log_timezone=Asia/Shanghai",
                        "log_checkpoints=off",
                        "max_connections=100")
                .forEach(setting -> options.add("-c " + setting));
        List<String> command = List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + data,
                "--log=" + serverLog,
                "--options=" + String.join(" ", options),
                "--timeout=" + SECONDS_TO_START,
                "--wait",
                "--silent");
        return run(command) == 0;
    }

    private boolean stop() throws IOException {
        List<String> command = List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + data,
                "--mode=fast",
                "--timeout=" + SECONDS_TO_STOP,
                "--wait",
                "--silent");
        return run(command) == 0;
    }

    private int run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(account.commandLine(command))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        }
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile());
        restrict(passwordFile(), "rw-------");
        Files.writeString(passwordFile(), Base64.getUrlEncoder().encodeToString(random));
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private StartUpException failed(String what) throws IOException {
        List<String> lines = Files.readAllLines(serverLog);
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new StartUpException(
                what + "它的输出：\n" + tail,
                "按上面的输出处理；全部日志在 %s。若以 root 运行，也可改用普通用户，或用环境变量 YIBAN_DATA 另选数据目录。".formatted(serverLog),
                "The private PostgreSQL failed, see its output above.",
                null);
    }

    private static void requireOurMajorVersion(Path data) throws IOException {
        Path versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            return;
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new StartUpException(
                    "数据目录 %s 属于 PostgreSQL %s，本程序自带 PostgreSQL %s，不能直接打开。"
                            .formatted(data, version, PostgresBinaries.MAJOR),
                    "用自带 PostgreSQL %s 的旧版医办启动，以 pg_dump 导出，再恢复到 PostgreSQL %s 的新数据目录；"
                                    .formatted(version, PostgresBinaries.MAJOR)
                            + "或用环境变量 YIBAN_DATA 另选数据目录。",
                    "The data directory is of PostgreSQL %s, this application brings PostgreSQL %s."
                            .formatted(version, PostgresBinaries.MAJOR),
                    null);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
