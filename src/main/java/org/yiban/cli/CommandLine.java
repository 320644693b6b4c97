package org.yiban.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.yiban.person.MakeKeys;
import org.yiban.policy.cases.CheckCases;
import org.yiban.policy.cases.ExportCases;
import org.yiban.policy.checks.CheckTables;
import org.yiban.policy.explain.DecideCommand;

/** The commands of {@code java -jar yiban.jar <command> …}. Without a command the program serves. */
public final class CommandLine {

    private static final String CHECK_CASES = "check-cases";
    private static final String CHECK_TABLES = "check-tables";
    private static final String DECIDE = "decide";
    private static final String EXPORT_CASES = "export-cases";
    private static final String MAKE_KEYS = "make-keys";
    private static final String REPLAY = "replay";
    private static final List<String> PUBLISHING =
            List.of(PublicationCommands.PUBLISH, PublicationCommands.PUBLICATIONS, PublicationCommands.WITHDRAW);
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
        if (command.equals(CHECK_CASES)) {
            return CheckCases.run(arguments.subList(1, arguments.size()), out, err);
        }
        if (command.equals(CHECK_TABLES)) {
            return CheckTables.run(arguments.subList(1, arguments.size()), out, err);
        }
        if (command.equals(DECIDE)) {
            return DecideCommand.run(arguments.subList(1, arguments.size()), out, err);
        }
        if (command.equals(EXPORT_CASES)) {
            return ExportCases.run(arguments.subList(1, arguments.size()), out, err);
        }
        if (command.equals(MAKE_KEYS)) {
            return MakeKeys.run(arguments.subList(1, arguments.size()), out, err);
        }
        if (command.equals(REPLAY)) {
            return ReplayCommand.run(arguments.subList(1, arguments.size()), out, err);
        }
        if (PUBLISHING.contains(command)) {
            return PublicationCommands.run(command, arguments.subList(1, arguments.size()), out, err);
        }
        if (command.equals(ExportTables.NAME)) {
            return ExportTables.run(arguments.subList(1, arguments.size()), out, err);
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
        to.println("      java -jar yiban.jar " + DecideCommand.USAGE);
        to.println("      java -jar yiban.jar " + CheckCases.USAGE);
        to.println("      java -jar yiban.jar " + CheckTables.USAGE);
        to.println("      java -jar yiban.jar " + ExportCases.USAGE);
        to.println("      java -jar yiban.jar " + ReplayCommand.USAGE);
        to.println("      java -jar yiban.jar " + ExportTables.USAGE);
        to.println("      java -jar yiban.jar " + PublicationCommands.PUBLISH_USAGE);
        to.println("      java -jar yiban.jar " + PublicationCommands.PUBLICATIONS_USAGE);
        to.println("      java -jar yiban.jar " + PublicationCommands.WITHDRAW_USAGE);
        to.println("      java -jar yiban.jar " + MakeKeys.USAGE);
    }
}
