package org.yiban.desk.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiban.access.Access;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.IdentityNumber;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.PeopleFiles;
import org.yiban.person.PeopleImport;
import org.yiban.person.PeopleImported;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** People for staff. Identity numbers travel in bodies only: an address ends up in logs. */
@RestController
@RequestMapping("/api/people")
@Tag(name = "参保人")
class PeopleController {

    private static final byte[] NOT_GIVEN = {};

    private final People people;
    private final Payments payments;
    private final PeopleImport peopleImport;
    private final PeopleWalls walls;
    private final Access access;
    private final Regions regions;

    PeopleController(
            People people,
            Payments payments,
            PeopleImport peopleImport,
            PeopleWalls walls,
            Access access,
            Regions regions) {
        this.people = people;
        this.payments = payments;
        this.peopleImport = peopleImport;
        this.walls = walls;
        this.access = access;
        this.regions = regions;
    }

    @PostMapping("/search")
    @Operation(
            summary = "按证件号码查找参保人",
            description = "本统筹区的参保人只需证件号码；其他统筹区的须同时提供相符的姓名，此时返回其全部参保关系。缴费只返回本统筹区的。查无此人、姓名不符、无权知晓，一律为404。")
    PersonView search(@RequestBody SearchRequest request) {
        Set<RegionCode> pools = walls.poolsOfCaller();
        IdentityNumber number = IdentityNumber.parse("identityNumber", request.identityNumber());
        boolean named = request.name() != null && !request.name().isBlank();
        Person person = people.find(number)
                .filter(found -> !named || found.name().equals(request.name().strip()))
                .filter(found -> named || walls.within(pools, found.id()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND,
                        "identityNumber",
                        number.masked(),
                        "没有找到；请核对证件号码和姓名。其他统筹区的参保人须同时提供相符的姓名"));
        return PersonView.of(
                person,
                people.enrolments(person.id()),
                pool -> named || pools.contains(pool),
                payments.ofAll(Set.of(person.id())).getOrDefault(person.id(), List.of()).stream()
                        .filter(payment -> pools.contains(payment.pool()))
                        .toList(),
                regions);
    }

    @PostMapping("/{id}/identity-number")
    @Operation(summary = "查看完整证件号码", description = "须说明原因；何人、何时、因何查看均记入审计。")
    RevealedNumber reveal(@PathVariable long id, @RequestBody RevealRequest request) {
        if (!walls.within(walls.poolsOfCaller(), id)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "没有这位参保人");
        }
        return new RevealedNumber(people.revealIdentityNumber(id, request.reason()));
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "导入参保人、参保关系、缴费月份、缴费、个人账户（CSV）",
            description = "格式见 docs/people-csv.md。主管导入本统筹区的数据；全部校验通过才导入，重复导入同样内容不改变任何数据。")
    PeopleImported load(
            @RequestPart(name = "people", required = false) MultipartFile peopleFile,
            @RequestPart(name = "enrolments", required = false) MultipartFile enrolmentsFile,
            @RequestPart(name = "months", required = false) MultipartFile monthsFile,
            @RequestPart(name = "payments", required = false) MultipartFile paymentsFile,
            @RequestPart(name = "accounts", required = false) MultipartFile accountsFile)
            throws IOException {
        Set<RegionCode> pools = walls.supervisedPools();
        PeopleFiles files = new PeopleFiles(
                content(peopleFile),
                content(enrolmentsFile),
                content(monthsFile),
                content(paymentsFile),
                content(accountsFile));
        return peopleImport.load(files, access.current().id(), pools::contains);
    }

    private static byte[] content(MultipartFile file) throws IOException {
        return file == null ? NOT_GIVEN : file.getBytes();
    }

    record SearchRequest(
            @Schema(description = "证件号码（全号）") String identityNumber,

            @Schema(description = "姓名；查找其他统筹区的参保人时必填", nullable = true)
            String name) {}

    record RevealRequest(@Schema(description = "查看原因") String reason) {}

    record RevealedNumber(String identityNumber) {}
}
