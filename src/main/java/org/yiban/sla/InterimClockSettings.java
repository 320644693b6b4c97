package org.yiban.sla;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class InterimClockSettings implements ClockSettings {

    @Override
    public int version() {
        return 0;
    }

    @Override
    public int atRiskDays(String kind, String pool) {
        return 2;
    }

    @Override
    public Map<Leg, Integer> legs(int totalWorkingDays) {
        return totalWorkingDays == 15 ? Map.of(Leg.TRANSFER_OUT, 10, Leg.TRANSFER_IN, 5) : Map.of();
    }

    @Override
    public Optional<Integer> target(String kind, String pool) {
        return Optional.empty();
    }

    @Override
    public ExtensionLimits extension(String kind, String pool) {
        return new ExtensionLimits(5, 1, 1);
    }
}
