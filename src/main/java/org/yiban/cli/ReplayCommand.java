package org.yiban.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.cli.Installation.RefusedException;
import org.yiban.cli.Options.WrongUsageException;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Policies;
import org.yiban.policy.cases.CaseFileException;
import org.yiban.policy.cases.StatedQuestions;
import org.yiban.policy.cases.StatedQuestions.StatedQuestion;
import org.yiban.policy.register.SubmittedFile;
import org.yiban.policy.replay.AnsweredQuestion;
import org.yiban.policy.replay.ChangeList;
import org.yiban.policy.replay.Replay;
import org.yiban.policy.replay.ReplayReport;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;

/**
 * The command {@code replay}: asks questions of other tables, a folder or a single file, and reports what changes, by how many and how much
 * money. The questions stand in files of facts, answered before by the packaged tables or another folder's, or are the
 * decisions that a running installation kept.
 */
final class ReplayCommand {

    static final String FACTS_USAGE = "replay <决策表文件或文件夹> --facts <事实文件或文件夹> [--base <原决策表文件夹>] [--list <逐项清单.csv>]";
    static final String KEPT_USAGE =
            "replay <决策表文件或文件夹> [--family <类别>] [--from <业务日期>] [--until <业务日期>] [--list <逐项清单.csv>] "
                    + Installation.USAGE;

    private static final String FACTS = "facts";
    private static final String BASE = "base";
    private static final String LIST = "list";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;

    private final PrintStream err;

    private ReplayCommand(PrintStream err) {
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments what follows the command's name
     * @return exit status: 0 if the report was made, 1 if the installation refused or was not there, 2 if the call, a file or a table cannot be used
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Set<String> known = new HashSet<>(Set.of(FACTS, BASE, LIST, "family", "from", "until"));
            known.addAll(Installation.OPTIONS);
            Options options = Options.read(arguments, known, Set.of());
            if (options.rest().size() != 1) {
                throw new WrongUsageException("请写明一个决策表文件或文件夹");
            }
            return new ReplayCommand(err).run(options, out);
        } catch (WrongUsageException e) {
            err.println(e.getMessage());
            err.println("用法：" + FACTS_USAGE);
            err.println("      " + KEPT_USAGE);
            return UNUSABLE;
        } catch (RefusedException e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (DecisionTableException | CaseFileException | ProblemException | UncheckedIOException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
    }

    private int run(Options options, PrintStream out) {
        Policies before = policies(options.value(BASE).map(ReplayCommand::existing));
        Policies after = candidate(existing(options.rest().get(0)), before);
        Optional<Path> list = options.value(LIST).map(ReplayCommand::fresh);
        Replay replay = new Replay(after);
        ReplayReport report = new ReplayReport(after);
        questions(options, before).forEach(question -> report.add(replay.ask(question)));
        report.lines().forEach(out::println);
        list.ifPresent(file -> ChangeList.write(file, report.changes()));
        return DONE;
    }

    private Stream<AnsweredQuestion> questions(Options options, Policies before) {
        if (options.has("server")) {
            return new KeptQuestions(Installation.of(options), options).all();
        }
        Path facts = options.value(FACTS)
                .map(ReplayCommand::existing)
                .orElseThrow(() -> new WrongUsageException("请写明事实文件 --facts，或运行中的系统 --server"));
        return answered(StatedQuestions.in(facts, before), before);
    }

    /** Questions that the tables before did not answer have nothing to compare with: they are told and passed over. */
    private Stream<AnsweredQuestion> answered(List<StatedQuestion> questions, Policies before) {
        return questions.stream().flatMap(question -> {
            try {
                Map<String, Object> results =
                        before.decide(question.family(), question.facts()).results();
                return Stream.of(new AnsweredQuestion(question.name(), question.family(), question.facts(), results));
            } catch (ProblemException e) {
                err.println("%s：原来的表没有作答，不比较：%s".formatted(question.name(), e.getMessage()));
                return Stream.empty();
            }
        });
    }

    /** The tables of a folder, or those before with one file in place of theirs. */
    private static Policies candidate(Path fileOrFolder, Policies before) {
        return Files.isDirectory(fileOrFolder)
                ? policies(Optional.of(fileOrFolder))
                : before.with(tables -> SubmittedFile.inPlace(content(fileOrFolder), tables));
    }

    private static Policies policies(Optional<Path> folder) {
        Regions regions = Regions.load();
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        return folder.map(tables -> Policies.of(tables, regions, () -> calendar))
                .orElseGet(() -> Policies.packaged(regions, () -> calendar));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("读不到文件 " + file, e);
        }
    }

    private static Path existing(String name) {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new WrongUsageException("没有这个文件或文件夹：" + name);
        }
        return path;
    }

    private static Path fresh(String name) {
        Path path = Path.of(name);
        if (Files.exists(path)) {
            throw new WrongUsageException("文件已存在，不覆盖：" + name);
        }
        return path;
    }
}
