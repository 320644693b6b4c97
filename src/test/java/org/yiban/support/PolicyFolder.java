package org.yiban.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A copy of {@code processes/policy} that a test may change. */
public final class PolicyFolder {

    private static final Path PACKAGED = Path.of("processes", "policy");

    private final Path folder;

    private PolicyFolder(Path folder) {
        this.folder = folder;
    }

    /** Copies the tables alone. */
    public static PolicyFolder ofTables(Path to) {
        return copy(to, file -> file.toString().endsWith(".dmn"));
    }

    /** Copies tables, documents and all that stands beside them but the cases. */
    public static PolicyFolder withoutCases(Path to) {
        return copy(to, file -> !file.startsWith("cases"));
    }

    /** Copies everything. */
    public static PolicyFolder whole(Path to) {
        return copy(to, file -> true);
    }

    public Path path() {
        return folder;
    }

    /** Replaces a text of a file, which must be there. */
    public PolicyFolder replace(String file, String text, String replacement) {
        try {
            Path edited = folder.resolve(file);
            String before = Files.readString(edited);
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " does not contain " + text);
            }
            Files.writeString(edited, before.replace(text, replacement));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyFolder copy(Path to, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(PACKAGED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = PACKAGED.relativize(file);
                if (wanted.test(relative)) {
                    Files.createDirectories(to.resolve(relative).getParent());
                    Files.copy(file, to.resolve(relative));
                }
            }
            return new PolicyFolder(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
