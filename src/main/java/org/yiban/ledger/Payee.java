package org.yiban.ledger;

import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/**
 * Who is paid.
 *
 * @param name holder of the account
 */
public record Payee(String name, BankAccount account) {

    /** The longest name that a payment file carries (ISO 20022: Max140Text). */
    private static final int LONGEST_NAME = 140;

    /**
     * Reads a payee as people give it.
     *
     * @param fieldPrefix put before {@code name}, {@code accountNumber} and {@code bankCode}, as in {@code payee.}
     * @param organisation whether the account is an organisation's, not a person's card
     * @throws ProblemException naming every field that is wrong
     */
    public static Payee parse(
            String fieldPrefix, String name, String accountNumber, String bankCode, boolean organisation) {
        Violations violations = new Violations();
        String stripped = violations.collect(() -> name(fieldPrefix + "name", name));
        BankAccount account = violations.collect(() -> organisation
                ? BankAccount.parseOrganisation(fieldPrefix, accountNumber, bankCode)
                : BankAccount.parse(fieldPrefix, accountNumber, bankCode));
        violations.throwIfAny();
        return new Payee(stripped, account);
    }

    private static String name(String field, String name) {
        if (name == null || name.isBlank()) {
            throw ProblemException.invalid(field, name, "请填写账户户名");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw ProblemException.invalid(field, name.substring(0, 10) + "…", "户名不超过 " + LONGEST_NAME + " 个字");
        }
        if (name.codePoints().anyMatch(Payee::cannotBeWritten)) {
            throw ProblemException.invalid(field, null, "户名不能含有控制字符");
        }
        return name.strip();
    }

    /** What XML, and so a payment file, cannot carry. */
    private static boolean cannotBeWritten(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}
