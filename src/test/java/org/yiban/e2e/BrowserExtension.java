package org.yiban.e2e;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each test its {@link Browsers}; one Chromium serves all of them and is closed at the end. */
class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Chromium chromium = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, type -> Chromium.launch(), Chromium.class);
        String port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        Browser.NewContextOptions options = Browsers.at("http://localhost:" + port);
        SignedIn signedIn = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(port, each -> new SignedIn(chromium.browser(), options), SignedIn.class);
        Browsers browsers = new Browsers(chromium.browser(), options, signedIn, nameOf(test));
        test.getStore(NAMESPACE).put(Browsers.class, browsers);
        return browsers;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browsers browsers = test.getStore(NAMESPACE).get(Browsers.class, Browsers.class);
        if (browsers != null) {
            browsers.close(test.getExecutionException().isPresent());
        }
    }

    private static String nameOf(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
    }
}
