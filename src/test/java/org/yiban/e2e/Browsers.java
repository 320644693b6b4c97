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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The browsers of one test, a separate one for each person: own cookies, Chinese, Beijing time. Pictures of their pages are
 * kept below {@code target/screenshots} of tests that fail, and of all with {@code -Dyiban.tests.screenshots=true}.
 */
class Browsers {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final boolean ALL_PICTURES = Boolean.getBoolean("yiban.tests.screenshots");
    /** A failed login is told by the page; the browser reports it as well. */
    private static final String LOGIN = "/camunda/api/admin/auth/user/";

    /** Tasklist reads a task while it completes it: the engine has it no longer, or not at its second read. */
    private static final Pattern TASK = Pattern.compile(".*/engine/default/task/[0-9a-f-]{36}(:\\d+:\\d+)?");

    private static final Pattern COMPLETED = Pattern.compile(".*status of (404|500).*", Pattern.DOTALL);

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** A busy machine takes its time over the first page; nothing waits this long otherwise. */
    static final double PATIENCE_MS = 60_000;

    private final Browser browser;
    private final Browser.NewContextOptions options;
    private final SignedIn signedIn;
    private final String test;
    private final List<BrowserContext> own = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final Map<String, TasklistPage> lists = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> traffic = new ArrayList<>();
    private final List<String> expectedRefusals = new ArrayList<>(List.of(LOGIN));

    /** @param signedIn the browsers of those who are logged in, for all tests */
    Browsers(Browser browser, Browser.NewContextOptions options, SignedIn signedIn, String test) {
        this.browser = browser;
        this.options = options;
        this.signedIn = signedIn;
        this.test = test;
    }

    /** How browsers are made for the application at an address. */
    static Browser.NewContextOptions at(String address) {
        return new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1440, 900);
    }

    /** A page in a browser of its own, where nobody is logged in. */
    Page open(String path) {
        BrowserContext context = browser.newContext(options);
        own.add(context);
        return open(context, path);
    }

    /** A page in the browser of a demo account that is logged in. */
    Page open(String user, String path) {
        return open(signedIn.of(user), path);
    }

    private Page open(BrowserContext context, String path) {
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
        return new TasklistPage(open(TASKLIST), this);
    }

    /**
     * Tasklist in the browser of a demo account that is logged in, with its list of tasks. Whoever has it open and nothing
     * begun there goes on in it, as at work.
     */
    TasklistPage tasklist(String user) {
        TasklistPage open = lists.get(user);
        if (open == null || !open.free()) {
            open = new TasklistPage(open(user, TASKLIST), this).ready();
            lists.put(user, open);
        }
        return open;
    }

    /** From here on the server may refuse requests to this path without failing the test. */
    void expectRefusalsOf(String path) {
        expectedRefusals.add(path);
    }

    /** Keeps a picture of a page for people to look at, where they are wanted. */
    void screenshot(Page page, String name) {
        if (ALL_PICTURES) {
            take(page, name);
        }
    }

    private void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(test + "." + name + ".png"))
                .setFullPage(true));
    }

    void close(boolean failed) {
        if (failed || !errors.isEmpty()) {
            for (int place = 0; place < pages.size(); place++) {
                take(pages.get(place), "failed-" + (place + 1));
            }
            keepTraffic();
        }
        own.forEach(BrowserContext::close);
        signedIn.closePages();
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
        boolean completed = COMPLETED.matcher(message.text()).matches()
                && TASK.matcher(message.location()).matches();
        if (message.type().equals("error")
                && !(refused && (completed || expectedRefusals.stream().anyMatch(message.location()::contains)))) {
            errors.add(message.text() + " (" + message.location() + ")");
        }
    }
}
