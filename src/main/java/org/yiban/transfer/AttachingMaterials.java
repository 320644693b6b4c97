package org.yiban.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.casework.CaseFile;
import org.yiban.casework.Cases;
import org.yiban.casework.attachments.Attachment;
import org.yiban.casework.attachments.Attachments;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;

/** Scanned materials of a transfer-in: added while it is open, opened by its pool's staff alone, each time recorded. */
@Component
public class AttachingMaterials {

    private static final String FOR_OUT = "材料由转入地收存";
    private static final Role[] ADDING = {Role.INTAKE, Role.REVIEW};

    private final CasesAtHand atHand;
    private final Access access;
    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final TransferSettings settings;
    private final Attachments attachments;
    private final Cases cases;
    private final AuditTrail audit;

    AttachingMaterials(
            CasesAtHand atHand,
            Access access,
            TransferRecords records,
            ApplicationRecords applications,
            TransferSettings settings,
            Attachments attachments,
            Cases cases,
            AuditTrail audit) {
        this.atHand = atHand;
        this.access = access;
        this.records = records;
        this.applications = applications;
        this.settings = settings;
        this.attachments = attachments;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * Attaches a file to an open transfer-in.
     *
     * @param material code of one of the materials of the application
     */
    @Transactional
    public void add(CaseNumber number, String material, String fileName, byte[] content) {
        CasesAtHand.Taken taken = atHand.takeOpen(number, FOR_OUT, ADDING);
        List<Material> known = settings.materials(taken.transfer(), applications.applicant(number));
        Material shown = known.stream()
                .filter(one -> one.code().equals(material))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "material",
                        material,
                        "没有这种材料；可选："
                                + String.join(
                                        "、", known.stream().map(Material::code).toList())));
        attachments.add(
                number,
                shown.code(),
                fileName,
                content,
                shown.largestMegabytes(),
                taken.user().id());
        cases.note(
                number, "attached", null, "收存附件：" + shown.title(), taken.user().id());
    }

    /** A file of a case of the pools of the caller, in clear; that it was opened is recorded. */
    @Transactional
    public Attachments.Opened open(CaseNumber number, long id) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        if (records.find(List.of(number)).isEmpty()) {
            throw Cases.unknown(number);
        }
        Attachments.Opened opened = attachments.open(number, id);
        Attachment attachment = opened.attachment();
        audit.record(
                AuditAction.ATTACHMENT_OPENED,
                file.personId(),
                number.value(),
                attachment.material() + "，附件 " + attachment.id());
        return opened;
    }
}
