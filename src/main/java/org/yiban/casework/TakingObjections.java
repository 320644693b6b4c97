package org.yiban.casework;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;

/** What is alike in objections (异议) of every kind of case: how they are written down, and who decides on them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TakingObjections {

    private final Objections objections;
    private final Cases cases;
    private final FourEyes fourEyes;

    TakingObjections(Objections objections, Cases cases, FourEyes fourEyes) {
        this.objections = objections;
        this.cases = cases;
        this.fourEyes = fourEyes;
    }

    /**
     * Writes down an objection.
     *
     * @param outcome how the case stood
     * @param filedOn the day on which it reached the agency
     * @param until the last day on which one may object to what was told on a day
     * @throws org.yiban.kernel.ProblemException INVALID_INPUT if it comes too late, or says nothing
     */
    public void file(
            CaseFile file,
            String outcome,
            LocalDate filedOn,
            String grounds,
            UnaryOperator<LocalDate> until,
            String userId) {
        Violations violations = new Violations();
        String why = violations.collect(() -> FreeText.required("grounds", grounds));
        objections.checkFiledOn(violations, file.number(), filedOn, until);
        violations.throwIfAny();
        objections.add(file, outcome, filedOn, why, userId);
        cases.note(file.number(), "objectionFiled", CasePart.REGISTER, "收到异议：" + why, userId);
    }

    /**
     * Writes down what came of the objection that is open.
     *
     * @param said what was decided, in Chinese
     * @throws org.yiban.kernel.ProblemException FORBIDDEN for who has assessed or approved the case, INVALID_INPUT without a
     *     reason
     */
    public void decide(CaseNumber number, boolean again, String said, String reason, String userId) {
        fourEyes.requireMayDecideObjection(number, userId);
        String why = FreeText.required("reason", reason);
        objections.decide(number, again, why, userId);
        cases.note(
                number,
                again ? "objectionReopens" : "objectionRejected",
                CasePart.ASSESS,
                "异议复核，" + said + "：" + why,
                userId);
    }
}
