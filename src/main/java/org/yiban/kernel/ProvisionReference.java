package org.yiban.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A provision of a document, as the ledger names it: {@code SD2021-54 art.(九)[2]}, or a whole document.
 *
 * @param id the provision's id, never blank
 */
public record ProvisionReference(String id) {

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
