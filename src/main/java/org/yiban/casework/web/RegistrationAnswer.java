package org.yiban.casework.web;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.yiban.casework.Registration;
import org.yiban.kernel.CaseNumber;

/** The answer to a request that opens a case. */
public final class RegistrationAnswer {

    private RegistrationAnswer() {}

    /**
     * 201 with the address of the new case, or 200 if the same request had opened it before.
     *
     * @param path of the cases of this kind, without a slash at its end
     * @param show the case as it stands now
     */
    public static <V> ResponseEntity<V> of(String path, Registration registration, Function<CaseNumber, V> show) {
        CaseNumber number = registration.caseFile().number();
        V view = show.apply(number);
        return registration.created()
                ? ResponseEntity.created(URI.create(path + "/" + number)).body(view)
                : ResponseEntity.ok(view);
    }
}
