package org.yiban.backpay.options;

import java.time.LocalDate;
import org.yiban.policy.settings.AgencySettings;
import org.yiban.policy.settings.SettingShape;
import org.yiban.policy.settings.SettingTable;
import org.yiban.policy.settings.Settings;

/** How long an agency holds a price where the documents do not end it earlier: {@code processes/settings/quote-validity.dmn}. */
@AgencySettings
class QuoteValidity {

    private static final String DAYS = "days";
    private static final int LONGEST = 92;

    private final SettingTable validity;

    QuoteValidity(Settings settings) {
        validity = settings.table(SettingShape.of("quote-validity")
                .asksText("pool")
                .says(DAYS, 1, LONGEST)
                .answeringAll());
    }

    /** The last day of a quote, the day of the quote not counted. */
    LocalDate lastDay(String pool, LocalDate quotedOn) {
        return quotedOn.plusDays(validity.require(pool).figure(DAYS));
    }
}
