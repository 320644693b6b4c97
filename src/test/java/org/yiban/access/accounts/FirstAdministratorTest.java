package org.yiban.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdministratorTest {

    private final Accounts accounts = mock(Accounts.class);

    @Test
    void theAccountTheEnvironmentNamesBecomesAdministrator() {
        // when
        new FirstAdministrator(accounts, "wanglei", "correct-horse-battery").ensure();

        // then
        verify(accounts).ensureUser("wanglei", "wanglei", null, "correct-horse-battery", "camunda-admin");
    }

    @Test
    void whereThereIsAnAdministratorTheEnvironmentIsNotLookedAt() {
        // given
        when(accounts.hasAdministrator()).thenReturn(true);

        // when
        new FirstAdministrator(accounts, "", "").ensure();

        // then
        verify(accounts, never()).ensureUser(any(), any(), any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "wanglei, ''",
        "'', correct-horse-battery",
        "wanglei, elevenchars",
        "wanglei, my-name-is-WangLei",
        "wang-lei, correct-horse-battery"
    })
    void otherwiseTheApplicationRefusesToStartAndNamesTheVariables(String user, String password) {
        assertThatThrownBy(() -> new FirstAdministrator(accounts, user, password).ensure())
                .isInstanceOfSatisfying(StartRefusedException.class, refusal -> {
                    assertThat(refusal.action()).contains("YIBAN_ADMIN_USER", "YIBAN_ADMIN_PASSWORD", "12");
                    if (!password.isEmpty()) {
                        assertThat(refusal.getMessage() + refusal.action()).doesNotContain(password);
                    }
                });
        verify(accounts, never()).ensureUser(any(), any(), any(), any(), any());
    }
}
