package org.yiban.backpay.options;

import java.math.BigDecimal;

/**
 * A figure of reference data that a price was counted with.
 *
 * @param fact the fact it stands for, as the contract names it
 * @param label what people call it
 * @param value yuan a month, or a fraction
 * @param said the value as people read it, with its unit
 * @param source who announced it, where and when
 * @param illustrative whether it is made up for the demonstration
 */
public record UsedFigure(
        String fact, String label, BigDecimal value, String said, String source, boolean illustrative) {}
