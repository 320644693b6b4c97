package org.yiban.cli;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, as {@code multipart/form-data}. */
final class SentForm {

    private static final String END_OF_LINE = "\r\n";

    private final String boundary = "yiban-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a text. */
    SentForm text(String name, String value) {
        return part("name=\"" + name + '"', value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    SentForm file(String name, String fileName, byte[] content) {
        String quoted = fileName.replace("\"", "%22").replace("\r", "").replace("\n", "");
        return part("name=\"" + name + "\"; filename=\"" + quoted + '"', content);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher content() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(("--" + boundary + "--" + END_OF_LINE).getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(all.toByteArray());
    }

    private SentForm part(String disposition, byte[] content) {
        String head = "--" + boundary + END_OF_LINE + "Content-Disposition: form-data; " + disposition + END_OF_LINE
                + END_OF_LINE;
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(END_OF_LINE.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
