package org.yiban.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class MetricsAccessTest {

    private static final String TOKEN = "a-token-of-the-tests";

    @ParameterizedTest
    @CsvSource({
        TOKEN + ",Bearer " + TOKEN + ",true",
        TOKEN + ",Bearer " + TOKEN + "x,false",
        TOKEN + "," + TOKEN + ",false",
        TOKEN + ",,false",
        "'',Bearer,false",
        "'','Bearer ',false"
    })
    void onlyWhoSendsTheTokenThatIsSetReadsMetricsWithoutLogin(String set, String sent, boolean granted) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (sent != null) {
            request.addHeader("Authorization", sent);
        }

        boolean decided = new MetricsAccess(mock(IdentityService.class), set)
                .check(() -> null, new RequestAuthorizationContext(request))
                .isGranted();

        assertThat(decided).isEqualTo(granted);
    }

    @Test
    void aTokenThatIsEasilyGuessedStopsTheStart() {
        assertThatThrownBy(() -> new MetricsAccess(mock(IdentityService.class), "short"))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("至少 16 个字符");
    }
}
