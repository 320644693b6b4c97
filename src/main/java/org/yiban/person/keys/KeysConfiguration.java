package org.yiban.person.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the keys: the file that {@code yiban.keys} names; in the demo profile, where none is named, a file under the data
 * folder that is made at the first start. New keys are never made where people are stored already, and keys that do not
 * open what is stored are refused.
 */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    private static final String HOW_TO_MAKE =
            "生成密钥文件：java -jar yiban.jar make-keys <文件>，再设置 YIBAN_KEYS=<文件>；请另行备份，丢失后证件号码无法恢复。"
                    + " | Make a key file with: java -jar yiban.jar make-keys <file>, then set YIBAN_KEYS=<file>;"
                    + " keep a backup apart: without it no identity number can be read again.";
    private static final String HOW_TO_RESTORE = "请把原来的密钥文件放回原处，或用 YIBAN_KEYS 指明其位置；不要生成新的密钥。"
            + " | Put the original key file back, or name it with YIBAN_KEYS; do not make new keys.";

    @Bean
    IdentityCipher identityCipher(
            @Value("${yiban.keys:}") String configured,
            @Value("${yiban.data}") Path data,
            Environment environment,
            JdbcClient db) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        IdentityCipher cipher = read(configured.isBlank() ? ownFile(data, demo, db) : configuredFile(configured, db));
        refuseKeysThatDoNotOpen(cipher, db);
        return cipher;
    }

    @Bean
    TextCipher textCipher(IdentityCipher cipher) {
        return cipher.texts();
    }

    private static Path configuredFile(String configured, JdbcClient db) {
        Path file = Path.of(configured).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new KeysUnavailable(
                    "密钥文件不存在或不可读：" + file + " | The key file does not exist or cannot be read: " + file,
                    peopleAreStored(db) ? HOW_TO_RESTORE : HOW_TO_MAKE);
        }
        return file;
    }

    private static Path ownFile(Path data, boolean demo, JdbcClient db) {
        if (!demo) {
            throw new KeysUnavailable(
                    "没有指定证件号码的密钥文件（yiban.keys）。 | No key file for identity numbers is configured (yiban.keys).",
                    HOW_TO_MAKE);
        }
        Path file = data.toAbsolutePath().normalize().resolve("keys").resolve("yiban-keys.json");
        if (!Files.exists(file)) {
            if (peopleAreStored(db)) {
                throw new KeysUnavailable(
                        "库中已有参保人，但密钥文件不见了：" + file + " | People are stored but the key file is gone: " + file,
                        HOW_TO_RESTORE);
            }
            make(file);
        }
        return file;
    }

    private static void make(Path file) {
        try {
            KeyFile.make(file);
        } catch (IOException e) {
            throw new KeysUnavailable(
                    "无法写入密钥文件：" + file + "（" + e + "） | The key file cannot be written: " + file,
                    "请检查该目录的写权限。 | Check that the folder can be written to.");
        }
    }

    private static IdentityCipher read(Path file) {
        try {
            return KeyFile.read(file);
        } catch (IOException e) {
            throw new KeysUnavailable(
                    "密钥文件无法读取：" + file + "（" + e.getMessage() + "） | The key file cannot be read: " + file,
                    HOW_TO_RESTORE);
        }
    }

    private static void refuseKeysThatDoNotOpen(IdentityCipher cipher, JdbcClient db) {
        db.sql("select id, identity_number from yiban.person order by id limit 1")
                .query(row -> {
                    try {
                        cipher.decrypt(row.getLong("id"), row.getBytes("identity_number"));
                    } catch (IllegalStateException e) {
                        throw new KeysUnavailable(
                                "密钥与库中已存的证件号码不符。 | The keys are not those that the stored identity numbers were encrypted with.",
                                HOW_TO_RESTORE);
                    }
                });
    }

    private static boolean peopleAreStored(JdbcClient db) {
        return db.sql("select exists (select from yiban.person)")
                .query(Boolean.class)
                .single();
    }
}
