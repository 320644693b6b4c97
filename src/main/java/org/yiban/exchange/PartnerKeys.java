package org.yiban.exchange;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/** The public keys of the partners: who signed a message is told by its key, and each key is one partner's. */
@Component
class PartnerKeys {

    private static final int LONGEST_SIGNATURE = 2_000;

    private final Map<String, Owned> keys = new HashMap<>();

    private record Owned(Party partner, ECKey key) {}

    /** @throws InvalidConfigurationPropertyValueException if a partner's file holds no key that can be used */
    PartnerKeys(ExchangeProperties properties) {
        properties.partners().forEach((name, partner) -> read(Party.partner(name), partner.keys()));
    }

    /** The partner whose key a signature names; empty where it names none of a partner's, or is none at all. */
    Optional<Party> claimed(String signature) {
        return owned(signature).map(Owned::partner);
    }

    /** Whether the signature is that of the partner it names, over exactly this body. */
    boolean verifies(String signature, byte[] body) {
        try {
            Owned owned = owned(signature).orElse(null);
            return owned != null
                    && JWSObject.parse(signature, new Payload(body)).verify(new ECDSAVerifier(owned.key()));
        } catch (ParseException | JOSEException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private Optional<Owned> owned(String signature) {
        if (signature == null || signature.length() > LONGEST_SIGNATURE) {
            return Optional.empty();
        }
        try {
            var header = JWSObject.parse(signature, new Payload(new byte[0])).getHeader();
            return JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    ? Optional.ofNullable(keys.get(header.getKeyID()))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException notASignature) {
            return Optional.empty();
        }
    }

    private void read(Party partner, Path file) {
        List<JWK> found = parse(partner, file);
        for (JWK each : found) {
            if (!(each instanceof ECKey key) || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw refused(partner, file, "其中每个密钥都应为带编号（kid）的 EC P-256 公钥");
            }
            if (keys.put(key.getKeyID(), new Owned(partner, key.toPublicJWK())) != null) {
                throw refused(partner, file, "编号为 " + key.getKeyID() + " 的公钥出现了两次；每个公钥只能属于一个伙伴");
            }
        }
        if (found.isEmpty()) {
            throw refused(partner, file, "其中没有公钥");
        }
    }

    private static List<JWK> parse(Party partner, Path file) {
        if (file == null) {
            throw refused(partner, null, "没有填写伙伴的公钥文件（JWK Set）");
        }
        try {
            return JWKSet.parse(Files.readString(file, StandardCharsets.UTF_8)).getKeys();
        } catch (IOException e) {
            throw refused(partner, file, "公钥文件不能读取：" + file.toAbsolutePath());
        } catch (ParseException e) {
            throw refused(partner, file, "不是公钥文件（JWK Set）：" + file.toAbsolutePath());
        }
    }

    private static InvalidConfigurationPropertyValueException refused(Party partner, Path file, String why) {
        return new InvalidConfigurationPropertyValueException(
                "yiban.exchange.partners." + partner.name() + ".keys", file, why);
    }
}
