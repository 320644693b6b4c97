package org.yiban.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.refund.RefundApplicants;
import org.yiban.refund.RefundSteps;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants;
import org.yiban.support.ReadMeanwhile;
import org.yiban.transfer.TransferSteps;

/** What staff see of a case that changes while it is read. */
@YibanTest
class CasesAtOneMomentTest {

    @Autowired
    RefundSteps refunds;

    @Autowired
    RefundApplicants payers;

    @Autowired
    TransferSteps transfers;

    @Autowired
    Applicants applicants;

    @Autowired
    Cases cases;

    @Autowired
    ReadMeanwhile meanwhile;

    @Test
    void aRefundIsShownWithoutWhatComesMeanwhile() {
        String number = refunds.registered(payers.residentWhoPaidTwice(), "DUPLICATE_PAYMENT", "2023-12-20");

        assertThatAnEventThatComesMeanwhileIsNotShown(number, () -> refunds.view(number));
    }

    @Test
    void aTransferIsShownWithoutWhatComesMeanwhile() {
        String number = transfers.registered(applicants.employedIn(new RegionCode(TransferSteps.JINING)));

        assertThatAnEventThatComesMeanwhileIsNotShown(number, () -> transfers.view("clerklc", number));
    }

    private void assertThatAnEventThatComesMeanwhileIsNotShown(String number, Supplier<JsonNode> view) {
        int before = view.get().path("history").size();

        JsonNode read = meanwhile.of(
                "yiban.case_event",
                view,
                () -> cases.note(new CaseNumber(number), "test", null, "while the case is read", null));

        assertThat(read.path("history")).hasSize(before);
        assertThat(view.get().path("history")).hasSize(before + 1);
    }
}
