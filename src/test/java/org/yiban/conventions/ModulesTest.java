package org.yiban.conventions;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.yiban.YibanApplication;

class ModulesTest {

    @Test
    void everyModuleUsesOnlyWhatItIsAllowedTo() {
        ApplicationModules.of(YibanApplication.class).verify();
    }
}
