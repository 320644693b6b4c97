package org.yiban.transfer;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.policy.explain.CitingProvisions;
import org.yiban.region.Regions;

/** The letters of a transfer-in (告知书): kept with the case, each to be printed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TransferLetters {

    private final Cases cases;
    private final CitingProvisions citing;
    private final Regions regions;
    private final TransferSettings settings;

    TransferLetters(Cases cases, CitingProvisions citing, Regions regions, TransferSettings settings) {
        this.cases = cases;
        this.citing = citing;
        this.regions = regions;
        this.settings = settings;
    }

    /** 无需办理：both places lie in one pool; with the slip that the change of registration is asked for with. */
    void notNeeded(Transfer transfer, String name, List<ProvisionReference> basis) {
        String pool = regions.fullName(transfer.toPool());
        decide(
                transfer,
                "noTransferNeeded",
                "无需办理转移接续告知书",
                regions.fullName(transfer.fromRegion()) + "与" + regions.fullName(transfer.toRegion()) + "同属" + pool
                        + "统筹区，医疗保险关系无需转移。请由用人单位或本人凭《参保变更登记转办单》直接办理参保变更登记。" + citing.below(basis),
                basis);
        issue(
                transfer,
                "employmentChangeReferral",
                "参保变更登记转办单",
                "参保人" + name + "于 " + transfer.appliedOn() + " 申请将医疗保险关系由"
                        + regions.fullName(transfer.fromRegion()) + "转往" + regions.fullName(transfer.toRegion())
                        + "，经核两地同属"
                        + pool + "统筹区，不属于转移接续。请参保登记窗口据此为其办理参保单位（身份）变更登记：原单位减员、新单位增员，缴费月数连续计算。",
                basis);
    }

    /** 补正：what is missing, and that the time limit stands until it comes. */
    void supplement(Transfer transfer, String missing) {
        issue(
                transfer,
                "transferSupplement",
                "补正材料告知书",
                asked(transfer) + "所附材料不齐，请补正：" + FreeText.withoutFullStop(missing) + "。补正期间不计入办理时限。",
                List.of());
    }

    /** 不予办理：why, by which provisions, and how to object. */
    void refused(Transfer transfer) {
        decide(
                transfer,
                "transferRefused",
                "不予办理告知书",
                asked(transfer) + "经审核不予办理，原因：" + FreeText.withoutFullStop(transfer.refusalReason()) + "。"
                        + citing.below(transfer.refusalBasis()),
                transfer.refusalBasis());
    }

    void withdrawn(Transfer transfer) {
        issue(
                transfer,
                "transferWithdrawn",
                "撤回告知书",
                "已按您的要求撤回转移接续申请，您的医疗保险关系留在" + regions.fullName(transfer.fromPool()) + "。",
                List.of());
    }

    /** 办结：what arrived. */
    void completed(Transfer transfer, String months, List<ProvisionReference> basis) {
        decide(
                transfer,
                "transferCompleted",
                "转移接续办结告知书",
                "您的" + scheme(transfer.fromScheme()) + "关系已由" + regions.fullName(transfer.fromPool()) + "转入"
                        + regions.fullName(transfer.toPool())
                        + (transfer.fromScheme() == transfer.toScheme() ? "" : "，在转入地参加" + scheme(transfer.toScheme()))
                        + "。" + months + citing.below(basis),
                basis);
    }

    /** 死亡：that the transfer ends, and how to ask for what was paid too much. */
    void ended(Transfer transfer, LocalDate diedOn) {
        decide(
                transfer,
                "transferEndedByDeath",
                "转移接续终止告知书",
                asked(transfer) + "因参保人已于 " + diedOn + " 死亡终止办理，医疗保险关系不再转移。死亡以后仍缴纳的费用，可以由继承人申请退费。",
                List.of());
    }

    /** 信息表核对函：what is not clear on a table that the other agency sent on paper. */
    void tableQuestioned(Transfer transfer, Person person, String paperReference, String questions) {
        issue(
                transfer,
                "tableQuestioned",
                "信息表核对函",
                regions.fullName(transfer.fromPool()) + "医疗保险经办机构：\n你处出具的《参保人员基本医疗保险信息表》（" + paperReference + "）收悉。参保人"
                        + person.name() + "（证件号码 " + person.maskedIdentityNumber() + "，全号另附），经核验，下列内容请你处说明："
                        + FreeText.withoutFullStop(questions) + "。请核对后重新出具信息表，并附说明。",
                List.of());
    }

    /** 异议复核：what came of an objection. */
    void objectionClosed(Transfer transfer, Objection objection) {
        String result = objection.reopened() ? "异议成立，本机构将另行登记案件办理" : "维持原决定";
        issue(
                transfer,
                "objectionDecided",
                "异议复核告知书",
                "您于 " + objection.filedOn() + " 对转移接续决定提出的异议，经未参与原决定的人员复核，" + result + "。理由："
                        + FreeText.withoutFullStop(objection.reason()) + "。"
                        + citing.below(transfer.refusalBasis()),
                transfer.refusalBasis());
    }

    private String asked(Transfer transfer) {
        return "您于 " + transfer.appliedOn() + " 提出的将" + scheme(transfer.fromScheme()) + "关系由"
                + regions.fullName(transfer.fromPool()) + "转入" + regions.fullName(transfer.toPool()) + "的申请，";
    }

    private static String scheme(Scheme scheme) {
        return scheme == Scheme.EMPLOYEE ? "职工基本医疗保险" : "城乡居民基本医疗保险";
    }

    private void decide(Transfer transfer, String kind, String title, String body, List<ProvisionReference> basis) {
        String told = body + "\n" + settings.wayToObject(transfer.pool());
        cases.issueDecision(transfer.caseNumber(), kind, title, told, basis);
    }

    private void issue(Transfer transfer, String kind, String title, String body, List<ProvisionReference> basis) {
        cases.issueNotice(transfer.caseNumber(), kind, title, body, basis);
    }
}
