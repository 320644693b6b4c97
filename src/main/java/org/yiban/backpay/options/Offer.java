package org.yiban.backpay.options;

import java.util.List;

/** What may be done about the gap of one test, with the figures it was counted by and what changes later. */
record Offer(List<BackpayOption> options, List<UsedFigure> figures, List<String> outlook) {

    static final Offer NONE = new Offer(List.of(), List.of(), List.of());
}
