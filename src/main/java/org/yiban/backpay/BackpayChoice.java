package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.backpay.options.OptionKind;

/**
 * The way to close a gap in years that the applicant chose.
 *
 * @param key of the option, in its weighing
 * @param chosenOn the day of the quote
 * @param months how many it closes
 * @param base yuan; {@code null} without a price, as all that follows from one
 * @param amount what it costs, yuan; {@code null} until it is named
 * @param source who or what names the price, in Chinese
 * @param bySenior whether a senior named it, because the documents do not
 * @param accountCredited whether it is credited to the personal account; {@code null} where nobody says so
 * @param payer EMPLOYER or PERSON; {@code null} where nobody says so
 * @param lastDay last day on which the price holds
 * @param lastDaySays why that day, in Chinese
 * @param instalments in how many it is paid
 * @param benefitStart first day of benefits as a senior named it; {@code null} if nobody did
 * @param basis provisions, joined
 */
public record BackpayChoice(
        String key,
        OptionKind kind,
        LocalDate chosenOn,
        int months,
        String baseTitle,
        BigDecimal base,
        BigDecimal rate,
        BigDecimal amount,
        String source,
        boolean bySenior,
        Boolean accountCredited,
        String payer,
        LocalDate lastDay,
        String lastDaySays,
        int instalments,
        LocalDate benefitStart,
        String basis) {}
