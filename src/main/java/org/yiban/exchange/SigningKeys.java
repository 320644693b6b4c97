package org.yiban.exchange;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.yiban.person.keys.SecretFile;

/**
 * The keys that our messages to partners are signed with: a JWK set of EC keys (P-256), the first of which signs. Beside
 * the file, readable by its owner only, stands another with the public keys, for the partners.
 */
final class SigningKeys {

    /** The header of a request that carries its signature: a JWS (RFC 7515) without the payload, which is the body. */
    static final String HEADER = "X-JWS-Signature";

    private static final String PUBLIC = ".public.json";

    private final ECKey key;
    private final ECDSASigner signer;

    private SigningKeys(ECKey key) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
    }

    /**
     * Makes a new key and writes both files.
     *
     * @throws FileAlreadyExistsException rather than replacing keys that partners trust
     */
    static void make(Path file) throws IOException {
        try {
            ECKey made = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            SecretFile.write(file, text(new JWKSet(List.of(made)), false));
            Files.write(publicFile(file), text(new JWKSet(made.toPublicJWK()), true));
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key could not be made", e);
        }
    }

    /**
     * Reads the keys.
     *
     * @throws IOException if the file cannot be read or its first key cannot sign
     */
    static SigningKeys read(Path file) throws IOException {
        try {
            List<JWK> keys =
                    JWKSet.parse(Files.readString(file, StandardCharsets.UTF_8)).getKeys();
            if (keys.isEmpty() || !(keys.get(0) instanceof ECKey first) || !first.isPrivate()) {
                throw new IOException("its first key is no private EC key: " + file);
            }
            return new SigningKeys(first);
        } catch (ParseException | JOSEException e) {
            throw new IOException("not a JWK set: " + file, e);
        }
    }

    /** Where the public keys stand. */
    static Path publicFile(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling((name.endsWith(".json") ? name.substring(0, name.length() - 5) : name) + PUBLIC);
    }

    /** The signature of a body, as the header carries it. */
    String sign(byte[] body) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            JWSObject signature = new JWSObject(header, new Payload(body));
            signature.sign(signer);
            return signature.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException("a message could not be signed", e);
        }
    }

    private static byte[] text(JWKSet keys, boolean publicOnly) {
        return JSONObjectUtils.toJSONString(keys.toJSONObject(publicOnly)).getBytes(StandardCharsets.UTF_8);
    }
}
