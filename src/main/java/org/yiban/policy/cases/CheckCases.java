package org.yiban.policy.cases;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;

/**
 * The command {@code check-cases <file or folder> [--tables <folder>]}: runs case files, CSV or workbooks, against the
 * packaged tables or those of a folder, without database; with {@code --from <date>} by the packaged tables before that
 * business date and by the folder's from it on. Prints every case that fails, and closes with {@code N passed,
 * N failed}.
 */
public final class CheckCases {

    /** How the command is called. */
    public static final String USAGE = "check-cases <案例文件或文件夹> [--tables <决策表文件夹> [--from <业务日期>]]";

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final String TABLES = "--tables";
    private static final String FROM = "--from";

    private final PrintStream out;
    private final PrintStream err;
    private int passed;
    private int failed;
    private boolean unusable;

    private CheckCases(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments what follows the command's name
     * @return exit status: 0 if all cases passed, 1 if one failed, 2 if the call, a file or a table cannot be used
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean withDate = arguments.size() == 5 && arguments.get(3).equals(FROM);
        boolean withTables =
                (arguments.size() == 3 || withDate) && arguments.get(1).equals(TABLES);
        boolean plain = arguments.size() == 1 && !arguments.get(0).startsWith("--");
        if (!plain && !withTables) {
            err.println("用法：" + USAGE);
            return UNUSABLE;
        }
        Path cases = Path.of(arguments.get(0));
        Path tables = withTables ? Path.of(arguments.get(2)) : null;
        try {
            LocalDate from = withDate ? LocalDate.parse(arguments.get(4)) : null;
            return new CheckCases(out, err).run(cases, tables, from);
        } catch (DateTimeParseException e) {
            err.println("--from 应为日期，格式为 年-月-日，如 2027-01-01：" + arguments.get(4));
            return UNUSABLE;
        }
    }

    private int run(Path cases, Path tables, LocalDate from) {
        if (!Files.exists(cases)) {
            err.println("没有这个文件或文件夹：" + cases);
            return UNUSABLE;
        }
        try {
            Regions regions = Regions.load();
            WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
            Policies policies = policies(tables, from, regions, calendar);
            List<Path> files = CaseFiles.in(cases);
            if (files.isEmpty()) {
                err.println("文件夹里没有案例文件（%s）：%s".formatted(CaseFiles.KINDS, cases));
                return UNUSABLE;
            }
            files.forEach(file -> check(file, policies));
        } catch (DecisionTableException | CaseFileException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
        err.flush();
        out.println(passed + " passed, " + failed + " failed");
        if (unusable) {
            return UNUSABLE;
        }
        return failed > 0 ? FAILED : PASSED;
    }

    /** By the packaged tables, by those of a folder, or by the one before a date and the other from it on. */
    private static Policies policies(Path tables, LocalDate from, Regions regions, WorkingCalendar calendar) {
        if (tables == null) {
            return Policies.packaged(regions, () -> calendar);
        }
        return from == null
                ? Policies.of(tables, regions, () -> calendar)
                : Policies.from(from, tables, regions, () -> calendar);
    }

    private void check(Path file, Policies policies) {
        try {
            CaseFiles.open(file).forEach(sheet -> check(sheet, policies));
        } catch (CaseFileException e) {
            refuse(e);
        }
    }

    private void check(CaseSheet sheet, Policies policies) {
        try {
            CaseCheck check = new CaseCheck(policies);
            for (PolicyCase policyCase : CaseReader.read(sheet, policies)) {
                List<Mismatch> mismatches = check.check(policyCase);
                mismatches.forEach(mismatch ->
                        out.printf("%s:%d %s %s%n", sheet.place(), policyCase.line(), policyCase.name(), mismatch));
                if (mismatches.isEmpty()) {
                    passed++;
                } else {
                    failed++;
                }
            }
        } catch (CaseFileException e) {
            refuse(e);
        }
    }

    private void refuse(CaseFileException refusal) {
        err.println(refusal.getMessage());
        unusable = true;
    }
}
