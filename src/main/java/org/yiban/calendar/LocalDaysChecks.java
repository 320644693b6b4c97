package org.yiban.calendar;

import java.time.LocalDate;
import java.util.List;
import org.yiban.calendar.StatedLocalDays.StatedSource;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.region.Region;
import org.yiban.region.RegionLevel;
import org.yiban.region.Regions;

/** Reads days of a region as somebody states them. */
final class LocalDaysChecks {

    private static final int LONGEST_NAME = 30;
    private static final int MOST_DAYS = 31;

    private final Regions regions;
    private final BusinessTime time;
    private final Violations problems = new Violations();

    LocalDaysChecks(Regions regions, BusinessTime time) {
        this.regions = regions;
        this.time = time;
    }

    /**
     * The days as they would be kept, without number.
     *
     * @throws ProblemException naming everything that is wrong
     */
    LocalDays read(StatedLocalDays stated, String byUser) {
        Region region = problems.collect(() -> region(regions, stated.region()));
        DayKind kind = problems.collect(() -> kind(stated.kind()));
        String name = problems.collect(() -> name(stated.name()));
        LocalDate from = day("from", stated.from());
        LocalDate to = stated.to() == null || stated.to().isBlank() ? from : day("to", stated.to());
        if (from != null && to != null) {
            checkStretch(from, to);
        }
        LocalSource source = source(stated.source());
        problems.throwIfAny();
        return new LocalDays(
                0,
                region.code().value(),
                kind,
                name,
                from,
                to,
                source,
                byUser,
                time.now().toOffsetDateTime(),
                null);
    }

    /** Where it was announced that days no longer hold, and why. */
    LocalDays.Withdrawal readWithdrawal(String reason, StatedSource stated, String byUser) {
        String why = problems.collect(() -> FreeText.required("reason", reason));
        LocalSource source = source(stated);
        problems.throwIfAny();
        return new LocalDays.Withdrawal(why, source, byUser, time.now().toOffsetDateTime());
    }

    /**
     * A province or pool.
     *
     * @throws ProblemException if the code is neither's
     */
    static Region region(Regions regions, String code) {
        Region region = regions.require("region", code);
        if (!region.isPool() && region.level() != RegionLevel.PROVINCE) {
            throw ProblemException.invalid("region", code, "应为省或统筹区；" + regions.fullName(region.code()) + "两者都不是");
        }
        return region;
    }

    private static DayKind kind(String text) {
        for (DayKind kind : DayKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw ProblemException.invalid("kind", text, "应为 OFF（放假）或 WORK（上班）");
    }

    private static String name(String text) {
        String name = FreeText.required("name", text);
        if (name.length() > LONGEST_NAME) {
            throw ProblemException.invalid("name", name, "不超过 " + LONGEST_NAME + " 个字，例如 台风停工");
        }
        return name;
    }

    private LocalDate day(String field, String text) {
        return NoticeFile.day(field, text == null ? null : text.strip(), problems);
    }

    private void checkStretch(LocalDate from, LocalDate to) {
        LocalDate today = time.today();
        if (to.isBefore(from)) {
            problems.add("to", to.toString(), "不能早于第一天（" + from + "）");
        } else if (!to.isBefore(from.plusDays(MOST_DAYS))) {
            problems.add("to", to.toString(), "一次不超过 " + MOST_DAYS + " 天");
        }
        if (from.isBefore(today.minusYears(1)) || to.isAfter(today.plusYears(1))) {
            problems.add("from", from + " 至 " + to, "应在今天（" + today + "）前后一年之内");
        }
    }

    private LocalSource source(StatedSource stated) {
        StatedSource given = stated == null ? new StatedSource(null, null, null) : stated;
        String number = problems.collect(() -> FreeText.required("source.number", given.number()));
        LocalDate published = day("source.published", given.published());
        if (published != null && published.isAfter(time.today())) {
            problems.add("source.published", given.published(), "不能晚于今天（" + time.today() + "）");
        }
        String text = problems.collect(() -> FreeText.required("source.text", given.text()));
        return new LocalSource(number, published, text);
    }

    /** Refuses days that an entry of the same region speaks of already. */
    static void refuseOverlap(LocalDays wanted, List<LocalDays> inForce) {
        inForce.stream()
                .filter(other -> other.region().equals(wanted.region()) && other.touches(wanted.from(), wanted.to()))
                .findFirst()
                .ifPresent(other -> {
                    throw ProblemException.invalid(
                            "from",
                            wanted.from() + " 至 " + wanted.to(),
                            "与已有的“%s”（%s 至 %s，%s）重叠；请先撤销它，再添加"
                                    .formatted(
                                            other.name(),
                                            other.from(),
                                            other.to(),
                                            other.source().number()));
                });
    }
}
