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
 * A file of tables as it was found. Its content is not to be changed.
 *
 * @param path its path under {@code processes/policy}, with slashes; of a setting's, under {@code processes}
 */
public record TableFile(String path, byte[] content) {

    private static final String MODELS = "processes/";
    private static final String PACKAGED = MODELS + "policy/";
    private static final String SETTINGS = MODELS + "settings/";
    private static final int DIGITS = 12;

    /** The files that are packaged with the application. */
    public static List<TableFile> packaged() {
        return packaged(PACKAGED, PACKAGED);
    }

    /** The packaged files by which an agency sets for itself what no document does. */
    public static List<TableFile> packagedSettings() {
        return packaged(SETTINGS, MODELS);
    }

    private static List<TableFile> packaged(String folder, String root) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "**/*.dmn");
            return Arrays.stream(found).map(file -> read(file, root)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the tables packaged in " + folder, e);
        }
    }

    /**
     * The files of a folder laid out as {@code processes/policy} is.
     *
     * @throws DecisionTableException if the folder cannot be read
     */
    public static List<TableFile> in(Path folder) {
        return in(folder, folder);
    }

    /**
     * The files of a folder laid out as {@code processes/settings} is.
     *
     * @throws DecisionTableException if the folder cannot be read
     */
    public static List<TableFile> settingsIn(Path folder) {
        return in(folder, folder.getParent());
    }

    private static List<TableFile> in(Path folder, Path root) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new DecisionTableException("读不到文件夹 " + folder, e);
        }
    }

    /** The first digits of the content's SHA-256, by which people call it. */
    public String version() {
        return digest().substring(0, DIGITS);
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content, from its beginning. */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableFile file && path.equals(file.path) && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return path + "@" + version();
    }

    private static TableFile read(Resource resource, String root) {
        try {
            String url = resource.getURL().toString();
            String path = url.substring(url.lastIndexOf(root) + root.length());
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
