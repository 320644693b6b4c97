package org.yiban.policy.checks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.cases.CaseFileException;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.TableFile;
import org.yiban.region.Regions;

/**
 * The command {@code check-tables [<folder>] [--cases <folder>]}: checks the packaged tables or those of a folder, without
 * database. Prints a line for each finding, and closes with how many there are.
 */
public final class CheckTables {

    /** How the command is called. */
    public static final String USAGE = "check-tables [<决策表文件夹>] [--cases <案例文件夹>]";

    private static final int SOUND = 0;
    private static final int FAULTY = 1;
    private static final int UNUSABLE = 2;
    private static final String SETTINGS = "settings";
    private static final String CASES = "--cases";

    private CheckTables() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows the command's name
     * @return exit status: 0 if there is no error, 1 if there is one, 2 if the call, a folder or the data beside the
     *     tables cannot be used
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> folders = new ArrayList<>(arguments);
        int option = folders.indexOf(CASES);
        Path cases = null;
        if (option >= 0 && option + 1 < folders.size()) {
            cases = Path.of(folders.remove(option + 1));
            folders.remove(option);
        }
        if (folders.size() > 1 || folders.stream().anyMatch(folder -> folder.startsWith("--"))) {
            err.println("用法：" + USAGE);
            return UNUSABLE;
        }
        return run(folders.isEmpty() ? null : Path.of(folders.get(0)), cases, out, err);
    }

    private static int run(Path folder, Path cases, PrintStream out, PrintStream err) {
        for (Path named : new Path[] {folder, cases}) {
            if (named != null && !Files.isDirectory(named)) {
                err.println("没有这个文件夹：" + named);
                return UNUSABLE;
            }
        }
        try {
            Regions regions = Regions.load();
            WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
            List<TableFinding> findings = new ArrayList<>(
                    folder == null
                            ? TableChecks.packaged(cases, regions, () -> calendar)
                            : TableChecks.in(folder, cases, regions, () -> calendar));
            findings.addAll(settings(folder, regions, calendar));
            findings.forEach(out::println);
            long errors = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .count();
            out.printf("错误 %d 处，提示 %d 处%n", errors, findings.size() - errors);
            return errors > 0 ? FAULTY : SOUND;
        } catch (DecisionTableException | CaseFileException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
    }
    /** Those packaged, or those of the folder {@code settings} beside the tables, if there is one. */
    private static List<TableFinding> settings(Path folder, Regions regions, WorkingCalendar calendar) {
        if (folder == null) {
            return SettingChecks.of(TableFile.packagedSettings(), Sources.packaged(), regions, () -> calendar);
        }
        Path settings = folder.toAbsolutePath().normalize().resolveSibling(SETTINGS);
        return Files.isDirectory(settings)
                ? SettingChecks.of(TableFile.settingsIn(settings), Sources.in(folder), regions, () -> calendar)
                : List.of();
    }
}
