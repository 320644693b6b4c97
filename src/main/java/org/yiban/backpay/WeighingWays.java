package org.yiban.backpay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.settings.Setting;

/** The ways to close a gap in years, as of today. */
@Component
public class WeighingWays {

    private final BackpayRecords records;
    private final DerivingBackpayFacts deriving;
    private final WeighingOptions weighing;
    private final BackpayLetters letters;
    private final BackpayClocks clocks;
    private final Cases cases;
    private final BusinessTime time;

    WeighingWays(
            BackpayRecords records,
            DerivingBackpayFacts deriving,
            WeighingOptions weighing,
            BackpayLetters letters,
            BackpayClocks clocks,
            Cases cases,
            BusinessTime time) {
        this.records = records;
        this.deriving = deriving;
        this.weighing = weighing;
        this.letters = letters;
        this.clocks = clocks;
        this.cases = cases;
        this.time = time;
    }

    /** Weighs them, and tells the applicant; joins the transaction of its process. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void weigh(CaseNumber number) {
        WeighedOptions weighed = today(records.require(number));
        records.weighed(number, weighed);
        letters.options(records.require(number));
        clocks.awaitChoice(number);
        cases.note(
                number,
                "optionsWeighed",
                null,
                "核算补足年限的办法 " + weighed.options().size() + " 种，核价日 " + weighed.quotedOn(),
                null);
    }

    /** The ways as of today; writes nothing. */
    WeighedOptions today(Backpay backpay) {
        Map<String, String> question = deriving.question(backpay.facts());
        return decided(backpay)
                .map(test -> new WeighedOptions(
                        backpay.pool(),
                        time.today(),
                        List.of(test),
                        weighing.quote(question, test),
                        List.of(),
                        List.of()))
                .orElseGet(() -> weighing.weigh(question));
    }

    /** What a senior decided of the years, in the tables' place. */
    static Optional<YearsTest> decided(Backpay backpay) {
        return backpay.tests().stream().filter(WeighingWays::bySenior).findFirst();
    }

    private static boolean bySenior(YearsTest test) {
        return test.basis().equals(List.of(new ProvisionReference(Setting.AGENCY)));
    }
}
