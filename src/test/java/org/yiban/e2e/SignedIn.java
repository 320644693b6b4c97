package org.yiban.e2e;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yiban.access.DemoAccounts;

/**
 * The browsers of demo accounts that are logged in to an application, one for each person: what they have fetched once
 * stays with them from test to test, as it does at work. How somebody logs in by hand is what other tests are about.
 */
final class SignedIn {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String TOKEN = "x-xsrf-token";

    private final Browser browser;
    private final Browser.NewContextOptions options;
    private final Map<String, BrowserContext> people = new ConcurrentHashMap<>();

    /** @param options how the browsers are made, with the address of the application */
    SignedIn(Browser browser, Browser.NewContextOptions options) {
        this.browser = browser;
        this.options = options;
    }

    /** The browser of a demo account. */
    BrowserContext of(String user) {
        return people.computeIfAbsent(user, this::logIn);
    }

    /** Closes what is open in all of them. */
    void closePages() {
        people.values().forEach(person -> List.copyOf(person.pages()).forEach(Page::close));
    }

    private BrowserContext logIn(String user) {
        BrowserContext person = browser.newContext(options);
        APIRequestContext requests = person.request();
        String token = requests.get(TASKLIST).headers().get(TOKEN);
        APIResponse answer = requests.post(
                LOGIN,
                RequestOptions.create()
                        .setHeader(TOKEN, token)
                        .setForm(FormData.create().set("username", user).set("password", DemoAccounts.PASSWORD)));
        if (!answer.ok()) {
            throw new IllegalStateException("login of " + user + " answered " + answer.status());
        }
        // The page that opens after the login is what brings the session its token.
        requests.get(TASKLIST);
        return person;
    }
}
