package org.yiban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.cli.Installation.RefusedException;
import org.yiban.cli.Options.WrongUsageException;

/**
 * The command {@code export}: writes the tables that a running installation answers by on a business date into a folder,
 * byte by byte, laid out as {@code processes/policy} is. It overwrites nothing.
 */
final class ExportTables {

    static final String NAME = "export";
    static final String USAGE = NAME + " [<决策表文件或决策编号>] [--on <业务日期>] --to <文件夹> " + Installation.USAGE;

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;

    private ExportTables() {}

    /**
     * Runs the command.
     *
     * @return exit status: 0 if it was done, 1 if the installation refused or was not there, 2 if the call or the folder
     *     cannot be used
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Set<String> known = new TreeSet<>(Installation.OPTIONS);
            known.addAll(List.of("on", "to"));
            Options options = Options.read(arguments, known, Set.of());
            if (options.rest().size() > 1) {
                throw new WrongUsageException("一次只能写一个文件或决策编号；不写就是全部");
            }
            export(options, out);
            return DONE;
        } catch (WrongUsageException e) {
            err.println(e.getMessage());
            err.println("用法：" + USAGE);
            return UNUSABLE;
        } catch (RefusedException e) {
            err.println(e.getMessage());
            return REFUSED;
        }
    }

    private static void export(Options options, PrintStream out) {
        Path folder = Path.of(options.require("to"));
        String on = options.value("on").orElse("");
        if (!on.matches("|\\d{4}-\\d{2}-\\d{2}")) {
            throw new WrongUsageException("--on 应为日期，如 2027-01-01：" + on);
        }
        Installation installation = Installation.of(options);
        JsonNode files = installation.get("/api/tables" + (on.isEmpty() ? "" : "?on=" + on));
        Map<Path, String> wanted = new LinkedHashMap<>();
        String asked = options.rest().isEmpty() ? null : options.rest().get(0);
        for (JsonNode file : files) {
            if (asked == null || isAsked(asked, file)) {
                wanted.put(
                        inside(folder, file.path("path").asText()),
                        file.path("digest").asText());
            }
        }
        if (wanted.isEmpty()) {
            throw new WrongUsageException("没有这个决策表文件或决策编号：" + asked);
        }
        wanted.keySet().stream().filter(Files::exists).findFirst().ifPresent(taken -> {
            throw new WrongUsageException("文件已存在，不覆盖：" + taken);
        });
        wanted.forEach((path, digest) -> write(path, installation.download("/api/tables/versions/" + digest)));
        out.printf("写出 %d 个文件到 %s%n", wanted.size(), folder);
    }

    private static boolean isAsked(String asked, JsonNode file) {
        boolean named = file.path("path").asText().equals(asked.replace('\\', '/'));
        for (JsonNode table : file.path("tables")) {
            named |= table.asText().equals(asked);
        }
        return named;
    }

    /** Whatever a server says, nothing is written outside the folder. */
    private static Path inside(Path folder, String path) {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder.normalize())) {
            throw new RefusedException("服务器给出的文件路径不对：" + path);
        }
        return target;
    }

    private static void write(Path path, byte[] content) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new WrongUsageException("写不了文件：" + path);
        }
    }
}
