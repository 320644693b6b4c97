package org.yiban.refund;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Who is to be paid, as an applicant states it.
 *
 * @param name the account's holder
 * @param accountNumber in full
 * @param bankCode twelve digits
 */
public record ApplicationPayee(
        @Schema(description = "户名") String name,
        @Schema(description = "账号（全号）") String accountNumber,
        @Schema(description = "开户行行号（12 位）") String bankCode) {

    /** Never prints the account number. */
    @Override
    public String toString() {
        return "ApplicationPayee[" + bankCode + "]";
    }
}
