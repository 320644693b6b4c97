package org.yiban.policy.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A file of tables as it was found.
 *
 * @param path its path under {@code processes/policy}, with slashes
 */
record TableFile(String path, byte[] content) {

    private static final String PACKAGED = "processes/policy/";
    private static final int DIGITS = 12;

    static List<TableFile> packaged() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + PACKAGED + "**/*.dmn");
            return Arrays.stream(found).map(TableFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the packaged tables", e);
        }
    }

    static List<TableFile> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new DecisionTableException("读不到文件夹 " + folder, e);
        }
    }

    /** The first digits of the content's SHA-256. */
    String version() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    private static TableFile read(Resource resource) {
        try {
            String url = resource.getURL().toString();
            String path = url.substring(url.lastIndexOf(PACKAGED) + PACKAGED.length());
            return new TableFile(path, resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static TableFile read(Path folder, Path file) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new TableFile(path, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new DecisionTableException("读不到文件 " + file, e);
        }
    }
}
