package org.yiban.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.yiban.policy.Answer;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.tables.EngineVariant;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.region.Regions;

/**
 * One decision by the largest tables there are, in every way that there is to take it. Before it is measured each way
 * answers all questions, and must answer as {@code policy} does.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Deciding {

    /** As many questions as the slowest way is made to answer beforehand. */
    private static final int SOME = 512;

    /** The questions, one after the other. */
    @State(Scope.Thread)
    public static class Asked {

        /** Region, file and table. */
        @Param({
            "211200 211200-tieling/waiting-period.dmn waitingPeriod_211200_TL2022",
            "220000 220000-jilin/waiting-period.dmn waitingPeriod_220000_JL2022_19"
        })
        public String table;

        private Policies policies;
        private DecisionWords words;
        private Questions questions;
        private int next;

        /** Draws the questions. */
        @Setup
        public void prepare() {
            policies = Questions.policies();
            words = new DecisionWords(policies, Regions.load());
            questions = new Questions(policies, word(0), word(2));
        }

        private String word(int place) {
            return table.split(" ")[place];
        }

        private WrittenTable written() {
            return EngineVariant.written(word(2));
        }

        private EngineVariant engine(boolean compiled) {
            return new EngineVariant(word(1), word(2), compiled);
        }

        private int next() {
            next = next + 1 == questions.stated.size() ? 0 : next + 1;
            return next;
        }

        private Map<String, Object> plain() {
            return questions.plain.get(next());
        }

        private Answer decide(Map<String, String> question) {
            return policies.decide(Questions.FAMILY, question);
        }

        private void requireSame(int first, IntFunction<String> answer) {
            for (int i = 0; i < first; i++) {
                if (!questions.rules.get(i).equals(answer.apply(i))) {
                    throw new IllegalStateException("%s, not %s: %s"
                            .formatted(answer.apply(i), questions.rules.get(i), questions.plain.get(i)));
                }
            }
        }
    }

    /** The engine's library as it is shipped. */
    @State(Scope.Thread)
    public static class AsShipped {

        private EngineVariant engine;

        /** Makes it, and has it agree. */
        @Setup
        public void prepare(Asked asked) {
            engine = asked.engine(false);
            asked.requireSame(SOME, i -> engine.rule(asked.questions.plain.get(i)));
        }
    }

    /** The engine's library with compiled tests behind its FEEL. */
    @State(Scope.Thread)
    public static class Compiled {

        private EngineVariant engine;

        /** Makes it, and has it agree. */
        @Setup
        public void prepare(Asked asked) {
            engine = asked.engine(true);
            asked.requireSame(asked.questions.rules.size(), i -> engine.rule(asked.questions.plain.get(i)));
        }
    }

    /** KIE DMN. */
    @State(Scope.Thread)
    public static class Kie {

        private KieVariant kie;

        /** Makes it, and has it agree. */
        @Setup
        public void prepare(Asked asked) {
            kie = new KieVariant(asked.written());
            asked.requireSame(asked.questions.rules.size(), i -> kie.rule(asked.questions.plain.get(i)));
        }
    }

    /** The table written out in Java. */
    @State(Scope.Thread)
    public static class Java {

        private final List<Object> typed = new ArrayList<>();
        private JavaVariant java;

        /** Makes it, and has it agree. */
        @Setup
        public void prepare(Asked asked) {
            java = new JavaVariant(asked.written());
            asked.questions.plain.forEach(facts -> typed.add(java.typed(facts)));
            asked.requireSame(asked.questions.rules.size(), i -> java.rule(typed.get(i)));
        }
    }

    /** With all facts stated, explained. */
    @Benchmark
    public Answer policies(Asked asked) {
        return asked.decide(asked.questions.stated.get(asked.next()));
    }

    /** With some facts left open, explained. */
    @Benchmark
    public Answer policiesPartlyOpen(Asked asked) {
        return asked.decide(asked.questions.partlyOpen.get(asked.next()));
    }

    /** With all facts stated, explained, and the explanation written in sentences. */
    @Benchmark
    public List<String> policiesInSentences(Asked asked) {
        return asked.words
                .tell(asked.decide(asked.questions.stated.get(asked.next())).explanation())
                .sentences();
    }

    /** With facts derived already, and no explanation; the others likewise. */
    @Benchmark
    public String engineAsShipped(Asked asked, AsShipped variant) {
        return variant.engine.rule(asked.plain());
    }

    @Benchmark
    public String engineWithCompiledFeel(Asked asked, Compiled variant) {
        return variant.engine.rule(asked.plain());
    }

    @Benchmark
    public String kie(Asked asked, Kie variant) {
        return variant.kie.rule(asked.plain());
    }

    @Benchmark
    public String writtenInJava(Asked asked, Java variant) {
        return variant.java.rule(variant.typed.get(asked.next()));
    }
}
