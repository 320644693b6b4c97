package org.yiban.refund.facts;

import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.region.Regions;

/** How sources speak of an enrolment. */
final class EnrolmentWords {

    private final Regions regions;

    EnrolmentWords(Regions regions) {
        this.regions = regions;
    }

    /** Where, as what and since when: 参保登记：吉林省长春市，单位职工，自 2023-12-01 起. */
    String of(Enrolment enrolment) {
        String until = enrolment.open() ? " 起" : " 至 " + enrolment.until();
        return "参保登记：%s，%s，自 %s%s"
                .formatted(regions.fullName(enrolment.pool()), capacity(enrolment.identity()), enrolment.from(), until);
    }

    private static String capacity(MemberIdentity identity) {
        return switch (identity) {
            case EMPLOYER -> "单位职工";
            case FLEXIBLE -> "灵活就业人员";
            case RESIDENT -> "居民";
        };
    }
}
