package org.yiban.backpay.calculator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is to be calculated.
 *
 * @param pools codes of the pools to be compared
 * @param identityNumber of somebody on record in pools of the asker's: months, bases and identity come from the
 *     record then, unless stated; may be left out
 * @param bornOn day of birth, by which ages and months are checked; may be left out
 * @param retirementKind a {@link org.yiban.backpay.years.RetirementKind}; empty: ORDINARY
 * @param facts those of {@code minimum-years} and {@code retirement-backpay}, without region and shortfall
 */
@Schema(description = "测算什么")
record CalculationRequest(
        @Schema(description = "一个或几个统筹区代码", example = "[\"220100\", \"371500\"]")
        List<String> pools,

        @Schema(description = "证件号码；填了，缴费月数、缴费基数、参保身份取登记。只能是本人岗位所在统筹区的参保人", nullable = true)
        String identityNumber,

        @Schema(description = "出生日期；填了的，核对退休年龄和月数。填了证件号码的取登记", nullable = true)
        LocalDate bornOn,

        @Schema(
                description = "退休类别；不填为正常退休",
                allowableValues = {"ORDINARY", "SPECIAL_WORK", "ILL_HEALTH"},
                nullable = true)
        String retirementKind,

        @Schema(
                description = "minimum-years 和 retirement-backpay 两类决策的事实（region 除外）；所差月数由年限算出，不能填写。quotedOn 不填为今天",
                example = "{\"sex\": \"MALE\", \"retirementAgeOn\": \"2025-12-15\", \"actualMonths\": 264}")
        Map<String, Object> facts) {}
