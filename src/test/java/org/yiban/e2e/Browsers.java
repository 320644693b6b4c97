package org.yiban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The browsers of one test, a separate one for each person: own cookies, Chinese, Beijing time. */
class Browsers {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** A failed login is told by the page; the browser reports it as well. */
    private static final String LOGIN = "/camunda/api/admin/auth/user/";

    /** A busy machine takes its time over the first page; nothing waits this long otherwise. */
    static final double PATIENCE_MS = 60_000;

    private final Browser browser;
    private final String address;
    private final String test;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> traffic = new ArrayList<>();
    private final List<String> expectedRefusals = new ArrayList<>(List.of(LOGIN));

    Browsers(Browser browser, String address, String test) {
        this.browser = browser;
        this.address = address;
        this.test = test;
    }

    /** A page in a browser of its own. */
    Page open(String path) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MS);
        Page page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(this::onConsole);
        page.onRequest(request -> traffic.add("> " + request.method() + " " + request.url()));
        page.onResponse(response -> traffic.add("< " + response.status() + " " + response.url()));
        page.onRequestFailed(request -> traffic.add("! " + request.failure() + " " + request.url()));
        pages.add(page);
        page.navigate(path);
        return page;
    }

    /** Tasklist in a browser of its own, at its login page. */
    TasklistPage tasklist() {
        return new TasklistPage(open("/camunda/app/tasklist/default/"), this);
    }

    /** From here on the server may refuse requests to this path without failing the test. */
    void expectRefusalsOf(String path) {
        expectedRefusals.add(path);
    }

    /** Keeps a picture of a page under target/screenshots. */
    void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(test + "." + name + ".png"))
                .setFullPage(true));
    }

    void close(boolean failed) {
        if (failed || !errors.isEmpty()) {
            for (int place = 0; place < pages.size(); place++) {
                screenshot(pages.get(place), "failed-" + (place + 1));
            }
            keepTraffic();
        }
        pages.forEach(page -> page.context().close());
        assertThat(errors).as("errors reported by the pages").isEmpty();
    }

    /** What went over the wire, beside the pictures of a failed test. */
    private void keepTraffic() {
        traffic.addAll(errors);
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(test + ".failed.txt"), traffic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onConsole(ConsoleMessage message) {
        boolean refused = message.text().startsWith("Failed to load resource");
        if (message.type().equals("error")
                && !(refused && expectedRefusals.stream().anyMatch(message.location()::contains))) {
            errors.add(message.text() + " (" + message.location() + ")");
        }
    }
}
