package org.yiban.transfer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Registration;
import org.yiban.casework.Submissions;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Registers applications to move a relation (转移接续申请), at either end. */
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
    private final OpeningTransfersIn opening;
    private final HandingOverApplications handingOver;

    RegisteringTransfers(
            Access access,
            Regions regions,
            TransferPools pools,
            People people,
            ReadingTransferApplications reading,
            Submissions submissions,
            Cases cases,
            TransferRecords records,
            OpeningTransfersIn opening,
            HandingOverApplications handingOver) {
        this.access = access;
        this.regions = regions;
        this.pools = pools;
        this.people = people;
        this.reading = reading;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.opening = opening;
        this.handingOver = handingOver;
    }

    /**
     * Registers an application and starts its process, in one transaction.
     *
     * @param key one for each application; the same application sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Received register(TransferApplication stated, String key) {
        ReadApplication application = reading.read(stated);
        CurrentUser user = registrar(application);
        Person person = onRecord(application);
        if (application.appliedOn().isBefore(person.bornOn())) {
            throw ProblemException.invalid("appliedOn", application.appliedOn().toString(), "不能早于出生日期");
        }
        if (!user.has(Role.INTAKE, application.to().pool())) {
            return new Received(null, handingOver.handOver(application, person, user, key));
        }
        String content = application.content(person.id());
        Optional<CaseNumber> earlier = submissions.earlier(user.id(), key, content);
        if (earlier.isPresent()) {
            return new Received(new Registration(cases.require(earlier.get()), false), null);
        }
        refuseSecond(application, person, user);
        checkCorrected(application, person);
        CaseNumber number = opening.open(
                UUID.randomUUID(), application, person, application.to().pool(), user.id());
        submissions.remember(user.id(), key, content, number);
        return new Received(new Registration(cases.require(number), true), null);
    }

    /** Clerks register at either end; at the transfer-out side, the application goes to the other end. */
    private CurrentUser registrar(ReadApplication application) {
        CurrentUser user = access.current();
        RegionCode to = application.to().pool();
        RegionCode from = application.from().pool();
        if (!user.has(Role.INTAKE, to) && (!user.has(Role.INTAKE, from) || pools.elsewhere(from) || from.equals(to))) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "toRegion",
                    application.to().code().value(),
                    "您不是" + regions.fullName(to) + "或" + regions.fullName(from) + "的登记员，不能登记这项转移申请");
        }
        if (!user.has(Role.INTAKE, to) && application.correctsCase() != null) {
            throw ProblemException.invalid(
                    "correctsCase", application.correctsCase().value(), "更正由转入地登记");
        }
        return user;
    }

    private void refuseSecond(ReadApplication application, Person person, CurrentUser user) {
        opening.lockOpen(person).ifPresent(open -> {
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
     * What came of an application.
     *
     * @param registration the case; {@code null} if the application was handed over to the transfer-in side
     * @param handedOver that it was; {@code null} if there is a case
     */
    public record Received(Registration registration, HandedOver handedOver) {}
}
