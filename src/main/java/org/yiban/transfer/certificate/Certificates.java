package org.yiban.transfer.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.keys.TextCipher;
import org.yiban.region.RegionCode;

/** The table of enrolment certificates; their documents are stored encrypted. */
@Component
class Certificates {

    private final JdbcClient jdbc;
    private final TextCipher cipher;
    private final ObjectMapper json;

    Certificates(JdbcClient jdbc, TextCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /** A certificate that was issued. */
    record Certificate(
            String number,
            RegionCode pool,
            long personId,
            String purpose,
            String issuedBy,
            OffsetDateTime issuedAt,
            JsonNode document) {

        /** Never prints the document. */
        @Override
        public String toString() {
            return "Certificate[" + number + "]";
        }
    }

    /** Makes everybody else who issues one for the person wait until the caller's transaction ends. */
    void lock(long personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('certificate', ?))")
                .param(personId)
                .query((row, i) -> Boolean.TRUE)
                .single();
    }

    void add(Certificate certificate) {
        jdbc.sql("""
                        insert into yiban.enrolment_certificate
                            (certificate_number, pool, person_id, purpose, document, digest, issued_by, issued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        certificate.number(),
                        certificate.pool().value(),
                        certificate.personId(),
                        certificate.purpose(),
                        cipher.encrypt(
                                place(certificate.number()),
                                certificate.document().toString()),
                        certificate.document().path("digest").asText(),
                        certificate.issuedBy(),
                        certificate.issuedAt())
                .update();
    }

    Optional<Certificate> find(String number) {
        return jdbc.sql("select * from yiban.enrolment_certificate where certificate_number = ?")
                .param(number)
                .query(this::certificate)
                .optional();
    }

    /** What a pool has issued for a person since a moment, the newest first. */
    List<Certificate> since(OffsetDateTime moment, long personId, RegionCode pool) {
        return jdbc.sql("""
                        select * from yiban.enrolment_certificate
                        where person_id = ? and pool = ? and issued_at >= ? order by issued_at desc
                        """)
                .params(personId, pool.value(), moment)
                .query(this::certificate)
                .list();
    }

    private Certificate certificate(ResultSet row, int index) throws SQLException {
        String number = row.getString("certificate_number");
        try {
            return new Certificate(
                    number,
                    new RegionCode(row.getString("pool")),
                    row.getLong("person_id"),
                    row.getString("purpose"),
                    row.getString("issued_by"),
                    row.getObject("issued_at", OffsetDateTime.class)
                            .atZoneSameInstant(BusinessTime.ZONE)
                            .toOffsetDateTime(),
                    json.readTree(cipher.decrypt(place(number), row.getBytes("document"))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("certificate " + number + " cannot be read", e);
        }
    }

    private static String place(String number) {
        return "yiban.enrolment_certificate.document:" + number;
    }
}
