package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the tables of documents one after the other. Most questions are answered by the facts stated alone; only where a
 * rule that may fire asks for an open fact are all tables explored.
 */
final class Hearing<A> {

    private final List<Speaker> speakers;
    private final List<Table> tables;
    private final Map<String, Object> known;
    private final Map<String, Domain> open;
    private final Function<Ruling, A> answer;
    private final List<Judged> heard = new ArrayList<>();

    Hearing(
            List<Speaker> speakers,
            List<Table> tables,
            Map<String, Object> known,
            Map<String, Domain> open,
            Function<Ruling, A> answer) {
        this.speakers = speakers;
        this.tables = tables;
        this.known = known;
        this.open = open;
        this.answer = answer;
    }

    Findings<A> hear() {
        while (heard.size() < tables.size()) {
            Judged judged = hearNext();
            if (!judged.proved()) {
                return explore();
            }
            if (!judged.nothingStands()) {
                long[] spoken = judged.spoken();
                return spoken == null ? explore() : answer(judged, spoken);
            }
        }
        return findings(Ruling.NONE);
    }

    private Judged hearNext() {
        Judged judged = tables.get(heard.size()).judge(known, open.keySet());
        heard.add(judged);
        return judged;
    }

    private Findings<A> explore() {
        while (heard.size() < tables.size()) {
            hearNext();
        }
        return new Exploration<>(speakers, heard, known, open, answer).explore();
    }

    private Findings<A> answer(Judged judged, long[] fired) {
        return findings(new Ruling(speakers.get(heard.size() - 1), judged.hits(Bits.list(fired))));
    }

    private Findings<A> findings(Ruling ruling) {
        return new Findings<>(List.of(answer.apply(ruling)), Set.of(), NearMiss.nearest(speakers, heard));
    }
}
