package org.yiban.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this platform, unpacked from the archive that the application brings with it. */
final class PostgresBinaries {

    /** The major version of the programs, and of every data folder they can open. */
    static final String MAJOR = "17";

    private static final boolean WINDOWS = platform().startsWith("windows");
    private static final int ANY_EXECUTE_BIT = 0111;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs below a folder that several installations may share, unless they are there. Who comes second
     * uses what the first unpacked.
     *
     * @throws StartUpException if the application has no programs for this platform, or they cannot be written
     */
    static PostgresBinaries unpackInto(Path programs) {
        String archive = "/postgres-%s.txz".formatted(platform());
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw noneForThisPlatform();
            }
            byte[] content = packed.readAllBytes();
            Path folder = programs.resolve(fingerprint(content));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(programs);
                unpackAs(folder, content);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new StartUpException(
                    "不能在 %s 中展开 PostgreSQL 程序：%s".formatted(programs, e),
                    "检查该目录的权限和磁盘剩余空间（约需 300 MB）。",
                    "PostgreSQL's programs cannot be unpacked.",
                    e);
        }
    }

    private static void unpackAs(Path folder, byte[] archive) throws IOException {
        Path unpacking = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try {
            Path programs = Files.createDirectory(unpacking.resolve(folder.getFileName()));
            unpack(archive, programs);
            Files.move(programs, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(unpacking);
        }
    }

    /** Removes the programs of other releases, which nothing else uses. */
    void removeOthers() throws IOException {
        try (Stream<Path> all = Files.list(folder.getParent())) {
            for (Path other : all.filter(path -> !path.equals(folder)).toList()) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive's folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = file.getParent().endsWith("bin") || (entry.getMode() & ANY_EXECUTE_BIT) != 0;
                    file.toFile().setExecutable(program, false);
                }
            }
        }
    }

    private static String fingerprint(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return "%s-%d-%08x".formatted(MAJOR, content.length, sum.getValue());
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch");
        return name + "-" + (machine.equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static StartUpException noneForThisPlatform() {
        return new StartUpException(
                "本程序包不含适用于本机（%s %s）的 PostgreSQL。"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                "在本机上用 mvn package 重新构建；或用 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、"
                        + "SPRING_DATASOURCE_PASSWORD 指定一个 PostgreSQL 服务器。",
                "This build carries no PostgreSQL for this platform.",
                null);
    }
}
