package org.yiban.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.policy.tables.WrittenTable;

/**
 * The table as somebody would write it by hand in Java: typed facts in fields, one {@code if} a row, the first that holds
 * answers. Written out of the table and compiled before anything is measured. No explanation, no open facts, no rules
 * that collide: what no evaluation of tables can beat.
 */
final class JavaVariant {

    private final Constructor<?> facts;
    private final Function<Object, String> rules;

    @SuppressWarnings("unchecked")
    JavaVariant(WrittenTable table) {
        try {
            Path folder = Files.createTempDirectory("yiban-benchmark");
            Path facts = Files.writeString(folder.resolve("TypedFacts.java"), facts(table));
            Path rules = Files.writeString(folder.resolve("WrittenRules.java"), rules(table));
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            int failed = compiler.run(null, null, null, "-proc:none", facts.toString(), rules.toString());
            if (failed != 0) {
                throw new IllegalStateException("the table as Java does not compile");
            }
            URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
            this.facts = loader.loadClass("TypedFacts").getConstructor(Map.class);
            this.rules = (Function<Object, String>)
                    loader.loadClass("WrittenRules").getConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Facts in the fields of a class: not measured. */
    Object typed(Map<String, Object> plain) {
        try {
            return facts.newInstance(plain);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The row that fires. */
    String rule(Object typed) {
        return rules.apply(typed);
    }

    private static String facts(WrittenTable table) {
        StringBuilder fields = new StringBuilder();
        StringBuilder reads = new StringBuilder();
        Set<String> seen = new TreeSet<>();
        for (WrittenTable.Input input : table.inputs()) {
            if (seen.add(field(input))) {
                String type = input.asksDate() ? "java.time.LocalDate" : type(input.typeRef());
                fields.append("public final %s %s;\n".formatted(type, field(input)));
                reads.append(
                        input.asksDate()
                                ? "%s = f.get(\"%s\") == null ? null : java.time.LocalDate.parse((String) f.get(\"%s\"));\n"
                                        .formatted(field(input), input.fact(), input.fact())
                                : "%s = (%s) f.get(\"%s\");\n".formatted(field(input), type, input.fact()));
            }
        }
        return "public final class TypedFacts {\n" + fields
                + "public TypedFacts(java.util.Map<String, Object> f) {\n" + reads + "}}\n";
    }

    private static String rules(WrittenTable table) {
        StringBuilder source = new StringBuilder(
                "public final class WrittenRules implements java.util.function.Function<Object, String> {\n");
        StringBuilder ifs = new StringBuilder();
        for (WrittenTable.Rule rule : table.rules()) {
            StringBuilder condition = new StringBuilder("true");
            for (int i = 0; i < table.inputs().size(); i++) {
                if (!rule.asks().get(i).isEmpty()) {
                    WrittenTable.Input input = table.inputs().get(i);
                    condition.append(" && ").append(condition(source, "f." + field(input), rule.asks().get(i)));
                }
            }
            ifs.append("if (%s) return \"%s\";\n".formatted(condition, rule.id()));
        }
        return source + "public String apply(Object o) { TypedFacts f = (TypedFacts) o;\n" + ifs + "return null; }}\n";
    }

    private static String condition(StringBuilder constants, String field, String cell) {
        CellTest test = CellTest.read(cell);
        String any = test.spans().stream()
                .map(span -> "(" + condition(constants, field, span) + ")")
                .collect(Collectors.joining(" || "));
        return test.negated() ? "!(" + any + ")" : "(" + any + ")";
    }

    private static String condition(StringBuilder constants, String field, CellTest.Span span) {
        if (span.from() instanceof Literal.Nothing) {
            return field + " == null";
        }
        if (span.single()) {
            return field + " != null && " + equality(constants, field, span.from());
        }
        String condition = field + " != null";
        if (span.from() != null) {
            condition += " && %s %s 0".formatted(comparison(constants, field, span.from()), span.fromIncluded() ? ">=" : ">");
        }
        if (span.to() != null) {
            condition += " && %s %s 0".formatted(comparison(constants, field, span.to()), span.toIncluded() ? "<=" : "<");
        }
        return condition;
    }

    private static String equality(StringBuilder constants, String field, Literal literal) {
        return "%s.equals(%s)".formatted(field, constant(constants, literal));
    }

    private static String comparison(StringBuilder constants, String field, Literal literal) {
        return literal instanceof Literal.Number number
                ? "Integer.compare(%s, %s)".formatted(field, number.value())
                : "%s.compareTo(%s)".formatted(field, constant(constants, literal));
    }

    private static String constant(StringBuilder constants, Literal literal) {
        if (literal instanceof Literal.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (literal instanceof Literal.Day day) {
            LocalDate value = day.value();
            String name = "DAY_" + value.toString().replace('-', '_');
            if (constants.indexOf(name + " ") < 0) {
                constants.append("private static final java.time.LocalDate %s = java.time.LocalDate.of(%d, %d, %d);\n"
                        .formatted(name, value.getYear(), value.getMonthValue(), value.getDayOfMonth()));
            }
            return name;
        }
        return literal instanceof Literal.Flag flag
                ? String.valueOf(flag.value())
                : ((Literal.Number) literal).value().toString();
    }

    private static String field(WrittenTable.Input input) {
        return input.fact() + (input.asksDate() ? "Day" : "");
    }

    private static String type(String typeRef) {
        return switch (typeRef == null ? "" : typeRef) {
            case "boolean" -> "Boolean";
            case "integer" -> "Integer";
            default -> "String";
        };
    }
}
