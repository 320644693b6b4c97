package org.yiban.policy.tables;

/**
 * A document that may speak to a question.
 *
 * @param folder the folder its table stands in: {@code 370000-shandong}
 * @param instrument short name of the document; {@code null} for a table that stands for none
 */
public record Speaker(String folder, String instrument) {

    private static final String PART = "/";
    private static final String EXTENSION = ".dmn";

    /** Path of the file that holds its table for a family or a part of one ({@code family/part}). */
    public String file(String family) {
        return folder + "/" + family.split(PART)[0] + EXTENSION;
    }

    /** The family that a file's tables belong to. */
    public static String familyOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(EXTENSION, "");
    }

    /**
     * Id of its table for a family or a part of one: {@code transferDeadline_370000_SD2021_54},
     * {@code benefitContinuityStay_370000_SD2020_47}.
     */
    public String table(String family) {
        int dash = folder.indexOf('-');
        String region = dash < 0 ? folder : folder.substring(0, dash);
        String table = camelCase(family) + "_" + region;
        return instrument == null ? table : table + "_" + instrument.replace('-', '_');
    }

    /** How the ids of a family's tables begin: {@code benefitContinuityStay}. */
    public static String camelCase(String family) {
        StringBuilder name = new StringBuilder();
        for (String word : family.split("[-/]")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
