package org.yiban.casework.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.keys.TextCipher;

/** Keeps the attachments of cases, sealed. Who may add or see one is decided by the callers. */
@Component
public class Attachments {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 120;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\"<>|:*?]");
    private static final String LISTED =
            "select id, material, file_name, media_type, size_bytes, sha256, added_by, added_at from"
                    + " yiban.case_attachment ";

    private final JdbcClient jdbc;
    private final TextCipher cipher;
    private final BusinessTime time;

    Attachments(JdbcClient jdbc, TextCipher cipher, BusinessTime time) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.time = time;
    }

    /**
     * Attaches a file to a case.
     *
     * @param material code of the material that it shows
     * @param largestMegabytes how large it may be
     * @throws ProblemException INVALID_INPUT naming {@code file} if it is empty, too large or of no known type
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            CaseNumber number, String material, String fileName, byte[] content, int largestMegabytes, String addedBy) {
        String name = fileName == null
                ? ""
                : CONTROL.matcher(FOLDERS.matcher(fileName).replaceFirst(""))
                        .replaceAll("_")
                        .strip();
        if (content == null || content.length == 0) {
            throw ProblemException.invalid("file", name, "没有文件，或文件是空的");
        }
        if (content.length > largestMegabytes * MEGABYTE) {
            throw ProblemException.invalid("file", name, "文件不能超过 " + largestMegabytes + " MB");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw ProblemException.invalid("file", name, "文件名应为 1 到 " + LONGEST_NAME + " 个字");
        }
        AttachmentType type = AttachmentType.of(content)
                .orElseThrow(() -> ProblemException.invalid("file", name, "只收 PDF、JPEG、PNG 文件（按内容判断，与文件名无关）"));
        if (of(number).size() >= MOST) {
            throw ProblemException.of(ProblemKind.CONFLICT, "file", name, "一个案件最多 " + MOST + " 个附件");
        }
        String digest = sha256(content);
        jdbc.sql("""
            insert into yiban.case_attachment
              (case_number, material, file_name, media_type, size_bytes, sha256, content, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        number.value(),
                        material,
                        name,
                        type.mediaType(),
                        content.length,
                        digest,
                        cipher.encrypt(
                                place(number, digest), Base64.getEncoder().encodeToString(content)),
                        addedBy,
                        time.now().toOffsetDateTime())
                .update();
    }

    /** The attachments of a case, oldest first. */
    public List<Attachment> of(CaseNumber number) {
        return jdbc.sql(LISTED + "where case_number = ? order by id")
                .param(number.value())
                .query(Attachments::attachment)
                .list();
    }

    /**
     * An attachment of a case with its content in clear.
     *
     * @throws ProblemException NOT_FOUND if the case has none of that number
     */
    public Opened open(CaseNumber number, long id) {
        Attachment attachment = of(number).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "id", Long.toString(id), "这个案件没有这个附件"));
        byte[] sealed = jdbc.sql("select content from yiban.case_attachment where id = ?")
                .param(id)
                .query((row, i) -> row.getBytes(1))
                .single();
        return new Opened(
                attachment, Base64.getDecoder().decode(cipher.decrypt(place(number, attachment.sha256()), sealed)));
    }

    private static String place(CaseNumber number, String digest) {
        return "yiban.case_attachment.content:" + number + ":" + digest;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attachment attachment(ResultSet row, int index) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("material"),
                row.getString("file_name"),
                AttachmentType.named(row.getString("media_type")),
                row.getInt("size_bytes"),
                row.getString("sha256"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class)
                        .atZoneSameInstant(BusinessTime.ZONE)
                        .toOffsetDateTime());
    }

    /** An attachment with its content in clear. */
    public record Opened(Attachment attachment, byte[] content) {

        /** Never prints the content. */
        @Override
        public String toString() {
            return attachment.toString();
        }
    }
}
