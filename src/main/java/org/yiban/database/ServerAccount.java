package org.yiban.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run, since they refuse to run as root. An ordinary user runs them as itself. Root runs
 * them as the folder's owner; where that is root too, in a user namespace in which it is nobody, and where the system
 * forbids those, as nobody, to whom the folder is then given.
 */
final class ServerAccount {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final int UNCHANGED = -1;

    private final List<String> prefix;
    private final int user;
    private final int group;

    private ServerAccount(List<String> prefix, int user, int group) {
        this.prefix = prefix;
        this.user = user;
        this.group = group;
    }

    /** Finds the account for the server whose files lie in {@code home}, a folder that exists. */
    static ServerAccount forFolder(Path home) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix") || currentUser() != ROOT) {
            return new ServerAccount(List.of(), UNCHANGED, UNCHANGED);
        }
        int owner = (int) Files.getAttribute(home, "unix:uid");
        if (owner == ROOT && works("unshare", "--user", "true")) {
            return new ServerAccount(List.of("unshare", "--user"), ROOT, ROOT);
        }
        int user = owner == ROOT ? NOBODY : owner;
        int group = owner == ROOT ? NOBODY : (int) Files.getAttribute(home, "unix:gid");
        List<String> change = List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
        if (!works(Stream.concat(change.stream(), Stream.of("true")).toArray(String[]::new))) {
            throw new StartUpException(
                    "PostgreSQL 不能以 root 身份运行，而本机不允许 root 改用其他身份（unshare、setpriv 均不可用）。",
                    "以普通用户启动本程序，例如：runuser -u <用户> -- java -jar yiban.jar；"
                            + "或用 SPRING_DATASOURCE_URL 指定一个 PostgreSQL 服务器。",
                    "PostgreSQL does not run as root, and root cannot become another user here.",
                    null);
        }
        return new ServerAccount(change, user, group);
    }

    /** The command line that runs {@code command} as this account. */
    List<String> commandLine(List<String> command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    /** Gives everything below {@code folder} to this account; nothing to do for an ordinary user. */
    void give(Path folder) throws IOException {
        if (user == UNCHANGED) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.toList();
        }
        for (Path file : files) {
            if ((int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS) != user) {
                Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int currentUser() throws IOException {
        Path own = Files.createTempFile("yiban", ".uid");
        try {
            return (int) Files.getAttribute(own, "unix:uid");
        } finally {
            Files.delete(own);
        }
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
