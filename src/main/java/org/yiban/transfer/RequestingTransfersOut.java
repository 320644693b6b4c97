package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.yiban.policy.Explanation;
import org.yiban.region.Regions;
import org.yiban.sla.Clock;

/** Asks a transfer-out side, served here or elsewhere, for the information table (转出地请办). */
@Component
class RequestingTransfersOut {

    private final TransferMessages messages;
    private final TransferPools pools;
    private final NamingPeople naming;
    private final Regions regions;

    RequestingTransfersOut(TransferMessages messages, TransferPools pools, NamingPeople naming, Regions regions) {
        this.messages = messages;
        this.pools = pools;
        this.naming = naming;
        this.regions = regions;
    }

    /** @param decision how the deadline came about; to another installation it goes in words */
    void request(Transfer transfer, Clock clock, Explanation decision) {
        boolean elsewhere = pools.elsewhere(transfer.fromPool());
        NamedPerson person = naming.name(
                transfer.personId(),
                "转移接续 " + transfer.caseNumber() + "：向转出地" + regions.fullName(transfer.fromPool()) + "请办，须写明参保人");
        messages.say(
                transfer,
                TransferMessages.REQUESTED,
                new TransferMessages.Requested(
                        person,
                        transfer.identity(),
                        transfer.fromScheme(),
                        transfer.fromRegion().value(),
                        transfer.toRegion().value(),
                        transfer.appliedOn(),
                        clock.acceptedOn(),
                        clock.target(),
                        clock.nature(),
                        elsewhere ? decision.ruleText() : null,
                        elsewhere ? null : decision));
    }
}
