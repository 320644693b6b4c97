package org.yiban.person.keys;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts texts that hold personal data, as account numbers and payment files, for the place they are stored in: moved
 * to another place a ciphertext no longer opens.
 */
public final class TextCipher {

    private final Aead encryption;

    TextCipher(Aead encryption) {
        this.encryption = encryption;
    }

    /**
     * Encrypts a text.
     *
     * @param place table, column and a key of the row that never changes, as {@code yiban.outbox.payload:7}
     */
    public byte[] encrypt(String place, String text) {
        try {
            return encryption.encrypt(text.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text could not be encrypted for " + place, e);
        }
    }

    /**
     * Opens a text.
     *
     * @throws IllegalStateException if it was encrypted with other keys or for another place
     */
    public String decrypt(String place, byte[] encrypted) {
        try {
            return new String(
                    encryption.decrypt(encrypted, place.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the text at " + place + " does not open", e);
        }
    }
}
