package org.yiban.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds all data of one installation, claimed by one running application at a time. The claim is a lock
 * on the file {@code .lock} in it: it ends with the process, however that ends. The file names the process.
 */
final class DataFolder implements AutoCloseable {

    /** Far behind the content, so that the holder's process id stays readable where locks forbid reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Claims the folder, and makes it if it is not there.
     *
     * @throws StartUpException if it cannot be written, or another application holds it
     */
    static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel lockFile = null;
        try {
            Files.createDirectories(path);
            Path lock = path.resolve(".lock");
            lockFile = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                throw inUse(path, Files.readString(lock).strip());
            }
            lockFile.truncate(0);
            lockFile.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes()), 0);
            return new DataFolder(path, lockFile);
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw notWritable(path, e);
        } catch (StartUpException e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Gives the folder up for the next one. */
    @Override
    public void close() {
        closeQuietly(lockFile);
    }

    private static FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The lock falls with the process.
        }
    }

    private static StartUpException inUse(Path path, String holder) {
        return new StartUpException(
                "数据目录正在使用中：%s（进程号 %s）。".formatted(path, holder),
                "先停止进程 %s；或用环境变量 YIBAN_DATA 为本次启动另选数据目录。".formatted(holder),
                "The data folder is held by process %s.".formatted(holder),
                null);
    }

    private static StartUpException notWritable(Path path, IOException cause) {
        return new StartUpException(
                "数据目录不能写入：%s（当前用户 %s）。".formatted(path, System.getProperty("user.name")),
                "修改该目录的权限；或用环境变量 YIBAN_DATA 指定当前用户可以写入的目录。",
                "The data folder cannot be written: %s.".formatted(cause),
                cause);
    }
}
