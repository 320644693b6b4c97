package org.yiban.region;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The divisions of the country and the pools served here, as beans. */
@Configuration(proxyBeanMethods = false)
class RegionConfiguration {

    @Bean
    Regions regions() {
        return Regions.load();
    }

    @Bean
    ServedPools servedPools(Environment environment, Regions regions) {
        List<String> codes = Binder.get(environment)
                .bind(ServedPools.PROPERTY, Bindable.listOf(String.class))
                .orElse(List.of());
        return new ServedPools(codes, regions);
    }
}
