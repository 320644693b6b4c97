package org.yiban.transfer;

import org.yiban.kernel.ProblemException;
import org.yiban.person.IdentityNumber;

/**
 * A person as two agencies name them to each other.
 *
 * @param identityNumber in full: messages and documents that hold it are stored encrypted
 */
public record NamedPerson(String name, String identityNumber) {

    /**
     * The identity number, checked.
     *
     * @throws ProblemException INVALID_INPUT if it is none; the number in it is masked
     */
    IdentityNumber number() {
        return IdentityNumber.parse("person.identityNumber", identityNumber);
    }

    /** Never prints the identity number. */
    @Override
    public String toString() {
        return "NamedPerson";
    }
}
