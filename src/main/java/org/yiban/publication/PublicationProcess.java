package org.yiban.publication;

import java.util.Collection;
import org.yiban.policy.register.Publication;

/** The process by which a second analyst confirms; joins the caller's transaction. */
public interface PublicationProcess {

    /**
     * Asks the analysts.
     *
     * @param analysts the groups one of whose members may decide
     */
    void start(Publication publication, Collection<String> analysts);

    /**
     * The publication that an open task is about, if the person may see it.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND
     */
    long publicationOf(String taskId);

    /**
     * Completes the open task of a publication in the person's name.
     *
     * @throws org.yiban.kernel.ProblemException FORBIDDEN if another person has claimed it
     */
    void decide(Publication publication, boolean confirmed);

    /** Ends the process, because what was asked for is taken back. */
    void takeBack(Publication publication);
}
