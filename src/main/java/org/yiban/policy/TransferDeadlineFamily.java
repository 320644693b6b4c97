package org.yiban.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.calendar.DueDay;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** {@code transfer-deadline}: how a transfer is classed and when it is due. The transfer-in side's documents speak. */
final class TransferDeadlineFamily implements Family {

    static final String NAME = "transfer-deadline";

    static final String FROM_REGION = "fromRegion";
    static final String TO_REGION = "toRegion";
    static final String ACCEPTED_ON = "acceptedOn";

    static final String TRANSFER_KIND = "transferKind";
    static final String TRANSFER_NEEDED = "transferNeeded";
    static final String WORKING_DAYS = "workingDays";
    static final String DUE_ON = "dueOn";
    static final String PROVISIONAL = "provisional";

    private final WorkingCalendars calendars;

    TransferDeadlineFamily(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> facts() {
        return List.of(FROM_REGION, TO_REGION, ACCEPTED_ON);
    }

    @Override
    public List<String> results() {
        return List.of(OUTCOME, TRANSFER_KIND, TRANSFER_NEEDED, WORKING_DAYS, DUE_ON, PROVISIONAL, BASIS);
    }

    @Override
    public Situation read(FactReader read) {
        TransferKind kind = classify(read);
        LocalDate acceptedOn = read.date(ACCEPTED_ON);
        read.throwIfAny();

        Region from = read.region(FROM_REGION);
        Region to = read.region(TO_REGION);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(FROM_REGION, from.code().value());
        facts.put(TO_REGION, to.code().value());
        facts.put(ACCEPTED_ON, acceptedOn.toString());
        facts.put("fromPool", text(from.pool()));
        facts.put("toPool", text(to.pool()));
        facts.put(TRANSFER_KIND, kind.name());
        return new Situation(acceptedOn, read.regions().provinceOf(to.code()), to.pool(), facts);
    }

    /** Two provinces differ whatever the pools are; within one province both pools must be known. */
    static TransferKind classify(FactReader read) {
        Region from = read.region(FROM_REGION);
        Region to = read.region(TO_REGION);
        if (from == null || to == null) {
            return null;
        }
        Regions regions = read.regions();
        if (!regions.provinceOf(from.code()).equals(regions.provinceOf(to.code()))) {
            return TransferKind.CROSS_PROVINCE;
        }
        Region fromPool = read.pool(FROM_REGION);
        Region toPool = read.pool(TO_REGION);
        if (fromPool == null || toPool == null) {
            return null;
        }
        return fromPool.equals(toPool) ? TransferKind.WITHIN_POOL : TransferKind.WITHIN_PROVINCE;
    }

    @Override
    public Map<String, Object> conclude(Situation situation, Map<String, Object> row) {
        Map<String, Object> results = new LinkedHashMap<>(row);
        results.put(TRANSFER_KIND, situation.facts().get(TRANSFER_KIND));
        if (row.get(WORKING_DAYS) instanceof Number workingDays) {
            DueDay due = calendars.current().addWorkingDays(situation.businessDate(), workingDays.intValue());
            results.put(DUE_ON, due.date().toString());
            results.put(PROVISIONAL, due.provisional());
        }
        return results;
    }

    private static String text(RegionCode code) {
        return code == null ? null : code.value();
    }
}
