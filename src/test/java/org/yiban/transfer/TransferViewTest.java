package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** What a case says of itself, and how it stands in a list. */
@YibanTest
class TransferViewTest {

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @Test
    void theHistoryNamesThePeopleWhoActed() {
        // given
        String number = steps.registered(applicant());

        // when
        JsonNode history = steps.view("reviewlc", number).get("history");

        // then
        assertThat(history.get(0).get("byName").asText()).isEqualTo("聊城·登记员（演示）");
        assertThat(history.findValue("step").asText()).isEqualTo("registered");
        assertThat(history.get(1).get("byName").isNull()).isTrue();
    }

    @Test
    void whoMayWithdrawIsToldSoWhileTheCaseIsOpen() {
        // given
        String number = steps.registered(applicant());

        // when, then
        assertThat(withdrawable("clerklc", number)).isTrue();
        assertThat(withdrawable("reviewlc", number)).isTrue();
        assertThat(withdrawable("approvelc", number)).isFalse();
        steps.withdraw(number, "改变主意");
        assertThat(withdrawable("clerklc", number)).isFalse();
    }

    @Test
    void aTransferStandsInTheListOfItsPoolWithTheOtherPoolAndItsDays() {
        // given
        Applicant applicant = applicant();
        String number = steps.registered(applicant);
        steps.accept(number, LocalDate.of(2026, 2, 12));

        // when
        JsonNode ours = api.get("approvelc", "/api/cases?text=" + number).body().at("/cases/0");
        JsonNode theirs =
                api.get("approvejn", "/api/cases?text=" + number).body().at("/cases");

        // then
        assertThat(ours.get("personName").asText()).isEqualTo(applicant.name());
        assertThat(ours.get("otherPool").asText()).isEqualTo(TransferSteps.JINING);
        assertThat(ours.get("otherPoolName").asText()).isEqualTo("山东省济宁市");
        assertThat(ours.get("acceptedOn").asText()).isEqualTo("2026-02-12");
        assertThat(ours.get("dueOn").asText()).isEqualTo("2026-03-03");
        assertThat(ours.get("kindTitle").asText()).isEqualTo("转移接续（转入）");
        assertThat(ours.toString()).doesNotContain(applicant.identityNumber());
        assertThat(theirs).isEmpty();
    }

    @Test
    void anAnalystSeesNoCase() {
        // given
        String number = steps.registered(applicant());

        // when, then
        assertThat(api.get("analystlc", "/api/transfers/" + number).status()).isEqualTo(404);
        assertThat(api.get("analystlc", "/api/cases?text=" + number).body().at("/cases"))
                .isEmpty();
    }

    private boolean withdrawable(String user, String number) {
        return steps.view(user, number).get("withdrawable").asBoolean();
    }

    private Applicant applicant() {
        return applicants.employedIn(new RegionCode(TransferSteps.JINING));
    }
}
