package org.yiban.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class ServedPoolsTest {

    private static final Regions REGIONS = Regions.load();

    @Test
    void keepsThePoolsInTheOrderOfTheProperty() {
        // when
        ServedPools served = new ServedPools(List.of("371500", " 370800"), REGIONS);

        // then
        assertThat(served.all()).extracting(Region::name).containsExactly("聊城市", "济宁市");
        assertThat(served.contains(new RegionCode("370800"))).isTrue();
        assertThat(served.contains(new RegionCode("220100"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"371502", "370000", "999999", "聊城"})
    void aCodeThatIsNoPoolStopsTheStart(String code) {
        assertThatThrownBy(() -> new ServedPools(List.of("371500", code), REGIONS))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("yiban.served-pools")
                .hasMessageContaining("“" + code + "”不是统筹区代码");
    }

    @Test
    void noPoolAtAllStopsTheStart() {
        assertThatThrownBy(() -> new ServedPools(List.of(), REGIONS)).hasMessageContaining("请填写一个或几个统筹区代码");
    }
}
