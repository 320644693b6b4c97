package org.yiban.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.payment.files.PaymentFileWriter;
import org.yiban.payment.files.PaymentFormat;
import org.yiban.payment.files.PaymentList;
import org.yiban.person.keys.TextCipher;

/** The files of batches: made once, kept encrypted with their digest, the same bytes whenever they are asked for. */
@Component
class PaymentFiles {

    private final JdbcClient jdbc;
    private final TextCipher cipher;
    private final BusinessTime time;

    PaymentFiles(JdbcClient jdbc, TextCipher cipher, BusinessTime time) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.time = time;
    }

    /** Writes and keeps the files of a batch in all formats; joins the transaction of its caller. */
    void make(CaseNumber batch, PaymentList list) {
        for (PaymentFormat format : PaymentFormat.values()) {
            String content = PaymentFileWriter.write(format, list);
            jdbc.sql("insert into yiban.payment_file (batch, format, content, sha256, made_at) values (?, ?, ?, ?, ?)")
                    .params(
                            batch.value(),
                            format.name(),
                            cipher.encrypt(place(batch, format), content),
                            sha256(content.getBytes(StandardCharsets.UTF_8)),
                            time.now().toOffsetDateTime())
                    .update();
        }
    }

    /**
     * A file of a batch.
     *
     * @throws ProblemException NOT_FOUND if the batch has not left
     * @throws IllegalStateException if what is kept is not what was made
     */
    KeptFile require(CaseNumber batch, PaymentFormat format) {
        KeptFile file = jdbc.sql("select content, sha256 from yiban.payment_file where batch = ? and format = ?")
                .params(batch.value(), format.name())
                .query((row, i) -> new KeptFile(
                        batch + "." + format.extension(),
                        format,
                        cipher.decrypt(place(batch, format), row.getBytes("content")),
                        row.getString("sha256")))
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "batch", batch.value(), "批次审批通过后才有付款文件"));
        if (!sha256(file.bytes()).equals(file.sha256())) {
            throw new IllegalStateException("the file of batch " + batch + " is not what was made");
        }
        return file;
    }

    /** Digests of the files of a batch. */
    List<FileDigest> digests(CaseNumber batch) {
        return jdbc.sql("select format, sha256 from yiban.payment_file where batch = ? order by format desc")
                .param(batch.value())
                .query((row, i) -> new FileDigest(
                        PaymentFormat.valueOf(row.getString("format")),
                        PaymentFormat.valueOf(row.getString("format")).title(),
                        row.getString("sha256")))
                .list();
    }

    /** The SHA-256 of some bytes, in hexadecimal. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(CaseNumber batch, PaymentFormat format) {
        return "yiban.payment_file.content:" + batch + ":" + format;
    }

    /** @param content the file in clear: account numbers stand in it */
    record KeptFile(String name, PaymentFormat format, String content, String sha256) {

        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name + " " + sha256;
        }
    }
}
