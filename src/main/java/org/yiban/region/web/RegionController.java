package org.yiban.region.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.region.Region;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Look-up of divisions and pools for forms. */
@RestController
@Tag(name = "地区")
@RequestMapping("/api/regions")
class RegionController {

    private static final int MOST_MATCHES = 20;

    private final Regions regions;
    private final ServedPools served;

    RegionController(Regions regions, ServedPools served) {
        this.regions = regions;
        this.served = served;
    }

    /** At most twenty divisions that match a name or code, best first; with {@code poolsOnly} the pools they belong to. */
    @GetMapping
    @Operation(summary = "按名称或代码查找地区")
    List<RegionView> search(
            @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "false") boolean poolsOnly) {
        List<Region> found = poolsOnly ? regions.searchPools(query, MOST_MATCHES) : regions.search(query, MOST_MATCHES);
        return found.stream().map(this::view).toList();
    }

    /** One division; refused with the field {@code code} if there is none of that code. */
    @GetMapping("/{code}")
    @Operation(summary = "一个地区")
    RegionView one(@PathVariable String code) {
        return view(regions.require("code", code));
    }

    private RegionView view(Region region) {
        return RegionView.of(region, regions, served);
    }
}
