package org.yiban.web;

import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.yiban.kernel.ProblemException;

/** Writes refusals as problem details. */
public final class Problems {

    private Problems() {}

    /** The problem-details body of a refusal: kind, Chinese detail and every violation. */
    public static ProblemDetail of(ProblemException refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(refusal.kind().status()), refusal.getMessage());
        problem.setType(URI.create("urn:yiban:problem:" + refusal.kind().slug()));
        problem.setTitle(refusal.kind().title());
        if (!refusal.violations().isEmpty()) {
            problem.setProperty("violations", refusal.violations());
        }
        return problem;
    }
}
