package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.person.Person;

/** Keeps out service that cannot have been: before somebody may work, in the future, ending before it begins. */
@Component
class ServiceChecks {

    private final RetirementAges ages;
    private final BusinessTime time;

    ServiceChecks(RetirementAges ages, BusinessTime time) {
        this.ages = ages;
        this.time = time;
    }

    /** @param prefix what the fields are named after: {@code services[0].from} for {@code services} */
    void check(String prefix, List<StatedService> services, Person person, Violations violations) {
        for (int i = 0; i < services.size(); i++) {
            check("%s[%d].".formatted(prefix, i), services.get(i), person, violations);
        }
    }

    private void check(String field, StatedService service, Person person, Violations violations) {
        if (service.ground() == null) {
            violations.add(field + "ground", null, "请选择认定事由");
        }
        violations.collect(() -> FreeText.required(field + "evidence", service.evidence()));
        YearMonth from = service.from();
        YearMonth to = service.to();
        if (from == null) {
            violations.add(field + "from", null, "请填写起始月，格式为 年-月，例如 1985-07");
        }
        if (to == null) {
            violations.add(field + "to", null, "请填写终止月，格式为 年-月，例如 2000-11");
        }
        if (from == null || to == null) {
            return;
        }
        YearMonth working = ages.workingSince(person.bornOn());
        if (from.isBefore(YearMonth.from(person.bornOn()))) {
            violations.add(
                    field + "from", from.toString(), "不能早于出生月（" + Written.month(YearMonth.from(person.bornOn())) + "）");
        } else if (from.isBefore(working)) {
            violations.add(field + "from", from.toString(), "不能早于可以开始工作的月份（" + Written.month(working) + "，由本机构设置）");
        }
        if (to.isBefore(from)) {
            violations.add(field + "to", to.toString(), "不能早于起始月（" + Written.month(from) + "）");
        }
        YearMonth now = YearMonth.from(time.today());
        if (to.isAfter(now)) {
            violations.add(field + "to", to.toString(), "不能晚于本月（" + Written.month(now) + "）");
        }
        if (service.governmentPlacementOn() != null
                && service.governmentPlacementOn().isAfter(time.today())) {
            violations.add(
                    field + "governmentPlacementOn",
                    service.governmentPlacementOn().toString(),
                    "不能晚于今天（" + time.today() + "）");
        }
    }
}
