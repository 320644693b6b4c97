package org.yiban.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.yiban.exchange.MakeExchangeKeys;
import org.yiban.person.MakeKeys;
import org.yiban.policy.cases.CheckCases;
import org.yiban.policy.cases.ExportCases;
import org.yiban.policy.checks.CheckTables;

/** The commands of {@code java -jar yiban.jar <command> …}. Without a command the program serves. */
public final class CommandLine {

    private static final List<Command> COMMANDS = List.of(
            new Command(DecideCommand.USAGE, DecideCommand::run),
            new Command(CheckCases.USAGE, CheckCases::run),
            new Command(CheckTables.USAGE, CheckTables::run),
            new Command(ExportCases.USAGE, ExportCases::run),
            new Command(ReplayCommand.FACTS_USAGE, ReplayCommand::run),
            new Command(ReplayCommand.KEPT_USAGE, ReplayCommand::run),
            new Command(ExportTables.USAGE, ExportTables::run),
            publishing(PublicationCommands.PUBLISH, PublicationCommands.PUBLISH_USAGE),
            publishing(PublicationCommands.PUBLICATIONS, PublicationCommands.PUBLICATIONS_USAGE),
            publishing(PublicationCommands.WITHDRAW, PublicationCommands.WITHDRAW_USAGE),
            new Command(MakeKeys.USAGE, MakeKeys::run),
            new Command(MakeExchangeKeys.USAGE, MakeExchangeKeys::run));
    private static final List<String> HELP = List.of("help", "--help", "-h");
    private static final int UNUSABLE = 2;

    private CommandLine() {}

    /** Whether the arguments name a command; options such as {@code --server.port=9090} alone do not. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && (HELP.contains(arguments[0]) || !arguments[0].startsWith("-"));
    }

    /**
     * Runs a command on the console.
     *
     * @return exit status; 2 if there is no such command
     */
    public static int run(String... arguments) {
        LoggingSystem.get(CommandLine.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return run(Arrays.asList(arguments), out, err);
    }

    /** Runs a command, likewise, and prints where it is told to. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String command = arguments.get(0);
        for (Command known : COMMANDS) {
            if (known.name().equals(command)) {
                return known.run().run(arguments.subList(1, arguments.size()), out, err);
            }
        }
        if (HELP.contains(command)) {
            usage(out);
            return 0;
        }
        err.println("没有这个命令：" + command);
        usage(err);
        return UNUSABLE;
    }

    private static void usage(PrintStream to) {
        to.println("用法：java -jar yiban.jar                启动系统");
        COMMANDS.forEach(command -> to.println("      java -jar yiban.jar " + command.usage()));
    }

    private static Command publishing(String name, String usage) {
        return new Command(usage, (arguments, out, err) -> PublicationCommands.run(name, arguments, out, err));
    }

    /** What runs a command: arguments behind its name, where to print, where to complain; gives the exit status. */
    @FunctionalInterface
    private interface Run {
        int run(List<String> arguments, PrintStream out, PrintStream err);
    }

    /**
     * A command.
     *
     * @param usage how it is called; begins with its name
     */
    private record Command(String usage, Run run) {

        String name() {
            return usage.split(" ")[0];
        }
    }
}
