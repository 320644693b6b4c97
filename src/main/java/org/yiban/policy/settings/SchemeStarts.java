package org.yiban.policy.settings;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.yiban.region.RegionCode;

/** In which month the employee scheme of a pool began, as far as its agency has stated it (SD2020-47 art.三[3]). */
@AgencySettings
public class SchemeStarts {

    private static final String MONTH = "month";
    private static final String NOT_STATED = "未载明";

    private final SettingTable table;

    SchemeStarts(Settings settings) {
        table = settings.table(SettingShape.of("scheme-start").asksText("pool").saysText(MONTH, 7));
        for (Setting row : table.rows()) {
            try {
                month(row);
            } catch (DateTimeException e) {
                throw table.defect(row, "month 应为月份，如 2001-03，或" + NOT_STATED);
            }
        }
    }

    /** The month; empty where nobody has stated one: then the documents of the pool say so. */
    public Optional<YearMonth> of(RegionCode pool) {
        return table.ask(pool.value()).flatMap(SchemeStarts::month);
    }

    private static Optional<YearMonth> month(Setting row) {
        String text = row.words(MONTH);
        return text.equals(NOT_STATED) ? Optional.empty() : Optional.of(YearMonth.parse(text));
    }
}
