package org.yiban.cockpit.cases;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;

/**
 * The last case of a page, by what it is ordered by: the next page follows on it, whatever becomes of the case meanwhile.
 *
 * @param group 0 for a running clock, 1 for one that is held, 2 for none; 0 in orders without groups
 * @param key the day, instant or number of days that it is ordered by, as text; empty if there is none
 */
record CasePlace(CaseOrder order, int group, String key, CaseNumber number) {

    private static final String SEPARATOR = "~";
    private static final int PARTS = 4;
    private static final int LAST_GROUP = 2;

    /**
     * Reads what {@link #text} wrote for an order.
     *
     * @throws ProblemException INVALID_INPUT for anything else
     */
    static CasePlace parse(String text, CaseOrder order) {
        try {
            String written = new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            String[] parts = written.split(SEPARATOR, -1);
            if (parts.length == PARTS && parts[0].equals(order.name())) {
                CasePlace place = new CasePlace(order, Integer.parseInt(parts[1]), parts[2], new CaseNumber(parts[3]));
                place.requireReadable();
                return place;
            }
        } catch (IllegalArgumentException | DateTimeException | ProblemException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    /** As the next page is asked for. */
    String text() {
        String written = String.join(SEPARATOR, order.name(), Integer.toString(group), key, number.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written.getBytes(StandardCharsets.UTF_8));
    }

    /** The day it is ordered by. */
    LocalDate day() {
        return LocalDate.parse(key);
    }

    /** The instant it is ordered by. */
    OffsetDateTime instant() {
        return OffsetDateTime.parse(key);
    }

    /** The number of days it is ordered by. */
    int days() {
        return Integer.parseInt(key);
    }

    /** Whether it stands among the cases without clock, which are ordered by when they were opened. */
    boolean withoutClock() {
        return group == LAST_GROUP;
    }

    private void requireReadable() {
        if (group < 0 || group > LAST_GROUP) {
            throw new IllegalArgumentException("no such group: " + group);
        }
        switch (order) {
            case DUE -> {
                if (withoutClock()) {
                    instant();
                } else {
                    day();
                }
            }
            case OPENED -> instant();
            case USED -> days();
            case CASE -> {}
        }
    }

    private static ProblemException unreadable(String text) {
        return ProblemException.invalid("after", text, "应为上一页 next 给出的值，排列方式也要相同");
    }
}
