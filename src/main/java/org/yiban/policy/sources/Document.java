package org.yiban.policy.sources;

import java.time.LocalDate;
import java.util.List;

/**
 * A policy document.
 *
 * @param id short name by which tables cite it: {@code JL2022-19}
 * @param number as the issuer wrote it: 吉医保联〔2022〕19号; "无文号" where it bears none
 * @param title its title, in Chinese
 * @param issuer who issued it, in Chinese
 * @param jurisdiction six-digit code of the area it binds; {@code 000000} is the whole country
 * @param issuedOn the date it bears; {@code null} if the text at hand bears none
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force; {@code null} if the document states none
 * @param secondary whether its text is known from secondary sources only
 * @param file path of the data file under {@code processes/policy}
 * @param provisions in the order of the document
 */
public record Document(
        String id,
        String number,
        String title,
        String issuer,
        String jurisdiction,
        LocalDate issuedOn,
        LocalDate inForceFrom,
        LocalDate inForceUntil,
        boolean secondary,
        String file,
        List<Provision> provisions) {

    /** What stands as the number of a document that bears none. */
    public static final String NO_NUMBER = "无文号";

    public Document {
        provisions = List.copyOf(provisions);
    }

    /** How people cite it: its number and title. */
    public String cited() {
        return "%s《%s》".formatted(number.equals(NO_NUMBER) ? issuer : number, title);
    }
}
