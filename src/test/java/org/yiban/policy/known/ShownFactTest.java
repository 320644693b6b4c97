package org.yiban.policy.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.policy.FactType;

class ShownFactTest {

    private static final List<ShownFact> FACTS = List.of(
            fact("sex", "性别", "FEMALE", "女"),
            fact("actualMonths", "实际缴费月数", "345", "345"),
            fact("movedFrom", "转入情况", null, null));
    private static final List<ShownFact> BEFORE =
            List.of(fact("sex", "性别", "MALE", "男"), fact("movedFrom", "转入情况", "JILIN", "吉林省"));

    @Test
    void whatWasCorrectedIsSaidInTheWordsThatPeopleRead() {
        List<Correction> corrections =
                List.of(new Correction("sex", "FEMALE", "见档案第3页。"), new Correction("movedFrom", null, "没有凭据"));

        assertThat(ShownFact.said(BEFORE, FACTS, corrections)).isEqualTo("，更正：性别改为女（见档案第3页）；转入情况改为不填（没有凭据）");
    }

    @Test
    void whatNobodyKnewBeforeIsStatedNotCorrected() {
        List<Correction> corrections =
                List.of(new Correction("actualMonths", "345", "见存折"), new Correction("sex", "FEMALE", "见档案第3页"));

        assertThat(ShownFact.said(BEFORE, FACTS, corrections)).isEqualTo("，更正：性别改为女（见档案第3页），填写：实际缴费月数为345（见存折）");
        assertThat(ShownFact.said(
                        List.of(fact("actualMonths", "实际缴费月数", null, null)), FACTS, corrections.subList(0, 1)))
                .isEqualTo("，填写：实际缴费月数为345（见存折）");
    }

    @Test
    void nothingIsSaidWhereNothingWasCorrected() {
        assertThat(ShownFact.said(FACTS, FACTS, null)).isEmpty();
        assertThat(ShownFact.said(FACTS, FACTS, List.of())).isEmpty();
    }

    private static ShownFact fact(String name, String label, String value, String shown) {
        return new ShownFact(name, label, value, shown, "登记", true, FactType.CHOICE, Map.of());
    }
}
