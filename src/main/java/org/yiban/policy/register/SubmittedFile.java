package org.yiban.policy.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.TableFile;

/**
 * A file of tables as somebody sent it. It is read by a parser that resolves nothing before anything else sees it; a
 * document type, whatever it declares, is refused.
 */
public final class SubmittedFile {

    private static final String FILE = "file";
    private static final int LARGEST = 2 << 20;
    private static final int LONGEST_TEXT = 4_000;
    private static final int DEEPEST = 20;
    private static final String DMN = "https?://www\\.omg\\.org/spec/DMN/.*";

    private final byte[] content;
    private final Set<String> decisions = new TreeSet<>();

    private SubmittedFile(byte[] content) {
        this.content = content;
    }

    /**
     * A set in which a file takes the place of the one that holds the same tables.
     *
     * @throws ProblemException naming {@code file} if it cannot be read or holds other tables
     * @throws org.yiban.policy.tables.DecisionTableException if the set would not hold together
     */
    public static DecisionTables inPlace(byte[] content, DecisionTables tables) {
        return tables.with(List.of(read(content).named(tables.tableIds())));
    }

    /** @throws ProblemException naming {@code file} if it is missing, empty, too large, or no harmless DMN */
    static SubmittedFile read(byte[] content) {
        if (content == null || content.length == 0) {
            throw refusal("缺少决策表文件，或文件是空的");
        }
        if (content.length > LARGEST) {
            throw refusal("决策表文件不能超过 2 MB");
        }
        SubmittedFile file = new SubmittedFile(content);
        file.parse();
        if (file.decisions.isEmpty()) {
            throw refusal("文件里没有决策表");
        }
        return file;
    }

    /**
     * The file whose place it takes: the one that holds exactly the same tables.
     *
     * @param existing the ids of the tables of each file
     * @throws ProblemException naming {@code file} if there is none, with what differs from the nearest
     */
    TableFile named(Map<String, List<String>> existing) {
        for (Map.Entry<String, List<String>> file : existing.entrySet()) {
            if (Set.copyOf(file.getValue()).equals(decisions)) {
                return new TableFile(file.getKey(), content);
            }
        }
        String nearest = null;
        int most = 0;
        for (Map.Entry<String, List<String>> file : existing.entrySet()) {
            int shared =
                    (int) file.getValue().stream().filter(decisions::contains).count();
            if (shared > most) {
                most = shared;
                nearest = file.getKey();
            }
        }
        if (nearest == null) {
            throw refusal("文件里的决策表 %s 不在任何现有文件里；决策编号不能改".formatted(String.join("、", decisions)));
        }
        List<String> missing = new ArrayList<>(existing.get(nearest));
        missing.removeAll(decisions);
        List<String> foreign = new ArrayList<>(decisions);
        foreign.removeAll(existing.get(nearest));
        throw refusal("应恰好含有 %s 的决策表：缺少 %s；多出 %s".formatted(nearest, listed(missing), listed(foreign)));
    }

    private void parse() {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            parsers.newSAXParser().parse(new ByteArrayInputStream(content), new Reading());
        } catch (SAXParseException e) {
            throw refusal(
                    e.getMessage() != null && e.getMessage().contains("DOCTYPE")
                            ? "文件里不能有 DOCTYPE（文档类型、实体声明）"
                            : "不是能读的 XML（第 %d 行）".formatted(e.getLineNumber()));
        } catch (SAXException | IOException e) {
            throw refusal("不是能读的 XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String listed(List<String> ids) {
        return ids.isEmpty() ? "（无）" : String.join("、", ids);
    }

    private static ProblemException refusal(String message) {
        return ProblemException.invalid(FILE, null, message);
    }

    /** Collects the decisions and refuses what no table of ours needs. */
    private final class Reading extends DefaultHandler {

        private int depth;
        private int text;

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes) {
            if (depth == 0 && (!name.equals("definitions") || !space.matches(DMN))) {
                throw refusal("不是 DMN 文件");
            }
            if (++depth > DEEPEST) {
                throw refusal("元素嵌套过深");
            }
            text = 0;
            if (name.equals("decision") && space.matches(DMN)) {
                decisions.add(String.valueOf(attributes.getValue("id")));
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                boolean language = attributes.getLocalName(i).equals("expressionLanguage");
                if (language && !attributes.getValue(i).matches("(?i)feel|.*/FEEL/?")) {
                    throw refusal("格子只能用 FEEL 写，不能用 " + attributes.getValue(i));
                }
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) {
            depth--;
            text = 0;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text += length;
            if (text > LONGEST_TEXT) {
                throw refusal("有一格或一段说明超过 %d 个字".formatted(LONGEST_TEXT));
            }
        }
    }
}
