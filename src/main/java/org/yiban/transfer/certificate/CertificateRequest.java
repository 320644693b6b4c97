package org.yiban.transfer.certificate;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is stated to get an enrolment certificate. It is checked when the certificate is issued.
 *
 * @param identityNumber in full
 * @param name as on the record
 * @param pool six-digit code of the pool that issues it
 * @param purpose what it is for
 */
public record CertificateRequest(
        @Schema(description = "证件号码（全号）") String identityNumber,
        @Schema(description = "姓名，与登记一致") String name,

        @Schema(description = "出具的统筹区代码（六位）", example = "371500")
        String pool,

        @Schema(description = "用途") String purpose) {

    /** Never prints the identity number. */
    @Override
    public String toString() {
        return "CertificateRequest[" + pool + "]";
    }
}
