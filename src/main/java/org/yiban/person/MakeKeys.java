package org.yiban.person;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import org.yiban.person.keys.KeyFile;

/** The command {@code make-keys <file>}: makes the key file that identity numbers are stored with. */
public final class MakeKeys {

    /** How it is called. */
    public static final String USAGE = "make-keys <密钥文件>   生成证件号码的密钥文件";

    private MakeKeys() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code make-keys} on the command line: the file to make
     * @return exit status: 0 made, 1 not made, 2 called wrongly
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1 || arguments.get(0).isBlank()) {
            err.println("用法 | usage: java -jar yiban.jar " + USAGE);
            return 2;
        }
        Path file = Path.of(arguments.get(0)).toAbsolutePath();
        try {
            KeyFile.make(file);
        } catch (FileAlreadyExistsException e) {
            err.println("文件已存在，未改动：" + file + " | exists already, left as it is");
            return 1;
        } catch (IOException e) {
            err.println("无法写入：" + file + "（" + e + "） | cannot be written");
            return 1;
        }
        out.println("已生成密钥文件：" + file + " | key file made");
        out.println("启动前设置 YIBAN_KEYS=" + file + "，并另行备份。 | set YIBAN_KEYS before starting, keep a backup apart");
        return 0;
    }
}
