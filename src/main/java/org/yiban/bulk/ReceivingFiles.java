package org.yiban.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.bulk.table.TableFormat;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;
import org.yiban.region.ServedPools;

/** Takes files in as they come, encrypted from the first piece on; nothing is written to a disk in clear. */
@Component
public class ReceivingFiles {

    private static final int PIECE = 1 << 20;
    private static final int LONGEST_NAME = 200;

    private final Access access;
    private final ServedPools pools;
    private final BulkKinds kinds;
    private final BulkLimits limits;
    private final BulkFiles files;
    private final BulkContents contents;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ReceivingFiles(
            Access access,
            ServedPools pools,
            BulkKinds kinds,
            BulkLimits limits,
            BulkFiles files,
            BulkContents contents,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.access = access;
        this.pools = pools;
        this.kinds = kinds;
        this.limits = limits;
        this.files = files;
        this.contents = contents;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Takes a file in. The same contents sent again for the same pool and kind are the same file, unless the earlier one
     * was unreadable, sent back or withdrawn.
     *
     * @param name as the sender calls it; says by its ending how it is read
     * @throws ProblemException if the person is no registrar of the pool, or the file is empty or too large
     */
    public Received receive(String kind, String pool, String name, InputStream content) throws IOException {
        BulkKind of = kinds.require(kind);
        RegionCode code = served(pool);
        String user = access.require(code, Role.INTAKE).id();
        String plain = plainName(name);
        TableFormat format = TableFormat.ofName("name", plain);
        long id = transaction.execute(status -> files.add(of, code, plain, format, user));
        boolean kept = false;
        try {
            Contents all = store(id, content);
            Received received = transaction.execute(status -> finish(id, of, code, plain, user, all));
            kept = received.created();
            return received;
        } finally {
            if (!kept) {
                transaction.executeWithoutResult(status -> files.drop(id));
            }
        }
    }

    private Received finish(long id, BulkKind kind, RegionCode pool, String name, String user, Contents all) {
        return files.known(pool, kind.key(), all.digest())
                .map(earlier -> new Received(earlier.id(), false))
                .orElseGet(() -> {
                    files.received(id, all.digest(), all.bytes());
                    files.note(id, user, "上传文件“%s”，%,d 字节".formatted(name, all.bytes()));
                    audit.record(
                            AuditAction.BULK_HANDLED,
                            null,
                            null,
                            "上传第 %d 号成批文件（%s，统筹区 %s）“%s”，SHA-256 %s"
                                    .formatted(id, kind.title(), pool, name, all.digest()));
                    return new Received(id, true);
                });
    }

    private Contents store(long id, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        int number = 0;
        byte[] piece = new byte[PIECE];
        for (int read = content.readNBytes(piece, 0, PIECE); read > 0; read = content.readNBytes(piece, 0, PIECE)) {
            bytes += read;
            if (bytes > limits.largestFile().toBytes()) {
                throw ProblemException.invalid(
                        "file",
                        null,
                        "文件不超过 %d MB，请分成几个文件".formatted(limits.largestFile().toMegabytes()));
            }
            digest.update(piece, 0, read);
            int length = read;
            int at = number;
            transaction.executeWithoutResult(status -> contents.addChunk(id, at, piece, length));
            number++;
        }
        if (bytes == 0) {
            throw ProblemException.invalid("file", null, "文件是空的");
        }
        return new Contents(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private RegionCode served(String pool) {
        return pools.all().stream()
                .filter(region -> region.code().value().equals(pool))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "pool",
                        pool,
                        "应为 "
                                + String.join(
                                        "、",
                                        pools.all().stream()
                                                .map(region -> region.code().value() + " " + region.name())
                                                .toList())))
                .code();
    }

    /** The name without folders, which browsers of old sent along. */
    private static String plainName(String name) {
        String plain = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (plain.isBlank() || plain.length() > LONGEST_NAME) {
            throw ProblemException.invalid("name", null, "应为文件名，不超过 " + LONGEST_NAME + " 个字");
        }
        return plain.strip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Contents(String digest, long bytes) {}

    /**
     * What came of sending a file.
     *
     * @param id number of the file
     * @param created {@code false} if the same file was known
     */
    public record Received(long id, boolean created) {}
}
