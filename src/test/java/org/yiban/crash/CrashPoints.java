package org.yiban.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Ends the application where a test says: as soon as the file that {@code yiban.tests.crash-file} names holds the name of
 * a point that is passed, and at once, as a loss of power does. It stands in the tests alone; the application knows
 * nothing of it.
 */
@Component
@ConditionalOnProperty("yiban.tests.crash-file")
class CrashPoints implements BeanPostProcessor {

    /** The exit status of what was killed by signal 9. */
    static final int AS_KILLED = 137;

    private final Path file;

    CrashPoints(Environment environment) {
        this.file = Path.of(environment.getRequiredProperty("yiban.tests.crash-file"));
    }

    /** Comes after the proxies of transactions: what it calls "after" is after their end. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Object guarded = bean;
        for (CrashPoint point : CrashPoint.values()) {
            if (point.isOf(guarded)) {
                guarded = guard(guarded, point);
            }
        }
        return guarded;
    }

    private Object guard(Object bean, CrashPoint point) {
        MethodInterceptor advice =
                call -> point.isTakenBy(call.getMethod().getName()) ? pass(point, call) : call.proceed();
        if (bean instanceof Advised proxy) {
            proxy.addAdvice(0, advice);
            return bean;
        }
        ProxyFactory proxies = new ProxyFactory(bean);
        proxies.setProxyTargetClass(true);
        proxies.addAdvice(advice);
        return proxies.getProxy(bean.getClass().getClassLoader());
    }

    private Object pass(CrashPoint point, MethodInvocation call) throws Throwable {
        dieIf("before " + point);
        Object result = call.proceed();
        dieIf("after " + point);
        return result;
    }

    private void dieIf(String place) throws IOException {
        if (Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(place)) {
            Files.delete(file);
            Runtime.getRuntime().halt(AS_KILLED);
        }
    }
}
