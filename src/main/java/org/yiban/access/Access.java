package org.yiban.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/** Says who is asking and whether they may. The engine's identity of the running request is the one source. */
@Component
public class Access {

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl configuration;

    Access(ProcessEngine engine) {
        this.identities = engine.getIdentityService();
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * The person of the running request.
     *
     * @throws ProblemException {@code UNAUTHENTICATED} if nobody is logged in
     */
    public CurrentUser current() {
        return currentIfAny().orElseThrow(() -> ProblemException.of(ProblemKind.UNAUTHENTICATED, "请先登录后再办理。"));
    }

    /** The person of the running request; empty for the application's own work (jobs, start-up). */
    public Optional<CurrentUser> currentIfAny() {
        Authentication authentication = identities.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Optional.empty();
        }
        String id = authentication.getUserId();
        List<String> groups = authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds();
        return Optional.of(new CurrentUser(
                id, nameOf(id), CurrentUser.rolesOf(groups), groups.contains(CurrentUser.CALENDAR_GROUP)));
    }

    /**
     * The person of the running request, who holds at least one of the roles in the pool; any role if none is named.
     *
     * @throws ProblemException {@code UNAUTHENTICATED} or {@code FORBIDDEN}; where a caller must not even learn that
     *     something exists, the endpoint asks {@link CurrentUser#has} and answers "not found"
     */
    public CurrentUser require(RegionCode pool, Role... anyOf) {
        CurrentUser user = current();
        Role[] enough = anyOf.length == 0 ? Role.values() : anyOf;
        if (Arrays.stream(enough).noneMatch(role -> user.has(role, pool))) {
            String titles = Arrays.stream(enough).map(Role::title).collect(Collectors.joining("、"));
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "pool",
                    pool.value(),
                    "您在统筹区 " + pool.value() + " 没有相应岗位（需要：" + titles + "）。");
        }
        return user;
    }

    /**
     * Runs one engine call with the application's rights where a person has none of their own, such as starting a process;
     * the person stays recorded as who did it and the walls between pools stay up. Call it only after {@link #require}.
     */
    public <T> T asApplication(Supplier<T> engineCall) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(engineCall::get));
    }

    /** The name of a user for people to read; the id where none is on record. */
    public String nameOf(String id) {
        User user = asApplication(() -> identities.createUserQuery().userId(id).singleResult());
        if (user == null) {
            return id;
        }
        String name = Stream.of(user.getLastName(), user.getFirstName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining());
        return name.isEmpty() ? id : name;
    }
}
