package org.yiban.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.person.keys.TextCipher;

/** What people wrote into files: kept encrypted, bound to its place, deleted when it is not needed any more. */
@Component
class BulkContents {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TextCipher cipher;
    private final ObjectMapper json = new ObjectMapper();

    BulkContents(JdbcClient jdbc, TextCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Keeps a piece of a file as it came; pieces are numbered from 0. */
    void addChunk(long file, int number, byte[] content, int length) {
        byte[] piece = length == content.length ? content : Arrays.copyOf(content, length);
        String text = Base64.getEncoder().encodeToString(piece);
        jdbc.sql("insert into yiban.bulk_chunk (file_id, number, content) values (?, ?, ?)")
                .params(file, number, cipher.encrypt(chunkPlace(file, number), text))
                .update();
    }

    /** A file as it came, a piece in memory at a time. */
    InputStream original(long file) {
        return new SequenceInputStream(new Enumeration<>() {

            private int number;
            private Optional<byte[]> next = chunk(file, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                byte[] content = next.orElseThrow(NoSuchElementException::new);
                number++;
                next = chunk(file, number);
                return new ByteArrayInputStream(content);
            }
        });
    }

    /** Deletes a file as it came: its rows are kept by now, or nobody needs it. */
    void dropOriginal(long file) {
        jdbc.sql("delete from yiban.bulk_chunk where file_id = ?").param(file).update();
    }

    /** Deletes all contents of a file; what became of its rows stays. */
    void drop(long file) {
        dropOriginal(file);
        jdbc.sql("delete from yiban.bulk_content where file_id = ?").param(file).update();
    }

    /** The cells of a row, encrypted for its place. */
    byte[] seal(long file, int row, List<String> cells) {
        try {
            return cipher.encrypt(rowPlace(file, row), json.writeValueAsString(cells));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cells of a row. */
    List<String> open(long file, int row, byte[] kept) {
        try {
            return json.readValue(cipher.decrypt(rowPlace(file, row), kept), CELLS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("row " + row + " of file " + file + " is no list of cells", e);
        }
    }

    private Optional<byte[]> chunk(long file, int number) {
        return jdbc.sql("select content from yiban.bulk_chunk where file_id = ? and number = ?")
                .params(file, number)
                .query(byte[].class)
                .optional()
                .map(kept -> Base64.getDecoder().decode(cipher.decrypt(chunkPlace(file, number), kept)));
    }

    private static String chunkPlace(long file, int number) {
        return "yiban.bulk_chunk.content:" + file + "/" + number;
    }

    private static String rowPlace(long file, int row) {
        return "yiban.bulk_content.content:" + file + "/" + row;
    }
}
