package org.yiban.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Lets pages show the blocks of the forms, so that a list stands once for both: a page names a block's file and what of it
 * is wanted, {@code ~{blocks/objections :: .yb-scroll}}.
 */
@Configuration(proxyBeanMethods = false)
class BlockTemplates {

    @Bean
    SpringResourceTemplateResolver blocksOfForms() {
        SpringResourceTemplateResolver blocks = new SpringResourceTemplateResolver();
        blocks.getResolvablePatternSpec().addPattern("blocks/*");
        blocks.setPrefix("classpath:/forms/");
        blocks.setSuffix(".html");
        blocks.setTemplateMode(TemplateMode.HTML);
        blocks.setCharacterEncoding("UTF-8");
        blocks.setOrder(1);
        return blocks;
    }
}
