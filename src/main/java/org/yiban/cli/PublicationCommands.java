package org.yiban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.cli.Installation.RefusedException;
import org.yiban.cli.Options.WrongUsageException;

/**
 * The commands by which analysts change the tables of a running installation: {@code publish}, {@code publications},
 * {@code withdraw}. The server checks and decides.
 */
final class PublicationCommands {

    static final String PUBLISH = "publish";
    static final String PUBLICATIONS = "publications";
    static final String WITHDRAW = "withdraw";
    static final String PUBLISH_USAGE =
            PUBLISH + " <决策表文件> --from <业务日期> --reason <理由> --source <依据的文件> [--cases <案例文件>] " + Installation.USAGE;
    static final String PUBLICATIONS_USAGE = PUBLICATIONS + " [<号>] " + Installation.USAGE;
    static final String WITHDRAW_USAGE = WITHDRAW + " <号> --reason <理由> " + Installation.USAGE;

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;
    private static final String PATH = "/api/publications";

    private final PrintStream out;

    private PublicationCommands(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs one of the commands.
     *
     * @return exit status: 0 if it was done, 1 if the installation refused or was not there, 2 if the call or a file
     *     cannot be used
     */
    static int run(String command, List<String> arguments, PrintStream out, PrintStream err) {
        PublicationCommands commands = new PublicationCommands(out);
        try {
            switch (command) {
                case PUBLISH -> commands.publish(options(arguments, "from", "reason", "source", "cases"));
                case WITHDRAW -> commands.withdraw(options(arguments, "reason"));
                default -> commands.list(options(arguments));
            }
            return DONE;
        } catch (WrongUsageException e) {
            err.println(e.getMessage());
            err.println("用法：" + usage(command));
            return UNUSABLE;
        } catch (RefusedException e) {
            err.println(e.getMessage());
            return REFUSED;
        }
    }

    private void publish(Options options) {
        Path file = Path.of(only(options, "请写明一个决策表文件"));
        SentForm form = new SentForm()
                .file("file", file.getFileName().toString(), read(file))
                .text("from", options.require("from"))
                .text("reason", options.require("reason"))
                .text("source", options.require("source"));
        options.value("cases")
                .map(Path::of)
                .ifPresent(cases -> form.file("cases", cases.getFileName().toString(), read(cases)));
        JsonNode asked = Installation.of(options).post(PATH, form.contentType(), form.content());
        show(asked);
        out.printf("已申请第 %s 号发布；由另一位规则分析员在任务列表里确认后适用。%n", asked.path("id").asText());
    }

    private void withdraw(Options options) {
        String id = number(only(options, "请写明发布的号"));
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("reason", options.require("reason"))
                .toString();
        JsonNode asked = Installation.of(options)
                .post(PATH + "/" + id + "/withdrawal", "application/json", BodyPublishers.ofString(body));
        out.println(
                asked.path("withdrawal").asBoolean()
                        ? "已申请撤回第 %s 号发布；由另一位规则分析员在任务列表里确认后生效。".formatted(id)
                        : "第 %s 号发布：%s。".formatted(id, asked.path("stateLabel").asText()));
    }

    private void list(Options options) {
        Installation installation = Installation.of(options);
        if (!options.rest().isEmpty()) {
            show(installation.get(PATH + "/" + number(only(options, "请写明一个号"))));
            return;
        }
        JsonNode all = installation.get(PATH);
        all.forEach(this::line);
        out.printf("共 %d 次发布%n", all.size());
        JsonNode changes = installation.get("/api/tables/changes");
        changes.path("releases").forEach(change -> packaged("随系统的文件有变动", change));
        changes.path("overtaken").forEach(change -> packaged("随系统的文件已不同于发布时所依据的版本，已发布的继续适用", change));
    }

    private void line(JsonNode publication) {
        out.printf(
                "第 %s 号 %s 自 %s 起 %s（%s）依据 %s：%s%n",
                publication.path("id").asText(),
                publication.path("path").asText(),
                publication.path("from").asText(),
                publication.path("stateLabel").asText(),
                publication.path("version").asText(),
                publication.path("source").asText(),
                publication.path("reason").asText());
    }

    private void show(JsonNode publication) {
        line(publication);
        changes(publication.path("changes"));
        publication.path("remarks").forEach(remark -> out.println("  提示 " + remark.asText()));
        out.printf("  案例通过 %s 个%n", publication.path("casesPassed").asText());
        publication
                .path("history")
                .forEach(event -> out.printf(
                        "  %s %s %s%n",
                        event.path("at").asText(),
                        event.path("byName").asText(),
                        event.path("text").asText()));
    }

    private void packaged(String what, JsonNode change) {
        out.printf(
                "%s：%s（%s → %s）%n",
                what,
                change.path("path").asText(),
                change.path("before").asText(),
                change.path("after").asText());
        changes(change.path("changes"));
    }

    private void changes(JsonNode changes) {
        changes.forEach(change -> {
            boolean head = change.path("rule").isNull();
            out.printf(
                    "  %s %s%n",
                    change.path("kindLabel").asText(),
                    change.path(head ? "table" : "rule").asText());
            change.path("cells")
                    .forEach(cell -> out.printf(
                            "    %s：%s → %s%n",
                            cell.path("label").asText(),
                            cell.path("before").asText(),
                            cell.path("after").asText()));
        });
    }

    private static Options options(List<String> arguments, String... own) {
        Set<String> known = new TreeSet<>(Installation.OPTIONS);
        known.addAll(List.of(own));
        return Options.read(arguments, known, Set.of());
    }

    private static String only(Options options, String otherwise) {
        if (options.rest().size() != 1) {
            throw new WrongUsageException(otherwise);
        }
        return options.rest().get(0);
    }

    private static String number(String written) {
        if (!written.matches("\\d{1,18}")) {
            throw new WrongUsageException("发布的号应为数字：" + written);
        }
        return written;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WrongUsageException("读不到文件：" + file);
        }
    }

    private static String usage(String command) {
        return switch (command) {
            case PUBLISH -> PUBLISH_USAGE;
            case WITHDRAW -> WITHDRAW_USAGE;
            default -> PUBLICATIONS_USAGE;
        };
    }
}
