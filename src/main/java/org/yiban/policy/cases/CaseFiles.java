package org.yiban.policy.cases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds and opens files of cases: CSV files and workbooks. */
final class CaseFiles {

    /** What a folder is searched for. */
    static final String KINDS = "*.csv、*.xlsx";

    private static final String CSV = ".csv";
    private static final String WORKBOOK = ".xlsx";
    private static final String PACKAGED = "classpath*:processes/policy/cases/*" + CSV;

    private CaseFiles() {}

    /** The case files of a folder, by name; the file itself if it is one. Those that an open spreadsheet keeps are none. */
    static List<Path> in(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            return files.filter(CaseFiles::holdsCases).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CaseFileException("%s：读不到文件夹".formatted(fileOrFolder));
        }
    }

    /**
     * Opens a file.
     *
     * @throws CaseFileException naming the file if it cannot be read
     */
    static List<CaseSheet> open(Path file) {
        return isWorkbook(file) ? WorkbookCases.read(file) : List.of(CsvCases.read(file));
    }

    /** The case files that are packaged with the application. */
    static List<CaseSheet> packaged() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(PACKAGED);
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(CaseFiles::open)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the packaged cases", e);
        }
    }

    static boolean isWorkbook(Path file) {
        return name(file).endsWith(WORKBOOK);
    }

    /** A CSV file's name without its extension. */
    static String stem(String name) {
        return name.endsWith(CSV) ? name.substring(0, name.length() - CSV.length()) : name;
    }

    private static CaseSheet open(Resource resource) {
        try (InputStreamReader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            return CsvCases.read(resource.getFilename(), stem(resource.getFilename()), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static boolean holdsCases(Path file) {
        boolean openElsewhere = name(file).startsWith("~$") || name(file).startsWith(".");
        return !openElsewhere && (name(file).endsWith(CSV) || isWorkbook(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
