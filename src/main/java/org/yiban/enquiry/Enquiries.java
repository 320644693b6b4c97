package org.yiban.enquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.casework.RunningNumbers;
import org.yiban.casework.Submissions;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.Answer;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.StatedFacts;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

/** Asks the rules for a clerk and keeps question and answer; opens no case. */
@Component
public class Enquiries {

    private final Access access;
    private final Policies policies;
    private final RunningNumbers numbers;
    private final Submissions submissions;
    private final EnquiryRecords records;
    private final DecisionRecords decisions;
    private final CaseProcesses processes;
    private final BusinessTime time;

    Enquiries(
            Access access,
            Policies policies,
            RunningNumbers numbers,
            Submissions submissions,
            EnquiryRecords records,
            DecisionRecords decisions,
            CaseProcesses processes,
            BusinessTime time) {
        this.access = access;
        this.policies = policies;
        this.numbers = numbers;
        this.submissions = submissions;
        this.records = records;
        this.decisions = decisions;
        this.processes = processes;
        this.time = time;
    }

    /**
     * Records an enquiry; its process asks the rules and keeps the answer in the same transaction.
     *
     * @param key one for each enquiry; the same sent again with it comes back as the same enquiry
     * @throws ProblemException naming every fact that is missing or wrong; nothing is recorded then
     */
    @Transactional
    public Asked ask(EnquiryQuestion question, String key) {
        CurrentUser user = access.current();
        RegionCode pool = poolOf(user, question.pool());
        Map<String, String> facts = stated(question);
        policies.decide(question.family(), facts);
        String note = FreeText.optional("note", question.note());

        String content = String.join(
                "|", pool.value(), question.family(), new TreeMap<>(facts).toString(), String.valueOf(note));
        Optional<CaseNumber> earlier = submissions.earlier(user.id(), key, content);
        if (earlier.isPresent()) {
            return new Asked(require(earlier.get()), false);
        }
        CaseNumber number = numbers.next(Enquiry.LETTERS, pool);
        records.add(new Enquiry(number, pool, question.family(), facts, note, user.id(), time.now()));
        submissions.remember(user.id(), key, content, number);
        processes.start(EnquiryModel.POLICY_ENQUIRY, number, pool, Map.of());
        return new Asked(require(number), true);
    }

    /**
     * Asks the rules what an enquiry asks, and keeps the answer with it.
     *
     * @return {@code false} if the documents leave it to a person
     */
    @Transactional
    public boolean answer(CaseNumber number) {
        Enquiry enquiry = require(number);
        Answer answer = policies.decide(enquiry.family(), enquiry.facts());
        decisions.keepAnswer(number.value(), answer.explanation());
        return !answer.leftToPerson();
    }

    /** What an enquiry asks. */
    @Transactional(readOnly = true)
    public String family(CaseNumber number) {
        return require(number).family();
    }

    /**
     * An enquiry of a pool in which the person sees cases.
     *
     * @throws ProblemException NOT_FOUND, also for another pool's
     */
    @Transactional(readOnly = true)
    public Enquiry of(CaseNumber number) {
        Set<RegionCode> pools = access.current().casePools();
        return records.find(number)
                .filter(enquiry -> pools.contains(enquiry.pool()))
                .orElseThrow(
                        () -> ProblemException.of(ProblemKind.NOT_FOUND, "number", number.value(), "没有这项咨询，或不在您的统筹区"));
    }

    /** The latest enquiries of the pools in which the person sees cases, newest first. */
    @Transactional(readOnly = true)
    public List<Enquiry> latest(CaseNumber before, int limit) {
        Set<RegionCode> pools = access.current().casePools();
        return pools.isEmpty() ? List.of() : records.latest(pools, before, limit);
    }

    /** What was answered: by the rules first, and by a senior where they left it to one. */
    @Transactional(readOnly = true)
    public List<RecordedDecision> answersTo(Enquiry enquiry) {
        return decisions.of(enquiry.number().value());
    }

    private Enquiry require(CaseNumber number) {
        return records.find(number).orElseThrow(() -> new IllegalStateException("no enquiry " + number));
    }

    private Map<String, String> stated(EnquiryQuestion question) {
        Map<String, Object> facts = question.facts() == null ? Map.of() : question.facts();
        Map<String, String> stated =
                new LinkedHashMap<>(StatedFacts.of(facts, policies.declaredFacts(question.family())));
        stated.values().removeIf(value -> value == null || value.isBlank());
        return stated;
    }

    private static RegionCode poolOf(CurrentUser user, String asked) {
        List<RegionCode> works = user.workPools().stream().toList();
        if (asked == null && works.size() == 1) {
            return works.get(0);
        }
        if (works.isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您没有经办岗位，不能登记咨询；可以直接询问规则，不留记录。");
        }
        return works.stream()
                .filter(pool -> pool.value().equals(asked))
                .findAny()
                .orElseThrow(() -> ProblemException.invalid(
                        "pool",
                        asked,
                        "请写明在哪个统筹区受理咨询："
                                + String.join(
                                        "、",
                                        works.stream().map(RegionCode::value).toList())));
    }

    /**
     * What came of asking.
     *
     * @param created {@code false} if the same enquiry had been recorded before
     */
    public record Asked(Enquiry enquiry, boolean created) {}
}
