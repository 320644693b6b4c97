package org.yiban.web;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;

/** Case numbers and provisions are plain texts in JSON. */
@Configuration(proxyBeanMethods = false)
class PlainValues {

    @Bean
    Module plainValuesModule() {
        return new SimpleModule("plain values")
                .addSerializer(CaseNumber.class, ToStringSerializer.instance)
                .addSerializer(ProvisionReference.class, ToStringSerializer.instance);
    }
}
