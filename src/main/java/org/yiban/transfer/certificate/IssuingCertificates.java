package org.yiban.transfer.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.RunningNumbers;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.person.ContributionMonth;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.policy.settings.SchemeStarts;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;
import org.yiban.transfer.CanonicalDigest;
import org.yiban.transfer.MonthPeriod;
import org.yiban.transfer.NamingPeople;
import org.yiban.transfer.PrintedDocument;
import org.yiban.transfer.StatedMonth;
import org.yiban.transfer.balance.StatedBalances;
import org.yiban.transfer.certificate.Certificates.Certificate;

/**
 * Issues enrolment certificates at the counter: what a pool has on record of a person, signed and stamped on paper, with a
 * digest. The same record stated again on the same day for the same purpose is the same certificate.
 */
@Component
public class IssuingCertificates {

    private static final String TITLE = "参保凭证";
    private static final String LETTERS = "PZ";
    private static final Role[] ISSUING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final Certificates certificates;
    private final People people;
    private final StatedBalances balances;
    private final NamingPeople naming;
    private final SchemeStarts schemeStarts;
    private final RunningNumbers numbers;
    private final Regions regions;
    private final ServedPools served;
    private final BusinessTime time;
    private final ObjectMapper json;

    IssuingCertificates(
            Access access,
            Certificates certificates,
            People people,
            StatedBalances balances,
            NamingPeople naming,
            SchemeStarts schemeStarts,
            RunningNumbers numbers,
            Regions regions,
            ServedPools served,
            BusinessTime time,
            ObjectMapper json) {
        this.access = access;
        this.certificates = certificates;
        this.people = people;
        this.balances = balances;
        this.naming = naming;
        this.schemeStarts = schemeStarts;
        this.numbers = numbers;
        this.regions = regions;
        this.served = served;
        this.time = time;
        this.json = json;
    }

    /**
     * What came of a request.
     *
     * @param created {@code false} if the same certificate had been issued before on that day
     */
    public record Issued(PrintedDocument certificate, boolean created) {}

    /**
     * Issues a certificate of the months and relations that the pool has on record.
     *
     * @throws ProblemException INVALID_INPUT naming every field that is wrong, FORBIDDEN for who works in another pool
     */
    @Transactional
    public Issued issue(CertificateRequest request) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse("identityNumber", request.identityNumber()));
        String name = violations.collect(() -> FreeText.required("name", request.name()));
        String purpose = violations.collect(() -> FreeText.required("purpose", request.purpose()));
        RegionCode pool = violations.collect(() -> pool(request.pool()));
        violations.throwIfAny();
        CurrentUser user = access.require(pool, ISSUING);
        Person person = onRecord(number, name, pool);
        certificates.lock(person.id());
        CertificateDocument draft = draft(person, pool);
        OffsetDateTime today = time.today().atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
        Optional<Certificate> earlier = certificates.since(today, person.id(), pool).stream()
                .filter(known -> known.purpose().equals(purpose)
                        && read(known.document()).saysTheSame(draft))
                .findFirst();
        if (earlier.isPresent()) {
            return new Issued(printed(earlier.get()), false);
        }
        ObjectNode document = json.valueToTree(draft);
        document.put("number", numbers.next(LETTERS, pool).value());
        Certificate certificate = new Certificate(
                document.path("number").asText(),
                pool,
                person.id(),
                purpose,
                user.id(),
                draft.issuedAt(),
                CanonicalDigest.seal(document));
        certificates.add(certificate);
        return new Issued(printed(certificate), true);
    }

    /** @throws ProblemException NOT_FOUND if the pools of the caller have issued none of that number */
    @Transactional(readOnly = true)
    public PrintedDocument printed(String number) {
        return printed(require(number));
    }

    /**
     * The document, which names the person in full; that it was given stands in the audit trail.
     *
     * @param reason why it is needed, never blank
     */
    @Transactional
    public JsonNode document(String number, String reason) {
        Certificate certificate = require(number);
        String why = FreeText.required("reason", reason);
        people.revealIdentityNumber(certificate.personId(), "取得参保凭证全文（" + number + "）：" + why);
        return certificate.document();
    }

    private Certificate require(String number) {
        CurrentUser user = access.current();
        return certificates
                .find(number)
                .filter(found -> user.casePools().contains(found.pool()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "number", number, "没有这份参保凭证"));
    }

    private RegionCode pool(String code) {
        RegionCode pool = regions.requirePool("pool", code).code();
        if (!served.contains(pool)) {
            throw ProblemException.invalid("pool", code, regions.fullName(pool) + "不在本平台经办范围");
        }
        return pool;
    }

    private Person onRecord(IdentityNumber number, String name, RegionCode pool) {
        return people.find(number)
                .filter(person -> person.name().equals(name))
                .filter(person -> people.enrolments(person.id()).stream()
                                .anyMatch(enrolment -> enrolment.pool().equals(pool))
                        || !people.months(person.id(), pool).isEmpty())
                .orElseThrow(() -> ProblemException.invalid(
                        "identityNumber", number.masked(), "没有查到此人在本统筹区的参保登记，或姓名与登记不符；请核对证件号码和姓名"));
    }

    private CertificateDocument draft(Person person, RegionCode pool) {
        List<ContributionMonth> months = people.months(person.id(), pool);
        int deemed =
                (int) months.stream().filter(m -> m.kind() == MonthKind.DEEMED).count();
        return new CertificateDocument(
                "urn:yiban:schema:" + CertificateDocument.SCHEMA,
                null,
                pool.value(),
                time.now().toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS),
                naming.name(person.id(), "出具参保凭证，须写明参保人"),
                people.enrolments(person.id()).stream()
                        .filter(enrolment -> enrolment.pool().equals(pool))
                        .map(CertificateDocument.Relation::of)
                        .toList(),
                schemeStarts.of(pool).orElse(null),
                months.stream().map(StatedMonth::of).toList(),
                months.size() - deemed,
                deemed,
                CertificateDocument.text(balances.of(person.id(), pool).orElse(null)),
                null);
    }

    private PrintedDocument printed(Certificate certificate) {
        CertificateDocument document = read(certificate.document());
        List<ContributionMonth> months = document.months().stream()
                .map(month -> month.toMonth(certificate.personId(), certificate.pool()))
                .toList();
        return new PrintedDocument(
                TITLE,
                certificate.number(),
                null,
                regions.fullName(certificate.pool()),
                null,
                certificate.purpose(),
                people.require(certificate.personId()),
                certificate.issuedAt(),
                document.schemeStart(),
                document.enrolments().stream()
                        .map(relation -> new PrintedDocument.Relation(
                                relation.scheme().name(),
                                relation.identity().name(),
                                relation.from(),
                                relation.until()))
                        .toList(),
                MonthPeriod.of(months).stream()
                        .map(period -> PrintedDocument.Period.of(period, regions.fullName(period.paidIn())))
                        .toList(),
                document.paidMonths(),
                document.deemedMonths(),
                document.balance() == null ? null : new BigDecimal(document.balance()),
                null,
                document.digest(),
                CertificateDocument.SCHEMA);
    }

    private CertificateDocument read(JsonNode document) {
        try {
            return json.treeToValue(document, CertificateDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
