package org.yiban.payment.files;

/** The formats of payment files. */
public enum PaymentFormat {
    /** ISO 20022 customer credit transfer initiation, pain.001.001.09. */
    PAIN001("xml", "application/xml", "ISO 20022 pain.001.001.09"),
    /** Comma-separated values with a closing row of totals. */
    CSV("csv", "text/csv", "CSV");

    private final String extension;
    private final String mediaType;
    private final String title;

    PaymentFormat(String extension, String mediaType, String title) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.title = title;
    }

    /** What its file name ends in. */
    public String extension() {
        return extension;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
