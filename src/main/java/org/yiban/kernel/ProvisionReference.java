package org.yiban.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A provision of a document, as the ledger names it: {@code SD2021-54 art.(九)[2]}, or a whole document.
 *
 * @param id the provision's id, never blank
 */
public record ProvisionReference(String id) {

    private static final Pattern OWN_PARTS = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern ARTICLE = Pattern.compile("art\\.(\\d+)(.*)");

    public ProvisionReference {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("a provision reference is never blank");
        }
    }

    /** Short name of the document that the provision stands in: {@code SD2021-54}. */
    public String instrument() {
        int space = id.indexOf(' ');
        return space < 0 ? id : id.substring(0, space);
    }

    /** Where in its document it stands, as people write it: {@code art.7(2)[a]} is 第7条（2）; empty for a whole document. */
    public String place() {
        int space = id.indexOf(' ');
        if (space < 0) {
            return "";
        }
        String own = OWN_PARTS.matcher(id.substring(space + 1)).replaceAll("");
        Matcher article = ARTICLE.matcher(own);
        String place = article.matches() ? "第" + article.group(1) + "条" + article.group(2) : own.replace("art.", "");
        return place.replace("(", "（").replace(")", "）");
    }

    /** Reads a list joined with {@code ;}; blank or {@code null} is the empty list. */
    public static List<ProvisionReference> parseList(String joined) {
        if (joined == null || joined.isBlank()) {
            return List.of();
        }
        return Arrays.stream(joined.split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .map(ProvisionReference::new)
                .toList();
    }

    /** The reverse of {@link #parseList}. */
    public static String join(List<ProvisionReference> provisions) {
        return provisions.stream().map(ProvisionReference::id).collect(Collectors.joining(";"));
    }

    @Override
    public String toString() {
        return id;
    }
}
