package org.yiban.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type. Reading one that is missing or of another type fails loudly.
 *
 * @param name as models and forms spell it
 * @param type String, Boolean, Integer or Long
 */
public record Variable<T>(String name, Class<T> type) {

    /** Reads the variable, which must be there. */
    public T from(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("process variable " + name + " should be a " + type.getSimpleName()
                    + " but is "
                    + (value == null ? "missing" : "a " + value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }

    /** Writes the variable. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
