package org.yiban.duplicate;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.Scheme;

/** Holds a proposal against what was decided: where the documents say which relation it is, no other can be proposed. */
@Component
class Settling {

    private final RelationWords words;
    private final BusinessTime time;

    Settling(RelationWords words, BusinessTime time) {
        this.words = words;
        this.time = time;
    }

    /**
     * The proposal, complete.
     *
     * @throws ProblemException naming everything that is missing or against the decision
     */
    Settlement settle(DuplicateCase found, Which kept, Ending ending, LocalDate on, String reason) {
        Violations violations = new Violations();
        violations.collect(() -> kept(found, kept));
        Ending end = violations.collect(() -> ending(found.ruling(), ending));
        String why = violations.collect(() -> FreeText.required("reason", reason));
        if (kept != null) {
            violations.collect(() -> day(found.relation(kept.other()), on));
        }
        violations.throwIfAny();
        return new Settlement(kept, end, on, why);
    }

    private Which kept(DuplicateCase found, Which kept) {
        String keep = found.ruling().keep();
        if (kept == null) {
            throw ProblemException.invalid("kept", null, "必填：FIRST（本地关系）或 SECOND（另一关系）");
        }
        if (DuplicateRuling.EMPLOYEE_RELATION.equals(keep)
                && found.relation(kept).scheme() != Scheme.EMPLOYEE) {
            throw ProblemException.invalid(
                    "kept", kept.name(), "已判定保留职工医保关系，应选" + words.of(found.relation(kept.other())));
        }
        if (DuplicateRuling.APPLICANT_CHOICE.equals(keep)) {
            if (found.wish() == null) {
                throw ProblemException.invalid("kept", kept.name(), "由本人选择保留哪一个，还没有登记本人的书面选择；请先问本人");
            }
            if (found.wish().keep() != kept) {
                throw ProblemException.invalid(
                        "kept",
                        kept.name(),
                        "本人书面选择保留的是" + words.of(found.relation(found.wish().keep())));
            }
        }
        return kept;
    }

    private static Ending ending(DuplicateRuling ruling, Ending ending) {
        if (ruling.other() == null) {
            if (ending == null) {
                throw ProblemException.invalid("ending", null, "文件没有写另一关系终止还是暂停，请选择：TERMINATE（终止）、SUSPEND（暂停）");
            }
            return ending;
        }
        Ending decided = Ending.valueOf(ruling.other());
        if (ending != null && ending != decided) {
            throw ProblemException.invalid("ending", ending.name(), "已判定" + decided.title() + "另一关系，不能改");
        }
        return decided;
    }

    private LocalDate day(Relation relation, LocalDate on) {
        if (on == null || on.isBefore(relation.from()) || on.isAfter(time.today())) {
            throw ProblemException.invalid(
                    "on",
                    on == null ? null : on.toString(),
                    "应在该关系的起始日（" + relation.from() + "）至今天（" + time.today() + "）之间");
        }
        return on;
    }
}
