package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ModelBeansTest {

    private final StaticListableBeanFactory factory = new StaticListableBeanFactory();
    private final ModelBeans beans = new ModelBeans(factory);

    @Test
    void delegatesListenersAndTheClockOfTheCaseAreFound() {
        // given
        EvaluationProbe probe = new EvaluationProbe();
        factory.addBean("escalateDeadlineDelegate", probe);
        factory.addBean("overdueListener", probe);
        factory.addBean("caseClock", probe);

        // then
        assertThat(beans.get("escalateDeadlineDelegate")).isSameAs(probe);
        assertThat(beans.containsKey("overdueListener")).isTrue();
        assertThat(beans.containsKey("caseClock")).isTrue();
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
