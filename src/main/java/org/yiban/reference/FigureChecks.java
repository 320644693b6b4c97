package org.yiban.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.Violations;
import org.yiban.region.Regions;

/** Whether figures can stand beside one another and beside those in use: no two of a kind at one time for one case. */
final class FigureChecks {

    private final Map<Long, Figure> inUse = new HashMap<>();
    private final Regions regions;
    private final Violations problems;

    /** @param inUse all figures in use of the regions concerned */
    FigureChecks(List<Figure> inUse, Regions regions, Violations problems) {
        inUse.forEach(figure -> this.inUse.put(figure.id(), figure));
        this.regions = regions;
        this.problems = problems;
    }

    void check(List<ProposedFigure> proposed) {
        Map<Long, Figure> beside = new HashMap<>(inUse);
        for (ProposedFigure one : proposed) {
            if (one.replaces() != null) {
                checkReplaced(one, beside);
                beside.remove(one.replaces());
            }
        }
        List<ProposedFigure> before = new ArrayList<>();
        for (ProposedFigure one : proposed) {
            beside.values().stream()
                    .filter(one.figure()::collidesWith)
                    .findFirst()
                    .ifPresent(other -> problems.add(
                            one.at() + time(one.figure()),
                            said(one.figure()),
                            "与已登记的第 " + other.id() + " 号（" + said(other) + "）时间重叠；更正它请填写所更正的编号"));
            before.stream()
                    .filter(other -> one.figure().collidesWith(other.figure()))
                    .findFirst()
                    .ifPresent(other -> problems.add(
                            one.at() + time(one.figure()),
                            said(one.figure()),
                            "与同一文件里的另一行（" + other.at() + " " + said(other.figure()) + "）时间重叠"));
            before.add(one);
        }
    }

    private void checkReplaced(ProposedFigure one, Map<Long, Figure> beside) {
        Figure replaced = beside.get(one.replaces());
        String number = one.replaces().toString();
        if (replaced == null) {
            problems.add(one.at() + "replaces", number, "没有这个编号的数，或它已被更正、撤销");
        } else if (replaced.kind() != one.figure().kind()
                || !replaced.region().equals(one.figure().region())) {
            problems.add(
                    one.at() + "replaces",
                    number,
                    "第 " + number + " 号是"
                            + regions.fullName(replaced.region()) + "的“"
                            + replaced.kind().title() + "”，只能由同一地区的同一种数更正");
        }
    }

    private static String time(Figure figure) {
        return figure.kind().isWage() ? "year" : "from";
    }

    private static String said(Figure figure) {
        if (figure.kind().isWage()) {
            return figure.kind().title() + " " + figure.year() + " 年度";
        }
        return figure.kind().title() + " " + figure.from() + " 至 "
                + (figure.until() == null ? "（没有写到哪一天）" : figure.until());
    }
}
