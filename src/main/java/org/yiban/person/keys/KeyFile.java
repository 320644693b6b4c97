package org.yiban.person.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The file that holds the two keys: AES-256-GCM for the numbers, HMAC-SHA256 for the blind index, each a Tink keyset in
 * JSON. Whoever has the file and the database has the numbers: it belongs to its owner alone and to the backups kept
 * apart from the database's.
 */
public final class KeyFile {

    private static final String ENCRYPTION = "encryption";
    private static final String BLIND_INDEX = "blindIndex";
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeyFile() {}

    /**
     * Makes new keys and writes them, readable by the owner only.
     *
     * @throws FileAlreadyExistsException rather than replacing keys that numbers may be stored with
     */
    public static void make(Path file) throws IOException {
        ObjectNode keys = JSON.createObjectNode();
        try {
            register();
            keys.set(ENCRYPTION, keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
            keys.set(BLIND_INDEX, keyset(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys could not be made", e);
        }
        SecretFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(keys));
    }

    /**
     * Reads the keys.
     *
     * @throws IOException if the file cannot be read or is no key file
     */
    static IdentityCipher read(Path file) throws IOException {
        JsonNode keys = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
        if (!keys.hasNonNull(ENCRYPTION) || !keys.hasNonNull(BLIND_INDEX)) {
            throw new IOException("not a key file of this application: " + file);
        }
        try {
            register();
            return new IdentityCipher(
                    handle(keys.get(ENCRYPTION)).getPrimitive(RegistryConfiguration.get(), Aead.class),
                    handle(keys.get(BLIND_INDEX)).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys do not open: " + file, e);
        }
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
    }

    private static JsonNode keyset(KeysetHandle handle) throws GeneralSecurityException, IOException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle handle(JsonNode keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get());
    }
}
