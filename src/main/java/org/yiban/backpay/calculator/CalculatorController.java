package org.yiban.backpay.calculator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.backpay.calculator.Calculation.OpenFact;
import org.yiban.region.ServedPools;

/** The calculator of retirement over HTTP: for anyone who works here, without a case; what was calculated is not stored. */
@RestController
@RequestMapping("/api/backpays/calculation")
@Tag(name = "退休缴费年限")
class CalculatorController {

    private final Calculating calculating;
    private final ServedPools served;

    CalculatorController(Calculating calculating, ServedPools served) {
        this.calculating = calculating;
        this.served = served;
    }

    @GetMapping
    @Operation(summary = "测算可以填写的事实，和本系统服务的统筹区")
    Offered offered() {
        return new Offered(
                served.all().stream()
                        .map(pool -> new PoolName(pool.code().value(), pool.name()))
                        .toList(),
                calculating.declared().stream()
                        .map(fact ->
                                new OpenFact(fact.name(), fact.label(), fact.type(), fact.choices(), fact.allowed()))
                        .toList());
    }

    @PostMapping
    @Operation(
            summary = "测算：差多少年限，各种办法要多少钱，几个统筹区并列",
            description = "不立案，不保存测算；填了证件号码的，查看登记记入审计。还缺的事实在 open 里逐项列出，补齐再问；文件没有规定的转人工（REFER），不猜。证件号码只放在正文里。")
    Calculation calculate(@RequestBody CalculationRequest request) {
        return calculating.calculate(request);
    }

    /** What can be asked. */
    record Offered(List<PoolName> pools, List<OpenFact> facts) {}

    record PoolName(String code, String name) {}
}
