package org.yiban.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;

/** Opens the case of the transfer-in side, whichever counter took the application. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpeningTransfersIn {

    private final Cases cases;
    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final SettlingDeaths deaths;
    private final TransferProcess process;

    OpeningTransfersIn(
            Cases cases,
            TransferRecords records,
            ApplicationRecords applications,
            SettlingDeaths deaths,
            TransferProcess process) {
        this.cases = cases;
        this.records = records;
        this.applications = applications;
        this.deaths = deaths;
        this.process = process;
    }

    /** The person's open transfer, with others who would open one held back. */
    Optional<Transfer> lockOpen(Person person) {
        return records.lockOpen(person.id(), Side.IN);
    }

    /**
     * Opens the case and starts its process.
     *
     * @param registeredAt the pool whose counter took the application
     * @param by user id of who registered it; {@code null} where another counter did
     */
    CaseNumber open(UUID conversation, ReadApplication application, Person person, RegionCode registeredAt, String by) {
        RegionCode pool = application.to().pool();
        CaseFile opened = cases.open(CaseKind.TRANSFER_IN, pool, person.id(), by == null ? "system" : by);
        CaseNumber number = opened.number();
        records.add(Transfer.begun(
                number,
                Side.IN,
                conversation,
                person.id(),
                application.identity(),
                application.fromScheme(),
                application.from().code(),
                application.from().pool(),
                application.to().code(),
                pool,
                application.appliedOn(),
                null,
                application.contactPhone()));
        applications.add(
                new Application(
                        number,
                        application.applicant(),
                        application.agentName(),
                        application.agent() == null ? null : application.agent().masked(),
                        application.employerName(),
                        registeredAt,
                        application.correctsCase(),
                        List.of()),
                application.agent());
        cases.note(
                number,
                "registered",
                by == null ? null : CasePart.REGISTER,
                (by == null ? "收到转出地代收的转移接续申请（申请人：" : "登记转移接续申请（申请人：")
                        + application.applicant().title() + "）",
                by);
        if (application.correctsCase() != null) {
            cases.note(number, "corrects", null, "更正已办结的案件 " + application.correctsCase(), null);
            cases.note(application.correctsCase(), "corrected", null, "另行登记更正案件 " + number, by);
        }
        process.startTransferIn(number, pool);
        deaths.endByRecord(number);
        return number;
    }
}
