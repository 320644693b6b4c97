package org.yiban.policy.sources;

import java.io.IOException;
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
import org.yiban.policy.tables.DecisionTableException;

/**
 * A file of the folder {@code sources} as it was found.
 *
 * @param path its path under {@code processes/policy}, with slashes
 * @param text its content
 */
record SourceFile(String path, String text) {

    static final String FOLDER = "sources";

    private static final String EXTENSION = ".yaml";
    private static final String PACKAGED = "processes/policy/" + FOLDER + "/";

    static List<SourceFile> packaged() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + PACKAGED + "*" + EXTENSION);
            return Arrays.stream(found)
                    .map(SourceFile::read)
                    .sorted(Comparator.comparing(SourceFile::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the packaged documents", e);
        }
    }

    static List<SourceFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new DecisionTableException("读不到文件夹 " + folder, e);
        }
    }

    /** The file's name without extension. */
    String stem() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - EXTENSION.length());
    }

    private static SourceFile read(Resource resource) {
        try {
            return new SourceFile(
                    FOLDER + "/" + resource.getFilename(), resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(FOLDER + "/" + file.getFileName(), Files.readString(file));
        } catch (IOException e) {
            throw new DecisionTableException("读不到文件 %s，或不是 UTF-8 编码".formatted(file), e);
        }
    }
}
