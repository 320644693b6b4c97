package org.yiban.policy.gaps;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yiban.policy.tables.DecisionTableException;

/**
 * All gaps that are known and explained: {@code gaps.yaml} beside the tables.
 *
 * @param all in the order of the file
 */
public record Gaps(List<Gap> all) {

    private static final String FILE = "gaps.yaml";
    private static final Resource PACKAGED = new ClassPathResource("processes/policy/" + FILE);

    public Gaps {
        all = List.copyOf(all);
    }

    /** Those packaged with the application. */
    public static Gaps packaged() {
        try {
            return read(FILE, PACKAGED.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DecisionTableException("读不到随系统的 " + FILE, e);
        }
    }

    /**
     * Those of a folder laid out as {@code processes/policy} is; the packaged ones if it has no such file.
     *
     * @throws DecisionTableException naming file and line if something in it cannot be read
     */
    public static Gaps in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return packaged();
        }
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new DecisionTableException("读不到 %s，或不是 UTF-8 编码".formatted(file), e);
        }
    }

    private static Gaps read(String name, String text) {
        return new Gaps(new GapFile(name).read(new StringReader(text)));
    }
}
