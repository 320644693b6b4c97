package org.yiban.backpay.years;

import org.yiban.policy.settings.Settings;

/** Makes {@link RetirementAges} for tests of other packages. */
public final class RetirementAgesOf {

    private RetirementAgesOf() {}

    /** The ages that settings have. */
    public static RetirementAges settings(Settings settings) {
        return new RetirementAges(settings);
    }
}
