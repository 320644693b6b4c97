package org.yiban.payment.files;

import java.util.ArrayList;
import java.util.List;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;

/** Collects what is wrong with a file, row by row; of very many defects the first are named and the rest counted. */
public final class FileDefects {

    private static final int MOST = 50;

    private final List<Violation> found = new ArrayList<>();
    private int more;

    /** Notes a defect of the file as a whole. */
    public FileDefects ofFile(String value, String message) {
        return add(new Violation("file", value, message));
    }

    /** Notes a defect of a row. */
    public FileDefects ofRow(int row, String value, String message) {
        return add(new Violation("row:" + row, value, "第 " + row + " 笔：" + message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Refuses the file if anything was found.
     *
     * @throws ProblemException INVALID_INPUT
     */
    public void throwIfAny() {
        if (more > 0) {
            found.add(new Violation("file", null, "另有 " + more + " 处错误没有列出"));
        }
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }

    private FileDefects add(Violation violation) {
        if (found.size() < MOST) {
            found.add(violation);
        } else {
            more++;
        }
        return this;
    }
}
