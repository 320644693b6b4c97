package org.yiban.partners;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/** The keys of a simulated partner: made at its first start, kept in a folder. */
final class PartnerKeyPair {

    private final ECKey own;
    private final Path publicFile;
    private volatile Path trusted;

    private PartnerKeyPair(ECKey own, Path publicFile) {
        this.own = own;
        this.publicFile = publicFile;
    }

    static PartnerKeyPair in(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".json");
        Path publicFile = folder.resolve(name + ".public.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                JWKSet made = new JWKSet(List.of(fresh()));
                Files.writeString(file, made.toString(false));
                Files.writeString(publicFile, made.toString(true));
            }
            return new PartnerKeyPair(
                    (ECKey) JWKSet.load(file.toFile()).getKeys().get(0), publicFile);
        } catch (JOSEException | ParseException e) {
            throw new IOException(e);
        }
    }

    Path publicFile() {
        return publicFile;
    }

    void trust(Path publicKeys) {
        trusted = publicKeys;
    }

    boolean verifies(String signature, byte[] body) {
        try {
            JWSObject signed = JWSObject.parse(signature, new Payload(body));
            ECKey key = (ECKey) JWKSet.load(trusted.toFile())
                    .getKeyByKeyId(signed.getHeader().getKeyID());
            return key != null && signed.verify(new ECDSAVerifier(key));
        } catch (IOException | ParseException | JOSEException | RuntimeException e) {
            return false;
        }
    }

    String sign(byte[] body) {
        return sign(own, body);
    }

    /** Signs with a key of the same number that is not the partner's. */
    String signWrongly(byte[] body) {
        try {
            return sign(new ECKeyGenerator(Curve.P_256).keyID(own.getKeyID()).generate(), body);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey fresh() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    }

    private static String sign(ECKey key, byte[] body) {
        try {
            JWSObject signature = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(body));
            signature.sign(new ECDSASigner(key));
            return signature.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
