package org.yiban.transfer.gap;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Explanation;
import org.yiban.policy.Result;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.explain.ExplainedDecision;
import org.yiban.region.Regions;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferFiles;

/** The letter on benefits across a transfer (待遇衔接告知书), and the quotes in short. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GapLetters {

    private final Cases cases;
    private final TransferFiles transfers;
    private final DecisionWords words;
    private final Regions regions;

    GapLetters(Cases cases, TransferFiles transfers, DecisionWords words, Regions regions) {
        this.cases = cases;
        this.transfers = transfers;
        this.words = words;
        this.regions = regions;
    }

    void tell(BenefitGap gap, Explanation decision) {
        Transfer transfer = transfers.of(gap.caseNumber());
        List<String> lines = new ArrayList<>();
        lines.add("您的职工基本医疗保险关系由" + regions.fullName(transfer.fromPool()) + "转入" + regions.fullName(transfer.toPool())
                + "，转移期间的待遇按下列办理：");
        ExplainedDecision explained = words.explain(decision);
        lines.add(explained.conclusion());
        if (gap.quotes().unpaidMonths() > 0) {
            lines.add("中断未缴 " + gap.quotes().unpaidMonths() + " 个月："
                    + gap.outcome().title() + paid(gap) + "。");
        }
        lines.addAll(explained.basis());
        lines.add(transfers.wayToObject(transfer));
        cases.issueDecision(
                gap.caseNumber(),
                "benefitContinuity",
                "待遇衔接告知书",
                String.join("\n", lines),
                ProvisionReference.parseList((String) decision.results().get(Result.BASIS)));
    }

    private static String paid(BenefitGap gap) {
        return gap.outcome().clears() ? "，已缴 " + gap.received() + " 元，到账日 " + gap.receivedOn() : "";
    }

    /** Quotes as the history of a case says them. */
    String inShort(GapQuotes quotes) {
        if (quotes.unpaidMonths() == 0) {
            return "没有未缴的月份。" + quotes.unpaid().says();
        }
        return "中断未缴 " + quotes.unpaidMonths() + " 个月。不补缴：" + quotes.unpaid().says() + "补缴："
                + quotes.paid().says() + (quotes.lastDay() == null ? "" : "按期补缴的最后一日 " + quotes.lastDay() + "。");
    }
}
