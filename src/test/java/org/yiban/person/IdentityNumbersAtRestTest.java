package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.person.keys.IdentityCipher;

@YibanTest
class IdentityNumbersAtRestTest {

    @Autowired
    People people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    IdentityCipher cipher;

    @Autowired
    JdbcClient db;

    @Test
    void noColumnOfTheWholeDatabaseHoldsANumberInClear() {
        // given
        IdentityNumber number = stored();
        people.revealIdentityNumber(people.find(number).orElseThrow().id(), "核对" + number.value());

        // when
        String dump = dump();

        // then
        String core = number.value().substring(0, 14);
        assertThat(dump).contains("虚构·密存");
        assertThat(dump.contains(core)).isFalse();
        assertThat(dump.contains(HexFormat.of().formatHex(core.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(dump.contains(Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(core.substring(0, 12).getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void theBlindIndexIsTheSameForTheSameNumberAndNoPlainHashOfIt() throws Exception {
        // given
        IdentityNumber number = FictitiousPerson.man();

        // when
        byte[] index = cipher.blindIndex(number);

        // then
        assertThat(index)
                .hasSize(32)
                .isEqualTo(cipher.blindIndex(number))
                .isNotEqualTo(cipher.blindIndex(FictitiousPerson.man()))
                .isNotEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(number.value().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSameNumberEncryptedTwiceLooksDifferent() {
        IdentityNumber number = FictitiousPerson.man();

        assertThat(cipher.encrypt(1, number)).isNotEqualTo(cipher.encrypt(1, number));
    }

    @Test
    void aCiphertextMovedToAnotherRowDoesNotOpen() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        byte[] encrypted = cipher.encrypt(7, number);

        // when, then
        assertThat(cipher.decrypt(7, encrypted)).isEqualTo(number);
        assertThatThrownBy(() -> cipher.decrypt(8, encrypted)).isInstanceOf(IllegalStateException.class);
    }

    private IdentityNumber stored() {
        IdentityNumber number = FictitiousPerson.man();
        CsvFiles files = new CsvFiles().person(number, "虚构·密存").employee(number, "371500", "2024-01-01");
        peopleImport.load(files.build(), "test", pool -> true);
        return number;
    }

    /** Every row of every table of ours and of the engine's, as text; binary columns come in hexadecimal. */
    private String dump() {
        List<String> tables = db.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname in ('yiban', 'public')""").query(String.class).list();
        StringBuilder dump = new StringBuilder();
        for (String table : tables) {
            db.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString().toLowerCase(Locale.ROOT);
    }
}
