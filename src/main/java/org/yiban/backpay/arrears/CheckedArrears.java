package org.yiban.backpay.arrears;

import java.time.LocalDate;
import java.util.List;
import org.yiban.region.RegionCode;

/** Arrears without anything against them, before they are a case. */
record CheckedArrears(
        RegionCode pool,
        String unitName,
        UnitCode unitCode,
        ArrearsGround ground,
        AccountType accountType,
        LocalDate payOn,
        String contactPhone,
        List<ArrearsRun> runs) {}
