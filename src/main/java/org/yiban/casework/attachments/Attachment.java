package org.yiban.casework.attachments;

import java.time.OffsetDateTime;

/**
 * A file attached to a case, without its content.
 *
 * @param material code of the material that it shows
 * @param fileName as it was sent, without folders
 * @param sizeBytes of the file in clear
 * @param sha256 digest of the file in clear, in hexadecimal
 */
public record Attachment(
        long id,
        String material,
        String fileName,
        AttachmentType type,
        int sizeBytes,
        String sha256,
        String addedBy,
        OffsetDateTime addedAt) {}
