package org.yiban.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Requests that open a case carry a key: sent twice, they open one case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Submissions {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,100}");

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final BusinessTime time;

    Submissions(JdbcClient jdbc, PendingWrites writes, BusinessTime time) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.time = time;
    }

    /**
     * The case that an earlier request with this key opened. Concurrent requests with one key wait for each other here.
     *
     * @param content everything that makes the request what it is; only its digest is kept
     * @throws ProblemException CONFLICT if the key came with other content before, INVALID_INPUT if it is no key
     */
    public Optional<CaseNumber> earlier(String client, String key, String content) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.invalid("Idempotency-Key", key, "应为 8 到 100 个可见字符，每份申请一个，重发时不变");
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(client + ' ' + key)
                .query((row, i) -> Boolean.TRUE)
                .single();
        return jdbc.sql("select content_hash, case_number from yiban.submission where client = ? and key = ?")
                .params(client, key)
                .query((row, i) -> {
                    if (!row.getString("content_hash").equals(hash(content))) {
                        throw ProblemException.of(
                                ProblemKind.CONFLICT, "Idempotency-Key", key, "这个键已用于另一份内容不同的申请，请换一个新键");
                    }
                    return new CaseNumber(row.getString("case_number"));
                })
                .optional();
    }

    /** Remembers which case the request opened. */
    public void remember(String client, String key, String content, CaseNumber opened) {
        writes.later(
                "insert into yiban.submission (client, key, content_hash, case_number, at) values (?, ?, ?, ?, ?)",
                client,
                key,
                hash(content),
                opened.value(),
                time.now().toOffsetDateTime());
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
