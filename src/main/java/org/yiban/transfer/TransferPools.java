package org.yiban.transfer;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Routes;
import org.yiban.kernel.ProblemException;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** The pools that a transfer can come from or go to: those served here, and those that a partner speaks for. */
@Component
public class TransferPools {

    private final Regions regions;
    private final ServedPools served;
    private final Routes routes;

    TransferPools(Regions regions, ServedPools served, Routes routes) {
        this.regions = regions;
        this.served = served;
        this.routes = routes;
    }

    /** Whether another installation keeps the record of this pool. */
    public boolean elsewhere(RegionCode pool) {
        return !served.contains(pool);
    }

    /**
     * The division that somebody named as the other end of a transfer.
     *
     * @param ours a division of the end whose agency asks; {@code null} if that is not known
     * @throws ProblemException INVALID_INPUT if there is no such division, or no way to its agency
     */
    public Region reachable(String field, String code, Region ours) {
        Region region = regions.require(field, code);
        RegionCode pool = regions.requirePool(field, code).code();
        if (ours == null || routes.reach(ours.pool(), pool)) {
            return region;
        }
        throw ProblemException.invalid(
                field,
                code,
                regions.fullName(region.code()) + "不在本平台经办范围，也没有与其经办机构联网；本平台经办的统筹区："
                        + served.all().stream()
                                .map(known -> known.code().value() + " " + known.name())
                                .collect(Collectors.joining("、"))
                        + "；其他联网地区见系统设置");
    }
}
