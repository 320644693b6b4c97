package org.yiban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is closed in the engine's web API does not get in the way of what Cockpit and Admin are used for. */
@YibanEndToEndTest
class WebApplicationsTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private String deployment;
    private ProcessInstance instance;

    @BeforeEach
    void aCaseInLiaocheng() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("access/walled-task.bpmn")
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey("walledTask", "ZR-WEB", Map.of("pool", "371500"));
    }

    @AfterEach
    void nothingStays() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aSupervisorReadsWhateverCockpitShows(Browsers browsers) {
        // given: a process that belongs to no case has no clock
        browsers.expectRefusalsOf("/api/sla/process-instances/");
        Page page = login(browsers, "cockpit", "superlc");

        // when
        List<String> refused = visit(
                page,
                "cockpit",
                "/dashboard",
                "/processes",
                "/process-definition/" + instance.getProcessDefinitionId() + "/runtime",
                "/process-instance/" + instance.getId() + "/runtime",
                "/process-instance/" + instance.getId() + "/runtime?tab=user-tasks-tab",
                "/process-instance/" + instance.getId() + "/runtime?tab=incidents-tab",
                "/decisions",
                "/tasks",
                "/repository");

        // then
        assertThat(refused).isEmpty();
    }

    @Test
    void anAdministratorReadsWhateverAdminShows(Browsers browsers) {
        // given
        Page page = login(browsers, "admin", "admin");

        // when
        List<String> refused = visit(
                page,
                "admin",
                "/users",
                "/users/clerklc?tab=profile",
                "/users/clerklc?tab=groups",
                "/user-create",
                "/groups",
                "/groups/review371500?tab=users",
                "/tenants",
                "/tenants/371500?tab=users",
                "/authorization?resource=0",
                "/system?section=system-settings-general");

        // then
        assertThat(refused).isEmpty();
    }

    private static Page login(Browsers browsers, String application, String user) {
        Page page = browsers.open("/camunda/app/" + application + "/default/");
        page.locator("input[type=password]").fill("demo");
        page.locator("form input").first().fill(user);
        page.locator("form button[type=submit]").click();
        page.locator(".account").first().waitFor();
        return page;
    }

    private static List<String> visit(Page page, String application, String... places) {
        List<String> refused = new ArrayList<>();
        page.onResponse(response -> {
            if (response.url().contains("/camunda/api/") && response.status() >= 400) {
                refused.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        Traffic traffic = new Traffic(page);
        for (String place : places) {
            page.navigate("/camunda/app/" + application + "/default/#" + place);
            traffic.awaitSilence();
        }
        return refused;
    }

    /** What a page asks for. */
    private static final class Traffic {

        private static final Duration SILENCE = Duration.ofMillis(300);

        private final Page page;
        private int open;
        private long last = System.nanoTime();

        Traffic(Page page) {
            this.page = page;
            page.onRequest(request -> count(1));
            page.onRequestFinished(request -> count(-1));
            page.onRequestFailed(request -> count(-1));
        }

        private void count(int more) {
            open += more;
            last = System.nanoTime();
        }

        /** Waits until it has asked for nothing for a while since it was sent somewhere, and has all its answers. */
        void awaitSilence() {
            last = System.nanoTime();
            page.waitForCondition(() -> open <= 0 && System.nanoTime() - last > SILENCE.toNanos());
        }
    }
}
