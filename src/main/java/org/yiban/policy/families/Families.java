package org.yiban.policy.families;

import java.util.List;
import java.util.stream.Stream;
import org.yiban.calendar.WorkingCalendars;

/** All families there are. */
public final class Families {

    private Families() {}

    public static List<Family> all(WorkingCalendars calendars) {
        return Stream.<Family>of(
                        new TransferDeadlineFamily(calendars),
                        new RefundEligibilityFamily(),
                        new RefundAmountFamily(),
                        new MinimumYearsFamily(),
                        new RetirementBackpayFamily(),
                        new SuspensionFamily(),
                        new ContributionBaseFamily(),
                        new ResidentContributionFamily(),
                        new DuplicateEnrolmentFamily(),
                        new EnrolmentOptionsFamily(),
                        new ArrearsFamily(),
                        new DeemedServiceFamily(),
                        new BenefitContinuityFamily(),
                        new WaitingPeriodFamily())
                .<Family>map(DeclaredOnce::new)
                .toList();
    }
}
