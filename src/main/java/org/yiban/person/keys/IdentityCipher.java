package org.yiban.person.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.yiban.person.IdentityNumber;

/**
 * Hides identity numbers in the database: encrypts them bound to their row, so that a ciphertext moved to another row no
 * longer opens, and makes the blind index that finds them again.
 */
public final class IdentityCipher {

    private static final int INDEX_BYTES = 32;

    private final Aead encryption;
    private final PrfSet index;

    IdentityCipher(Aead encryption, PrfSet index) {
        this.encryption = encryption;
        this.index = index;
    }

    /** The cipher for other texts, under the same key. */
    TextCipher texts() {
        return new TextCipher(encryption);
    }

    /** Encrypts a number for one row of {@code yiban.person}. */
    public byte[] encrypt(long personId, IdentityNumber number) {
        try {
            return encryption.encrypt(number.value().getBytes(StandardCharsets.UTF_8), row(personId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity number could not be encrypted", e);
        }
    }

    /**
     * Opens the number of one row.
     *
     * @throws IllegalStateException if it was encrypted with other keys or for another row
     */
    public IdentityNumber decrypt(long personId, byte[] encrypted) {
        try {
            byte[] number = encryption.decrypt(encrypted, row(personId));
            return IdentityNumber.parse("identityNumber", new String(number, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the identity number of person " + personId + " does not open", e);
        }
    }

    /** The same for the same kind and number under the same keys; says nothing to who lacks them. */
    public byte[] blindIndex(IdentityNumber number) {
        String input = number.kind() + ":" + number.value();
        try {
            return index.computePrimary(input.getBytes(StandardCharsets.UTF_8), INDEX_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a blind index could not be computed", e);
        }
    }

    private static byte[] row(long personId) {
        return ("yiban.person.identity_number:" + personId).getBytes(StandardCharsets.UTF_8);
    }
}
