package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;

/** Tasklist as one person sees it, in the words that stand on it. */
class TasklistPage {

    /** As long a list takes to come; what is not in it then is looked for again. */
    private static final double LIST_MS = 1_500;

    private final Page page;
    private final Browsers browsers;

    TasklistPage(Page page, Browsers browsers) {
        this.page = page;
        this.browsers = browsers;
    }

    Page page() {
        return page;
    }

    /** Types name and password and presses 登录. */
    TasklistPage tryLogin(String user, String password) {
        Locator name = page.getByPlaceholder("用户名");
        Locator secret = page.getByPlaceholder("密码");
        // The page puts the focus into the first field once it is ready; what is typed just then goes there.
        do {
            name.fill(user);
            secret.fill(password);
        } while (!name.inputValue().equals(user) || !secret.inputValue().equals(password));
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        return this;
    }

    /** Logs a demo account in and waits for the list of tasks. */
    TasklistPage login(String user) {
        tryLogin(user, "demo");
        return ready();
    }

    /** Waits until the first list of tasks stands there. */
    TasklistPage ready() {
        assertThat(page.locator(".task-filter").first()).isVisible();
        // Tasklist closes a dialog that is opened while it still finds its way to the first list.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** Whether it stands at its list: no dialog and no form is open. */
    boolean free() {
        return !page.isClosed()
                && page.url().contains("/app/tasklist/")
                && page.locator(".modal").count() == 0
                && form().count() == 0;
    }

    /** Opens the start form of a process. */
    TasklistPage startProcess(String name) {
        page.getByRole(AriaRole.LINK, containing("发起流程")).click();
        page.locator("ul.processes").getByText(name).click();
        return formReady();
    }

    /** Presses 发起 in the start dialog. */
    TasklistPage pressStart() {
        page.locator(".modal-footer")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("发起").setExact(true))
                .click();
        return this;
    }

    /** Opens one of the lists on the left. */
    TasklistPage openList(String name) {
        page.locator(".task-filter h4 a").getByText(name).click();
        return this;
    }

    /** Opens the task of that name in the case of that number, from the list; waits until it is there. */
    TasklistPage openTask(String name, String caseNumber) {
        Locator task = page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText(caseNumber));
        waitFor(task);
        task.first().click();
        return formReady();
    }

    TasklistPage claim() {
        page.getByText("认领", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.getByRole(AriaRole.BUTTON, exactly("完成"))).isEnabled();
        return this;
    }

    /** Presses 完成. */
    TasklistPage pressComplete() {
        page.getByRole(AriaRole.BUTTON, exactly("完成")).click();
        return this;
    }

    /** Presses 完成 and waits until the task is gone. */
    void complete() {
        pressComplete();
        assertThat(form()).hasCount(0);
    }

    /** Fills a text or date field of the form. */
    TasklistPage fill(String label, String value) {
        field(label).fill(value);
        return this;
    }

    /** The input of that label. */
    Locator field(String label) {
        return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** What stands at a field as wrong. */
    Locator message(String label) {
        return form().locator(
                        ".yb-field",
                        new Locator.LocatorOptions()
                                .setHas(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))))
                .locator(".yb-message");
    }

    /** Types into a look-up and takes the entry. */
    TasklistPage lookUp(String label, String typed, String entry) {
        form().getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .pressSequentially(typed);
        form().getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(entry))
                .first()
                .click();
        return this;
    }

    /** Takes an entry of a drop-down list. */
    TasklistPage select(String label, String entry) {
        field(label).selectOption(entry);
        return this;
    }

    /** Takes one of several options. */
    TasklistPage choose(String label, String option) {
        form().getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** The embedded form. */
    Locator form() {
        return page.locator("form.yb-form");
    }

    /** The entries of the list of tasks. */
    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    TasklistPage screenshot(String name) {
        browsers.screenshot(page, name);
        return this;
    }

    private TasklistPage formReady() {
        assertThat(form()).hasAttribute("data-state", "ready");
        return this;
    }

    private void waitFor(Locator task) {
        for (int round = 0; round < 20 && !comes(task); round++) {
            page.reload();
            page.locator(".task-filter").first().waitFor();
        }
        assertThat(task).isVisible();
    }

    /** Whether it stands in the list as soon as the list is there. */
    private static boolean comes(Locator task) {
        try {
            task.first().waitFor(new Locator.WaitForOptions().setTimeout(LIST_MS));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(name));
    }
}
