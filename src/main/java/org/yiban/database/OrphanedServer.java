package org.yiban.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that an application killed without warning left running on a data directory. Only who has claimed the data
 * folder may ask: for everyone else the server found here is a living neighbour's.
 */
final class OrphanedServer {

    private OrphanedServer() {}

    /**
     * Looks who stands in {@code postmaster.pid}. If that is another program that got the number of a server long gone,
     * the file is removed, since PostgreSQL would refuse to start because of it.
     *
     * @return the running server of exactly this data directory
     * @throws StartUpException if a PostgreSQL runs under that number and the system does not tell where
     */
    static Optional<ProcessHandle> of(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        if (process.isEmpty()) {
            return Optional.empty();
        }
        if (isPostgres(process.get())) {
            if (worksIn(dataDirectory, process.get(), lines)) {
                return process;
            }
            if (!tellsWhereItWorks(process.get())) {
                throw undecided(dataDirectory, process.get());
            }
        }
        Files.delete(pidFile);
        return Optional.empty();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    /** On Linux by the directory it works in, which also holds after a move; elsewhere by what the file says. */
    private static boolean worksIn(Path dataDirectory, ProcessHandle process, List<String> pidFile) {
        try {
            Path directory = tellsWhereItWorks(process) ? workingDirectory(process) : Path.of(pidFile.get(1));
            return Files.isSameFile(directory, dataDirectory);
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean tellsWhereItWorks(ProcessHandle process) {
        return Files.isDirectory(workingDirectory(process));
    }

    private static Path workingDirectory(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "cwd");
    }

    private static StartUpException undecided(Path dataDirectory, ProcessHandle process) {
        return new StartUpException(
                "%s 由 PostgreSQL 进程 %d 登记使用，无法确认它是否仍在使用该目录。".formatted(dataDirectory, process.pid()),
                "确认后停止进程 %d，再启动本程序。".formatted(process.pid()),
                "A PostgreSQL that may use this data directory is running.",
                null);
    }
}
