package org.yiban.policy.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;

/**
 * The command {@code export-cases <file.xlsx> [<file or folder>]}: writes case files as one workbook, those of a file or
 * folder or those packaged with the application. Never over a file that exists.
 */
public final class ExportCases {

    /** How the command is called. */
    public static final String USAGE = "export-cases <工作簿.xlsx> [<案例文件或文件夹>]";

    private static final int WRITTEN = 0;
    private static final int NOT_WRITTEN = 1;
    private static final int UNUSABLE = 2;

    private ExportCases() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows the command's name
     * @return exit status: 0 written, 1 not written, 2 if the call or a case file cannot be used
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean called = arguments.size() == 1 || arguments.size() == 2;
        if (!called || arguments.stream().anyMatch(argument -> argument.isBlank() || argument.startsWith("--"))) {
            err.println("用法：" + USAGE);
            return UNUSABLE;
        }
        Path workbook = Path.of(arguments.get(0));
        if (!CaseFiles.isWorkbook(workbook)) {
            err.println("工作簿的文件名要以 .xlsx 结尾：" + workbook);
            return UNUSABLE;
        }
        Path cases = arguments.size() == 2 ? Path.of(arguments.get(1)) : null;
        if (cases != null && !Files.exists(cases)) {
            err.println("没有这个文件或文件夹：" + cases);
            return UNUSABLE;
        }
        return export(workbook, cases, out, err);
    }

    private static int export(Path workbook, Path cases, PrintStream out, PrintStream err) {
        List<CaseSheet> sheets;
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int count;
        try {
            WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
            Policies policies = Policies.packaged(Regions.load(), () -> calendar);
            sheets = cases == null ? CaseFiles.packaged() : open(cases);
            count = sheets.stream()
                    .mapToInt(sheet -> CaseReader.read(sheet, policies).size())
                    .sum();
            WorkbookWriter.write(sheets, policies, content);
        } catch (DecisionTableException | CaseFileException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        try {
            Files.write(workbook, content.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            err.println("文件已存在，未改动：" + workbook);
            return NOT_WRITTEN;
        } catch (IOException e) {
            err.println("无法写入：" + workbook + "（" + e.getMessage() + "）");
            return NOT_WRITTEN;
        }
        out.println("已写入 %s：%d 个工作表，%d 个案例".formatted(workbook, sheets.size(), count));
        return WRITTEN;
    }

    private static List<CaseSheet> open(Path cases) {
        List<CaseSheet> sheets = CaseFiles.in(cases).stream()
                .flatMap(file -> CaseFiles.open(file).stream())
                .toList();
        if (sheets.isEmpty()) {
            throw new CaseFileException("文件夹里没有案例文件（%s）：%s".formatted(CaseFiles.KINDS, cases));
        }
        return sheets;
    }
}
