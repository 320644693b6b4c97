package org.yiban.access.hardening;

import java.util.AbstractMap;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that models may name, by convention: delegates and listeners of this application, and the clock
 * of the case. Every other bean of the
 * application (data source, services of the engine, …) does not exist for expressions. Looked up when asked for, so that
 * delegates may need the engine and the engine them.
 */
class ModelBeans extends AbstractMap<Object, Object> {

    /** What models ask for due dates and timers. */
    private static final String CASE_CLOCK = "caseClock";

    private static final String OURS = "org.yiban.";

    private final BeanFactory beans;

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && (bean.endsWith("Delegate") || bean.endsWith("Listener") || bean.equals(CASE_CLOCK))
                && beans.containsBean(bean)
                && isOurs(bean);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    /** Nothing is listed: expressions ask by name. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }

    private boolean isOurs(String bean) {
        Class<?> type = beans.getType(bean);
        return type != null && type.getName().startsWith(OURS);
    }
}
