package org.yiban.access.hardening;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Evaluates expressions of models, tables and stored lists with {@link ModelBeans} and variables alone, and with no way
 * from a value to its class or from an execution to the engine: the last wall, should an expression get this far.
 */
class ModelExpressions extends JuelExpressionManager {

    /** Names of members that no expression may touch. */
    static final Pattern OUT_OF_BOUNDS = Pattern.compile("getClass|class|forName|getRuntime|\\w*[pP]rocessEngine\\w*");

    ModelExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver guarded = new CompositeELResolver();
        guarded.add(new OutOfBounds());
        guarded.add(super.createElResolver());
        return guarded;
    }

    /** Resolves nothing; refuses what must not be resolved. */
    private static final class OutOfBounds extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            refuse(base, method);
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            refuse(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return false;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        private static void refuse(Object base, Object member) {
            if (base != null
                    && (base instanceof Class<?>
                            || base instanceof ClassLoader
                            || OUT_OF_BOUNDS.matcher(String.valueOf(member)).matches())) {
                throw new ELException("表达式不得使用 " + member);
            }
        }
    }
}
