package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ModelBeansTest {

    private final StaticListableBeanFactory factory = new StaticListableBeanFactory();
    private final ModelBeans beans = new ModelBeans(factory);

    @Test
    void delegatesAndListenersOfOursAreFound() {
        // given
        EvaluationProbe probe = new EvaluationProbe();
        factory.addBean("applyDeadlineDelegate", probe);
        factory.addBean("overdueListener", probe);

        // then
        assertThat(beans.get("applyDeadlineDelegate")).isSameAs(probe);
        assertThat(beans.containsKey("overdueListener")).isTrue();
    }

    @Test
    void nothingElseIsFound() {
        // given
        factory.addBean("people", new EvaluationProbe());
        factory.addBean("foreignDelegate", new Object());

        // then
        assertThat(beans.containsKey("people")).isFalse();
        assertThat(beans.containsKey("foreignDelegate")).isFalse();
        assertThat(beans.get("people")).isNull();
        assertThat(beans.get("missingDelegate")).isNull();
    }
}
