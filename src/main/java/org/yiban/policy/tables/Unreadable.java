package org.yiban.policy.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in Chinese why a file is no table; the words of the XML parser or the engine stand behind it. */
final class Unreadable {

    private static final Pattern XML = Pattern.compile("Line=(\\d+): (.*)", Pattern.DOTALL);

    private Unreadable() {}

    /** The innermost cause says what is wrong and, of XML, in which line. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = String.valueOf(innermost.getMessage());
        Matcher xml = XML.matcher(message);
        return xml.find()
                ? "第 %s 行：XML 不完整或写法不对（%s）".formatted(xml.group(1), xml.group(2))
                : "不是有效的 DMN（%s）".formatted(message);
    }
}
