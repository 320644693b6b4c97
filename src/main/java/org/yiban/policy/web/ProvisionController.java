package org.yiban.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.Policies;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Provision;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** The provisions that people may cite. */
@RestController
@RequestMapping("/api/provisions")
@Tag(name = "政策决策")
class ProvisionController {

    private static final String NATIONWIDE = "000000";

    private final Policies policies;
    private final Regions regions;

    ProvisionController(Policies policies, Regions regions) {
        this.policies = policies;
        this.regions = regions;
    }

    /** Those of the pool itself first, then its province's, then the country's; {@code pool} is refused if it is no pool. */
    @GetMapping
    @Operation(summary = "对一个统筹区有约束力的文件的条款")
    List<CitedProvision> binding(@Parameter(description = "统筹区的六位代码", example = "371500") @RequestParam String pool) {
        RegionCode code = regions.requirePool("pool", pool).code();
        return policies.cite(Stream.of(code.value(), regions.provinceOf(code).value(), NATIONWIDE)
                .distinct()
                .flatMap(this::documentsOf)
                .flatMap(document -> document.provisions().stream())
                .map(Provision::id)
                .toList());
    }

    private Stream<Document> documentsOf(String area) {
        return policies.sources().documents().stream()
                .filter(document -> document.jurisdiction().equals(area));
    }
}
