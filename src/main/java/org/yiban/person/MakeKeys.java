package org.yiban.person;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.yiban.person.keys.KeyFile;

/** The command {@code make-keys <file>}: makes the key file that identity numbers are stored with. */
public final class MakeKeys {

    private MakeKeys() {}

    /**
     * Runs the command.
     *
     * @param args what follows {@code make-keys} on the command line: the file to make
     * @return exit status: 0 made, 1 not made, 2 called wrongly
     */
    public static int run(String[] args) {
        if (args.length != 1 || args[0].isBlank()) {
            System.err.println("用法 | usage: java -jar yiban.jar make-keys <file>");
            return 2;
        }
        Path file = Path.of(args[0]).toAbsolutePath();
        try {
            KeyFile.make(file);
        } catch (FileAlreadyExistsException e) {
            System.err.println("文件已存在，未改动：" + file + " | exists already, left as it is");
            return 1;
        } catch (IOException e) {
            System.err.println("无法写入：" + file + "（" + e + "） | cannot be written");
            return 1;
        }
        System.out.println("已生成密钥文件：" + file + " | key file made");
        System.out.println(
                "启动前设置 YIBAN_KEYS=" + file + "，并另行备份。 | set YIBAN_KEYS before starting, keep a backup apart");
        return 0;
    }
}
