package org.yiban.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yiban.person.keys.KeysUnavailable;

/**
 * Signs what leaves for partners, with the keys that {@code yiban.exchange.keys} names; in the demo profile, where none
 * are named, with keys under the data folder that are made at the first start. Without partners there are no keys.
 */
@Component
class OurSignature {

    private static final String HOW_TO_MAKE =
            "生成签名密钥：java -jar yiban.jar make-exchange-keys <文件>，再设置 YIBAN_EXCHANGE_KEYS=<文件>，"
                    + "并把旁边的公钥文件交给各伙伴。 | Make signing keys with: java -jar yiban.jar make-exchange-keys <file>, set"
                    + " YIBAN_EXCHANGE_KEYS=<file>, and give the file of public keys beside it to the partners.";

    private final SigningKeys keys;

    OurSignature(
            ExchangeProperties properties,
            Partners partners,
            @Value("${yiban.data}") Path data,
            Environment environment) {
        this.keys = partners.names().isEmpty()
                ? null
                : read(file(properties.keys(), data, environment.acceptsProfiles(Profiles.of("demo"))));
    }

    /** The signature of a message's body. */
    String of(byte[] body) {
        return keys.sign(body);
    }

    private static Path file(String configured, Path data, boolean demo) {
        if (!configured.isEmpty()) {
            return Path.of(configured).toAbsolutePath();
        }
        if (!demo) {
            throw new KeysUnavailable(
                    "配置了交换伙伴，但没有指定签名密钥文件（yiban.exchange.keys）。"
                            + " | Partners are configured, but no file of signing keys (yiban.exchange.keys).",
                    HOW_TO_MAKE);
        }
        Path file = data.toAbsolutePath().normalize().resolve("keys").resolve("exchange-keys.json");
        if (!Files.exists(file)) {
            try {
                SigningKeys.make(file);
            } catch (IOException e) {
                throw new KeysUnavailable(
                        "无法写入签名密钥：" + file + "（" + e + "） | The signing keys cannot be written: " + file,
                        "请检查该目录的写权限。 | Check that the folder can be written to.");
            }
        }
        return file;
    }

    private static SigningKeys read(Path file) {
        try {
            return SigningKeys.read(file);
        } catch (IOException e) {
            throw new KeysUnavailable(
                    "签名密钥不能读取：" + file + "（" + e.getMessage() + "） | The signing keys cannot be read: " + file,
                    HOW_TO_MAKE);
        }
    }
}
