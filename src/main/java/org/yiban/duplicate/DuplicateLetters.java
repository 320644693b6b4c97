package org.yiban.duplicate;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.policy.explain.CitingProvisions;
import org.yiban.region.Regions;

/** The letters of these cases (告知书): kept with the case, each to be printed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DuplicateLetters {

    private final Cases cases;
    private final CitingProvisions citing;
    private final DuplicateSettings settings;
    private final DoublePayments payments;
    private final RelationWords words;
    private final People people;
    private final Regions regions;

    DuplicateLetters(
            Cases cases,
            CitingProvisions citing,
            DuplicateSettings settings,
            DoublePayments payments,
            RelationWords words,
            People people,
            Regions regions) {
        this.cases = cases;
        this.citing = citing;
        this.settings = settings;
        this.payments = payments;
        this.words = words;
        this.people = people;
        this.regions = regions;
    }

    /** 重复参保处理告知书：what stays, what becomes of the other, by which provisions, and the way to object. */
    void settled(DuplicateCase found, String benefits) {
        Settlement settlement = found.settlement();
        String ending = settlement.ending() == Ending.TERMINATE
                ? "终止" + words.of(found.ending()) + "，最后一日为 " + settlement.on()
                : "自 " + settlement.on() + " 起暂停" + words.of(found.ending());
        decide(
                found,
                "duplicateSettled",
                "重复参保处理告知书",
                twice(found) + "经核查，保留" + words.of(found.relation(settlement.kept())) + "，" + ending + "。理由："
                        + FreeText.withoutFullStop(settlement.reason()) + "。" + benefits + refund(found)
                        + citing.below(basis(found)),
                basis(found));
    }

    private String refund(DuplicateCase found) {
        return payments.of(found).isEmpty() ? "" : "同一月份两处都已缴费的，缴费年限只计算一次，可以就其中一处的缴费另行申请退费。";
    }

    /** 暂停待遇支付告知书：until it is clear which relation stays. */
    void benefitsSuspended(DuplicateCase found) {
        decide(
                found,
                "benefitsSuspended",
                "暂停待遇支付告知书",
                twice(found) + "在确定保留哪一个参保关系之前，" + regions.fullName(found.pool())
                        + "暂停支付您的医疗保险待遇；确定保留本地关系的，恢复支付，并补付暂停期间的待遇。" + citing.below(basis(found)),
                basis(found));
    }

    /** 选择参保关系通知书：the person may say in writing which one stays. */
    void choiceAsked(DuplicateCase found, String what) {
        issue(
                found,
                "choiceAsked",
                "选择参保关系通知书",
                twice(found) + "请您书面告知要保留的参保关系。" + FreeText.withoutFullStop(what) + "。" + citing.below(basis(found)),
                basis(found));
    }

    /** 协查函 to the agency of the other pool. */
    void endingAsked(DuplicateCase found) {
        Settlement settlement = found.settlement();
        issue(
                found,
                "endingAsked",
                "重复参保处理协查函",
                regions.fullName(found.ending().pool()) + "医疗保险经办机构：\n" + person(found) + "同一时期有"
                        + words.of(found.first()) + "和" + words.of(found.second()) + "。经核查保留"
                        + words.of(found.relation(settlement.kept())) + "，请你处自 " + settlement.on() + " "
                        + settlement.ending().title() + words.of(found.ending()) + "，并函复处理结果。理由："
                        + FreeText.withoutFullStop(settlement.reason()) + "。" + citing.below(basis(found)),
                basis(found));
    }

    /** 请恢复 to the agency of the other pool, where the decision was taken back. */
    void endingWithdrawn(DuplicateCase found) {
        issue(
                found,
                "endingWithdrawn",
                "重复参保处理撤销函",
                regions.fullName(found.ending().pool()) + "医疗保险经办机构：\n" + person(found) + "：我处请你处处理"
                        + words.of(found.ending()) + "的决定因异议撤销，正在重新办理，请恢复该参保关系。",
                List.of());
    }

    /** 恢复参保关系告知书：the relation goes on, because the other pool took its decision back. */
    void restored(DuplicateCase found) {
        issue(
                found,
                "relationRestored",
                "恢复参保关系告知书",
                regions.fullName(found.second().pool()) + "撤销了处理您的重复参保关系的决定，您的" + words.of(found.first())
                        + "已经恢复，未曾中断。",
                List.of());
    }

    void notDuplicate(DuplicateCase found, String benefits) {
        issue(
                found,
                "notDuplicate",
                "重复参保核查结果告知书",
                twice(found) + "经核查不构成重复参保，不作处理。原因：" + FreeText.withoutFullStop(found.stopReason()) + "。" + benefits,
                List.of());
    }

    /** 维持原决定：what came of an objection. */
    void upheld(DuplicateCase found, Objection objection) {
        issue(
                found,
                "objectionUpheld",
                "异议复核告知书",
                "您于 " + objection.filedOn() + " 对重复参保处理提出的异议，经未参与原决定的人员复核，维持原决定。理由："
                        + FreeText.withoutFullStop(objection.reason()) + "。" + citing.below(basis(found)),
                basis(found));
    }

    private String twice(DuplicateCase found) {
        return "您在 " + found.foundOn() + " 同时有" + words.of(found.first()) + "和" + words.of(found.second()) + "。";
    }

    /** The identity number is masked here as everywhere; who sends the letter adds it in full. */
    private String person(DuplicateCase found) {
        Person person = people.require(found.personId());
        return "参保人" + person.name() + "（证件号码 " + person.maskedIdentityNumber() + "，全号另附）";
    }

    private static List<ProvisionReference> basis(DuplicateCase found) {
        return found.ruling() == null
                ? List.of()
                : ProvisionReference.parseList(found.ruling().basis());
    }

    private void decide(DuplicateCase found, String kind, String title, String body, List<ProvisionReference> basis) {
        String told = body + "\n" + settings.wayToObject(found.pool());
        cases.issueDecision(found.caseNumber(), kind, title, told, basis);
    }

    private void issue(DuplicateCase found, String kind, String title, String body, List<ProvisionReference> basis) {
        cases.issueNotice(found.caseNumber(), kind, title, body, basis);
    }
}
