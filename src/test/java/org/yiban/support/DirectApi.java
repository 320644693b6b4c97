package org.yiban.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.support.ApiClient.Answer;

/**
 * Asks the API of the application as one of its people, without a socket and without a password: for walks, which ask
 * thousands of times and test neither. What goes wrong inside is answered as the server would, by 500.
 */
@Component
@Lazy
public class DirectApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc mvc;
    private final ProcessEngine engine;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    DirectApi(WebApplicationContext application, ProcessEngine engine) {
        this.mvc = MockMvcBuilders.webAppContextSetup(application).build();
        this.engine = engine;
    }

    /** Sends JSON as a demo user; {@code headers} are name, value, name, value … */
    public Answer post(String user, String path, Object body, String... headers) {
        try {
            MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(URI.create(path))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(JSON.writeValueAsBytes(body));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return ask(user, request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Asks as a demo user. */
    public Answer get(String user, String path) {
        return ask(user, MockMvcRequestBuilders.get(URI.create(path)));
    }

    private Answer ask(String user, MockHttpServletRequestBuilder request) {
        return answer(user, () -> {
            MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
            return new Answer(answer.getStatus(), ApiClient.parse(answer.getContentAsString(StandardCharsets.UTF_8)));
        });
    }

    /** Calls services as a demo user, past the API; a refusal is answered as the API would. */
    public Answer as(String user, Runnable services) {
        return answer(user, () -> {
            services.run();
            return new Answer(200, JSON.createObjectNode());
        });
    }

    /** The same as the first of some users who may; as the last of them if nobody may. */
    public Answer asFirstOf(List<String> users, Runnable services) {
        Answer answer = null;
        for (String user : users) {
            answer = as(user, services);
            if (answer.status() != ProblemKind.FORBIDDEN.status()
                    && answer.status() != ProblemKind.NOT_FOUND.status()) {
                return answer;
            }
        }
        return answer;
    }

    private Answer answer(String user, Callable<Answer> asked) {
        Person person = people.computeIfAbsent(user, this::person);
        engine.getIdentityService().setAuthentication(user, person.groups(), person.tenants());
        try {
            return asked.call();
        } catch (ProblemException refused) {
            return new Answer(refused.kind().status(), JSON.createObjectNode().put("detail", refused.getMessage()));
        } catch (Exception failed) {
            return new Answer(500, JSON.createObjectNode().put("detail", failed.toString()));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Person person(String user) {
        return new Person(
                AuthenticationUtil.getGroupsOfUser(engine, user), AuthenticationUtil.getTenantsOfUser(engine, user));
    }

    private record Person(List<String> groups, List<String> tenants) {}
}
