package org.yiban.person.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.yiban.YibanTest;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;

@YibanTest
class KeysConfigurationTest {

    private static final IdentityNumber NUMBER = FictitiousPerson.man();

    @Autowired
    DataSource dataSource;

    @TempDir
    Path data;

    private Connection connection;
    private JdbcClient db;

    /** An empty table of people that only this connection sees and that is gone afterwards. */
    @BeforeEach
    void nobodyIsStored() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        db.sql("alter table yiban.person rename to person_of_others").update();
        db.sql("create table yiban.person (id bigint, identity_number bytea)").update();
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void theFirstStartOfTheDemoMakesKeysThatTheNextStartUses() throws Exception {
        // given
        byte[] encrypted = start("", "demo").encrypt(1, NUMBER);

        // when
        IdentityCipher next = start("", "demo");

        // then
        assertThat(next.decrypt(1, encrypted)).isEqualTo(NUMBER);
        Path file = data.resolve("keys/yiban-keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void productionDoesNotStartWithoutConfiguredKeys() {
        KeysUnavailable refusal = refusal(() -> start("", "prod"));

        assertThat(refusal).hasMessageContaining("yiban.keys").hasMessageContaining("No key file");
        assertThat(refusal.action()).contains("java -jar yiban.jar make-keys", "YIBAN_KEYS");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aConfiguredFileThatIsNotThereIsRefused() {
        Path missing = data.resolve("nowhere.json");

        KeysUnavailable refusal = refusal(() -> start(missing.toString(), "prod"));

        assertThat(refusal).hasMessageContaining(missing.toString());
        assertThat(refusal.action()).contains("make-keys");
        assertThat(missing).doesNotExist();
    }

    @Test
    void configuredKeysAreUsedInProduction() throws Exception {
        // given
        Path file = data.resolve("secret/keys.json");
        KeyFile.make(file);

        // when
        IdentityCipher cipher = start(file.toString(), "prod");

        // then
        assertThat(cipher.decrypt(1, cipher.encrypt(1, NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void lostKeysAreNeverReplacedWherePeopleAreStored() throws Exception {
        // given somebody stored, and the key file gone
        store(start("", "demo"));
        Path file = data.resolve("keys/yiban-keys.json");
        Files.delete(file);

        // when
        KeysUnavailable refusal = refusal(() -> start("", "demo"));

        // then
        assertThat(refusal).hasMessageContaining("密钥文件不见了").hasMessageContaining(file.toString());
        assertThat(refusal.action()).contains("不要生成新的密钥");
        assertThat(file).doesNotExist();
    }

    @Test
    void otherKeysThanThoseOfTheStoredPeopleAreRefused() throws Exception {
        // given
        store(start("", "demo"));
        Path others = data.resolve("others.json");
        KeyFile.make(others);

        // when
        KeysUnavailable refusal = refusal(() -> start(others.toString(), "prod"));

        // then
        assertThat(refusal).hasMessageContaining("密钥与库中已存的证件号码不符");
    }

    @Test
    void aFileThatHoldsNoKeysIsRefused() throws Exception {
        Path file = Files.writeString(data.resolve("keys.json"), "{}");

        assertThat(refusal(() -> start(file.toString(), "prod"))).hasMessageContaining("密钥文件无法读取");
    }

    private IdentityCipher start(String configured, String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new KeysConfiguration().identityCipher(configured, data, environment, db);
    }

    private void store(IdentityCipher cipher) {
        db.sql("insert into yiban.person values (1, ?)")
                .param(cipher.encrypt(1, NUMBER))
                .update();
    }

    private static KeysUnavailable refusal(ThrowingCallable start) {
        return catchThrowableOfType(KeysUnavailable.class, start);
    }
}
