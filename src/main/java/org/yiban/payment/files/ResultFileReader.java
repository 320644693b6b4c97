package org.yiban.payment.files;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.OrderState;

/** Reads result files, whole or not at all. */
public final class ResultFileReader {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final int LONGEST_REASON = 300;

    private ResultFileReader() {}

    /**
     * Reads a file of either format.
     *
     * @throws ProblemException INVALID_INPUT naming every defect by its row
     */
    public static ResultFile read(byte[] content) {
        String text = text(content);
        FileDefects defects = new FileDefects();
        ResultFile file = text.stripLeading().startsWith("<")
                ? new Pain002(defects).read(text)
                : new ResultCsv(defects).read(text);
        if (defects.isEmpty()) {
            requireEachOrderOnce(file.rows(), defects);
        }
        defects.throwIfAny();
        return file;
    }

    /** The amount that a cell or element states; {@code null}, and a defect, if it is none. */
    static BigDecimal amount(int row, String text, FileDefects defects) {
        if (text == null || !AMOUNT.matcher(text).matches()) {
            defects.ofRow(row, text, "金额应为不超过两位小数的数字，单位元");
            return null;
        }
        return new BigDecimal(text).setScale(2);
    }

    /** What is wrong where a payment that was not made has no reason, or one too long to keep. */
    static String reason(int row, OrderState state, String reason, FileDefects defects) {
        String stripped = reason == null || reason.isBlank() ? null : reason.strip();
        if (state == OrderState.PAID) {
            return null;
        }
        if (stripped == null) {
            defects.ofRow(row, null, "被退回或结果不明的，须写明原因");
        } else if (stripped.length() > LONGEST_REASON) {
            return stripped.substring(0, LONGEST_REASON);
        }
        return stripped;
    }

    private static String text(byte[] content) {
        if (content == null || content.length == 0) {
            throw ProblemException.invalid("file", null, "文件是空的");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("file", null, "文件应为 UTF-8 编码");
        }
    }

    private static void requireEachOrderOnce(List<ResultRow> rows, FileDefects defects) {
        if (rows.isEmpty()) {
            defects.ofFile(null, "文件中没有逐笔结果");
        }
        Set<String> seen = new HashSet<>();
        for (ResultRow row : rows) {
            if (!seen.add(row.order())) {
                defects.ofRow(row.number(), row.order(), "付款单 " + row.order() + " 在文件中重复出现");
            }
        }
    }
}
