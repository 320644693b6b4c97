package org.yiban.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The digest of a document that two agencies check alike: SHA-256 over its canonical form (RFC 8785), the member {@code
 * digest} left out. Order of members, blanks and escapes do not matter.
 */
public final class CanonicalDigest {

    private static final String DIGEST = "digest";

    private CanonicalDigest() {}

    /** The digest of a document, 64 hexadecimal digits. */
    public static String of(JsonNode document) {
        ObjectNode content = document.deepCopy();
        content.remove(DIGEST);
        try {
            byte[] canonical = new JsonCanonicalizer(content.toString()).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a digest could not be made", e);
        }
    }

    /** A document with its digest. */
    public static ObjectNode seal(ObjectNode document) {
        return document.put(DIGEST, of(document));
    }

    /** Whether a document's digest is its own. */
    public static boolean holds(JsonNode document) {
        return document.path(DIGEST).asText().equals(of(document));
    }
}
