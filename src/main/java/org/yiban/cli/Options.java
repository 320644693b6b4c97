package org.yiban.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command: options with a value ({@code --from 2027-01-01}), switches ({@code --json}), and the rest. */
final class Options {

    private static final String MARK = "--";

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    private Options() {}

    /**
     * Reads arguments.
     *
     * @param withValue names of the options that take a value, without dashes
     * @param switches names of those that take none
     * @throws WrongUsageException saying which option is unknown, without its value or there twice
     */
    static Options read(List<String> arguments, Set<String> withValue, Set<String> switches) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith(MARK)) {
                options.rest.add(argument);
                continue;
            }
            String name = argument.substring(MARK.length());
            String value = "";
            if (withValue.contains(name)) {
                i++;
                if (i == arguments.size() || arguments.get(i).startsWith(MARK)) {
                    throw new WrongUsageException("选项 " + argument + " 后面缺少值");
                }
                value = arguments.get(i);
            } else if (!switches.contains(name)) {
                throw new WrongUsageException("没有这个选项：" + argument);
            }
            if (options.values.put(name, value) != null) {
                throw new WrongUsageException("选项 " + argument + " 写了两次");
            }
        }
        return options;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The value of an option that must be there.
     *
     * @throws WrongUsageException naming it
     */
    String require(String name) {
        return value(name).orElseThrow(() -> new WrongUsageException("缺少选项 " + MARK + name));
    }

    /** What is no option, in order. */
    List<String> rest() {
        return List.copyOf(rest);
    }

    /** A command called in a way that it does not understand. */
    static final class WrongUsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongUsageException(String message) {
            super(message);
        }
    }
}
