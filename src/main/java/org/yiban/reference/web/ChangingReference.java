package org.yiban.reference.web;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.reference.FigureProposal;
import org.yiban.reference.KeepingFigures;
import org.yiban.reference.StatedFigure;
import org.yiban.reference.web.ReferenceViews.ProposalView;

/** Puts figures forward, releases and returns them for those who keep them. What is done stands in the audit trail. */
@Component
class ChangingReference {

    private final KeepingFigures keeping;
    private final ReferenceReading reading;
    private final Access access;
    private final AuditTrail audit;

    ChangingReference(KeepingFigures keeping, ReferenceReading reading, Access access, AuditTrail audit) {
        this.keeping = keeping;
        this.reading = reading;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public ProposalView propose(StatedFigure stated, String note) {
        return recorded("提出", keeping.propose(stated, note, by(), reading::requireKept));
    }

    @Transactional
    public ProposalView proposeFile(String name, byte[] content, String note) {
        return recorded("提出", keeping.propose(name, content, note, by(), reading::requireKept));
    }

    @Transactional
    public ProposalView proposeWithdrawal(long figure, String reason) {
        return recorded("提出撤销", keeping.proposeWithdrawal(figure, reason, by(), reading::requireKept));
    }

    @Transactional
    public ProposalView release(long id) {
        return recorded("审定", keeping.release(id, by(), reading::requireKept));
    }

    @Transactional
    public ProposalView giveBack(long id, String reason) {
        return recorded("退回", keeping.giveBack(id, reason, by(), reading::requireKept));
    }

    @Transactional
    public ProposalView takeBack(long id) {
        return recorded("收回", keeping.takeBack(id, by(), reading::requireKept));
    }

    private String by() {
        return access.current().id();
    }

    private ProposalView recorded(String what, FigureProposal proposal) {
        String file = proposal.file() == null ? "" : "（" + proposal.file() + "）";
        audit.record(
                AuditAction.REFERENCE_CHANGED,
                null,
                null,
                "%s：第 %d 次提出%s，%d 个数"
                        .formatted(what, proposal.id(), file, proposal.lines().size()));
        return reading.view(proposal);
    }
}
