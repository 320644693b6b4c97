package org.yiban.transfer.gap;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.transfer.ContinuityOfBenefits;
import org.yiban.transfer.TransferFiles;

/** Knows whether what was decided of benefits still holds: in the same conversation, by the same last paid month. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DecidedContinuity implements ContinuityOfBenefits {

    private final GapRecords records;
    private final TransferFiles transfers;
    private final DerivingGapFacts deriving;

    DecidedContinuity(GapRecords records, TransferFiles transfers, DerivingGapFacts deriving) {
        this.records = records;
        this.transfers = transfers;
        this.deriving = deriving;
    }

    @Override
    public boolean undecided(CaseNumber number) {
        return records.find(number).filter(this::holds).isEmpty();
    }

    private boolean holds(BenefitGap gap) {
        CaseNumber number = gap.caseNumber();
        return gap.conversation().equals(transfers.of(number).conversationId())
                && Objects.equals(gap.statedUntil(), deriving.stated(number).orElse(null));
    }
}
