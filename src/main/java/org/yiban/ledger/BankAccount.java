package org.yiban.ledger;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;

/**
 * An account at a bank. A person's account is a card (银行卡): 16 to 19 digits that hold Luhn's check (ISO/IEC 7812-1). An
 * organisation's account (对公账户) has 8 to 32 digits; no check is known that all banks keep. The bank is named by its
 * twelve-digit code of the payment system (支付系统行号), whose last digit is the check of ISO/IEC 7064 MOD 11,10.
 * {@link #toString()} is masked.
 *
 * @param number digits only, in full: never log it, never put it into an engine variable or an event
 * @param bankCode twelve digits
 */
public record BankAccount(String number, String bankCode) {

    private static final Pattern CARD = Pattern.compile("[0-9]{16,19}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{8,32}");
    private static final Pattern BANK_CODE = Pattern.compile("[0-9]{12}");
    private static final int SHOWN = 4;

    /**
     * Reads the account of a person.
     *
     * @param fieldPrefix put before {@code accountNumber} and {@code bankCode} in refusals, as in {@code payee.}
     * @throws ProblemException naming every field that is wrong; the value it carries is masked
     */
    public static BankAccount parse(String fieldPrefix, String number, String bankCode) {
        return read(fieldPrefix, number, bankCode, BankAccount::card);
    }

    /**
     * Reads the account of an organisation, as an employer's.
     *
     * @throws ProblemException as {@link #parse}
     */
    public static BankAccount parseOrganisation(String fieldPrefix, String number, String bankCode) {
        return read(fieldPrefix, number, bankCode, BankAccount::organisation);
    }

    private static BankAccount read(String fieldPrefix, String number, String bankCode, NumberCheck check) {
        Violations violations = new Violations();
        String readNumber = violations.collect(() -> check.read(fieldPrefix + "accountNumber", plain(number)));
        String readBank = violations.collect(() -> bankCode(fieldPrefix + "bankCode", plain(bankCode)));
        violations.throwIfAny();
        return new BankAccount(readNumber, readBank);
    }

    /** First and last four digits. */
    public String masked() {
        return mask(number);
    }

    private static String card(String field, String number) {
        if (number.isEmpty()) {
            throw ProblemException.invalid(field, null, "请填写银行卡号");
        }
        if (!CARD.matcher(number).matches()) {
            throw ProblemException.invalid(field, mask(number), "银行卡号应为 16 至 19 位数字");
        }
        if (!holdsLuhn(number)) {
            throw ProblemException.invalid(field, mask(number), "银行卡号校验不符（Luhn 校验），请核对是否抄错");
        }
        return number;
    }

    private static String organisation(String field, String number) {
        if (number.isEmpty()) {
            throw ProblemException.invalid(field, null, "请填写单位账号");
        }
        if (!ORGANISATION.matcher(number).matches()) {
            throw ProblemException.invalid(field, mask(number), "单位账号应为 8 至 32 位数字");
        }
        return number;
    }

    private static String bankCode(String field, String code) {
        if (code.isEmpty()) {
            throw ProblemException.invalid(field, null, "请填写开户行的 12 位支付系统行号");
        }
        if (!BANK_CODE.matcher(code).matches()) {
            throw ProblemException.invalid(field, code, "支付系统行号应为 12 位数字");
        }
        if (!holdsMod1110(code)) {
            throw ProblemException.invalid(field, code, "支付系统行号校验不符（第 12 位是校验码），请核对是否抄错");
        }
        return code;
    }

    /** Every second digit from the right is doubled; the sum of all digits is divisible by ten. */
    private static boolean holdsLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** The hybrid system of ISO/IEC 7064 with modulus 11 and 10 (双模算法). */
    private static boolean holdsMod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digits.charAt(digits.length() - 1) - '0') % 10 == 1;
    }

    /** Half-width and without the blanks and hyphens by which people group digits. */
    private static String plain(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }

    private static String mask(String number) {
        if (number.length() <= 2 * SHOWN) {
            return "*".repeat(number.length());
        }
        return number.substring(0, SHOWN) + "****" + number.substring(number.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked() + "@" + bankCode;
    }

    private interface NumberCheck {
        String read(String field, String number);
    }
}
