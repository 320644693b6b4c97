package org.yiban.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Submissions;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Registers applications to move a relation to a pool served here (转入申请). */
@Component
public class RegisteringTransfers {

    private final Access access;
    private final Regions regions;
    private final TransferPools pools;
    private final People people;
    private final ReadingTransferApplications reading;
    private final Submissions submissions;
    private final Cases cases;
    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final SettlingDeaths deaths;
    private final TransferProcess process;

    RegisteringTransfers(
            Access access,
            Regions regions,
            TransferPools pools,
            People people,
            ReadingTransferApplications reading,
            Submissions submissions,
            Cases cases,
            TransferRecords records,
            ApplicationRecords applications,
            SettlingDeaths deaths,
            TransferProcess process) {
        this.access = access;
        this.regions = regions;
        this.pools = pools;
        this.people = people;
        this.reading = reading;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.applications = applications;
        this.deaths = deaths;
        this.process = process;
    }

    /**
     * Registers an application and starts its process, in one transaction.
     *
     * @param key one for each application; the same application sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Registration register(TransferApplication stated, String key) {
        ReadApplication application = reading.read(stated);
        CurrentUser user = registrar(application.to());
        Person person = onRecord(application);
        if (application.appliedOn().isBefore(person.bornOn())) {
            throw ProblemException.invalid("appliedOn", application.appliedOn().toString(), "不能早于出生日期");
        }
        String content = application.content(person.id());
        Optional<CaseNumber> earlier = submissions.earlier(user.id(), key, content);
        if (earlier.isPresent()) {
            return new Registration(cases.require(earlier.get()), false);
        }
        refuseSecond(application, person, user);
        checkCorrected(application, person);
        CaseNumber number = open(application, person, application.to().pool(), user.id());
        submissions.remember(user.id(), key, content, number);
        process.startTransferIn(number, application.to().pool());
        deaths.endByRecord(number);
        return new Registration(cases.require(number), true);
    }

    private CaseNumber open(ReadApplication application, Person person, RegionCode registeredAt, String by) {
        CaseFile opened = cases.open(CaseKind.TRANSFER_IN, application.to().pool(), person.id(), by);
        CaseNumber number = opened.number();
        records.add(Transfer.begun(
                number,
                Side.IN,
                UUID.randomUUID(),
                person.id(),
                application.identity(),
                application.fromScheme(),
                application.from().code(),
                application.from().pool(),
                application.to().code(),
                application.to().pool(),
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
                CasePart.REGISTER,
                "登记转移接续申请（申请人：" + application.applicant().title() + "）",
                by);
        if (application.correctsCase() != null) {
            cases.note(number, "corrects", null, "更正已办结的案件 " + application.correctsCase(), null);
            cases.note(application.correctsCase(), "corrected", null, "另行登记更正案件 " + number, by);
        }
        return number;
    }

    private CurrentUser registrar(Region to) {
        CurrentUser user = access.current();
        if (!user.has(Role.INTAKE, to.pool())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "toRegion",
                    to.code().value(),
                    "您不是" + regions.fullName(to.pool()) + "的登记员，不能登记转入该地的申请");
        }
        return user;
    }

    private void refuseSecond(ReadApplication application, Person person, CurrentUser user) {
        records.lockOpen(person.id(), Side.IN).ifPresent(open -> {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "identityNumber",
                    application.number().masked(),
                    "此人已有一件办理中的转移" + (user.casePools().contains(open.toPool()) ? "（" + open.caseNumber() + "）" : "")
                            + "，办结或撤回后才能再申请");
        });
    }

    private void checkCorrected(ReadApplication application, Person person) {
        if (application.correctsCase() == null) {
            return;
        }
        boolean fits = cases.find(application.correctsCase())
                .filter(file -> file.kind() == CaseKind.TRANSFER_IN && file.state() == CaseState.COMPLETED)
                .map(file -> records.require(file.number()))
                .filter(corrected -> corrected.personId() == person.id()
                        && corrected.fromPool().equals(application.from().pool())
                        && corrected.toPool().equals(application.to().pool())
                        && corrected.fromScheme() == application.fromScheme()
                        && corrected.toScheme() == Transfer.schemeOf(application.identity()))
                .isPresent();
        if (!fits) {
            throw ProblemException.invalid(
                    "correctsCase", application.correctsCase().value(), "应为此人在同样两个统筹区之间、同样险种的已办结转入案件");
        }
    }

    private Person onRecord(ReadApplication application) {
        if (pools.elsewhere(application.from().pool())) {
            return people.putOnRecord(application.number(), application.name());
        }
        return people.find(application.number())
                .filter(person -> person.name().equals(application.name()))
                .orElseThrow(() -> ProblemException.invalid(
                        "identityNumber", application.number().masked(), "没有查到此人的参保登记，或姓名与登记不符；请核对证件号码和姓名"));
    }

    /**
     * What came of a registration.
     *
     * @param created {@code false} if the same application had been registered before
     */
    public record Registration(CaseFile caseFile, boolean created) {}
}
