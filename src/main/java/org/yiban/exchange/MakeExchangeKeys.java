package org.yiban.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code make-exchange-keys <file>}: makes the keys that messages to partners are signed with. */
public final class MakeExchangeKeys {

    /** How it is called. */
    public static final String USAGE = "make-exchange-keys <密钥文件>   生成与财政、税务等伙伴交换消息的签名密钥";

    private MakeExchangeKeys() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code make-exchange-keys} on the command line: the file to make
     * @return exit status: 0 made, 1 not made, 2 called wrongly
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1 || arguments.get(0).isBlank()) {
            err.println("用法 | usage: java -jar yiban.jar " + USAGE);
            return 2;
        }
        Path file = Path.of(arguments.get(0)).toAbsolutePath();
        try {
            SigningKeys.make(file);
        } catch (FileAlreadyExistsException e) {
            err.println("文件已存在，未改动：" + file + " | exists already, left as it is");
            return 1;
        } catch (IOException e) {
            err.println("无法写入：" + file + "（" + e + "） | cannot be written");
            return 1;
        }
        out.println("已生成签名密钥：" + file + " | signing keys made");
        out.println("把公钥交给伙伴：" + SigningKeys.publicFile(file) + " | give the public keys to the partners");
        return 0;
    }
}
