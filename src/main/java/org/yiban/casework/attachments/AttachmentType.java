package org.yiban.casework.attachments;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The types of files that are attached to cases, told by their first bytes and not by their names. */
public enum AttachmentType {
    PDF("application/pdf", "pdf", "255044462d"),
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a");

    private final String mediaType;
    private final String ending;
    private final byte[] signature;

    AttachmentType(String mediaType, String ending, String signature) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.signature = HexFormat.of().parseHex(signature);
    }

    /** The media type as HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of a file's name. */
    public String ending() {
        return ending;
    }

    /** The type of a file; empty if it is none of these. */
    public static Optional<AttachmentType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    /** The type of a media type that was kept. */
    static AttachmentType named(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    private boolean begins(byte[] content) {
        return content.length > signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
