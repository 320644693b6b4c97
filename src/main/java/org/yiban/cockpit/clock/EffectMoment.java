package org.yiban.cockpit.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;

/** When something took effect: now, or earlier, if it is recorded later (补记). */
final class EffectMoment {

    /** A day, with or without a time, which is with or without its offset. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private EffectMoment() {}

    /** Now, as exactly as the database keeps it. */
    static OffsetDateTime now(BusinessTime time) {
        return time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Reads a day (its beginning is meant) or a time, Beijing time unless it says otherwise.
     *
     * @throws ProblemException naming {@code at} if it is neither
     */
    static OffsetDateTime read(String at) {
        TemporalAccessor read;
        try {
            read = FORMAT.parseBest(at.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("at", at, "应为日期 yyyy-MM-dd 或时间 yyyy-MM-ddTHH:mm（北京时间）");
        }
        if (read instanceof OffsetDateTime moment) {
            return moment.truncatedTo(ChronoUnit.MICROS);
        }
        LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
        return local.truncatedTo(ChronoUnit.MICROS).atZone(BusinessTime.ZONE).toOffsetDateTime();
    }
}
