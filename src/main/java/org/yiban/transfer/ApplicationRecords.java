package org.yiban.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.IdentityNumber;
import org.yiban.person.keys.TextCipher;
import org.yiban.region.RegionCode;

/** The table of applications for transfers; agents' identity numbers are sealed. */
@Component
class ApplicationRecords {

    private static final String SEPARATOR = ";";

    private final JdbcClient jdbc;
    private final TextCipher cipher;

    ApplicationRecords(JdbcClient jdbc, TextCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * Keeps an application.
     *
     * @param agent the agent's identity number in full, {@code null} unless an agent applied
     */
    void add(Application application, IdentityNumber agent) {
        jdbc.sql("""
            insert into yiban.transfer_application (case_number, applicant, agent_name, agent_identity,
              agent_identity_masked, employer_name, registered_at_pool, corrects_case, materials_seen)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        application.caseNumber().value(),
                        application.applicant().name(),
                        application.agentName(),
                        agent == null ? null : cipher.encrypt(place(application.caseNumber()), agent.value()),
                        application.agentIdentityMasked(),
                        application.employerName(),
                        application.registeredAt().value(),
                        application.correctsCase() == null
                                ? null
                                : application.correctsCase().value(),
                        String.join(SEPARATOR, application.materialsSeen()))
                .update();
    }

    void seen(CaseNumber number, List<String> materials) {
        jdbc.sql("update yiban.transfer_application set materials_seen = ? where case_number = ?")
                .params(String.join(SEPARATOR, materials), number.value())
                .update();
    }

    /** The application of a case; empty on the transfer-out side, and for cases that an earlier release registered. */
    Optional<Application> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.transfer_application where case_number = ?")
                .param(number.value())
                .query(ApplicationRecords::application)
                .optional();
    }

    /** Who applied: the person, where an earlier release kept nothing. */
    ApplicantRole applicant(CaseNumber number) {
        return find(number).map(Application::applicant).orElse(ApplicantRole.SELF);
    }

    /** The cases that correct a completed one, oldest first. */
    List<CaseNumber> correcting(CaseNumber corrected) {
        return jdbc.sql("select case_number from yiban.transfer_application where corrects_case = ? order by"
                        + " case_number")
                .param(corrected.value())
                .query((row, i) -> new CaseNumber(row.getString(1)))
                .list();
    }

    private static String place(CaseNumber number) {
        return "yiban.transfer_application.agent_identity:" + number;
    }

    private static Application application(ResultSet row, int index) throws SQLException {
        String corrected = row.getString("corrects_case");
        return new Application(
                new CaseNumber(row.getString("case_number")),
                ApplicantRole.valueOf(row.getString("applicant")),
                row.getString("agent_name"),
                row.getString("agent_identity_masked"),
                row.getString("employer_name"),
                new RegionCode(row.getString("registered_at_pool")),
                corrected == null ? null : new CaseNumber(corrected),
                Stream.of(row.getString("materials_seen").split(SEPARATOR))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }
}
