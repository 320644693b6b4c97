package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

@YibanTest
class PersonalAccountsTest {

    private static final RegionCode TIELING = new RegionCode("211200");

    @Autowired
    People people;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    PeopleImport peopleImport;

    private final String reference = UUID.randomUUID().toString();
    private long person;

    @BeforeEach
    void anAccountOf150Yuan() {
        person = holder("150.00");
    }

    @Test
    void noMoreIsRecoveredThanStandsInTheAccount() {
        assertThat(accounts.recover(person, TIELING, new BigDecimal("210.00"), reference))
                .isEqualTo(new BigDecimal("150.00"));
        assertThat(accounts.balance(person, TIELING)).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void theSameReferenceTakesNothingMore() {
        accounts.recover(person, TIELING, new BigDecimal("100.00"), reference);

        assertThat(accounts.recover(person, TIELING, new BigDecimal("100.00"), reference))
                .isEqualTo(new BigDecimal("100.00"));
        assertThat(accounts.balance(person, TIELING)).isEqualTo(new BigDecimal("50.00"));
    }

    @Test
    void aReferenceServesOneAccountOnly() {
        accounts.recover(person, TIELING, BigDecimal.ONE, reference);
        long other = holder("20.00");

        assertThatThrownBy(() -> accounts.recover(other, TIELING, BigDecimal.ONE, reference))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("另一个个人账户");
    }

    @Test
    void withoutAnAccountNothingIsThereAndNothingIsRecovered() {
        RegionCode elsewhere = new RegionCode("371500");

        assertThat(accounts.balance(person, elsewhere)).isEqualTo(new BigDecimal("0.00"));
        assertThat(accounts.recover(person, elsewhere, BigDecimal.TEN, reference))
                .isEqualTo(new BigDecimal("0.00"));
    }

    private long holder(String balance) {
        IdentityNumber number = FictitiousPerson.man();
        peopleImport.load(
                new CsvFiles()
                        .person(number, "虚构·账户")
                        .employee(number, "211200", "2020-01-01")
                        .account(number.value() + ",211200," + balance + ",2026-01-31")
                        .build(),
                "test",
                pool -> true);
        return people.find(number).orElseThrow().id();
    }
}
