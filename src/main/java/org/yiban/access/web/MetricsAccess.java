package org.yiban.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Who reads metrics, which count the cases of all pools: a system that knows the token of the installation, if one is set,
 * and administrators.
 */
@Component
class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String PROPERTY = "yiban.metrics.token";
    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;

    private final IdentityService identities;
    private final String token;

    MetricsAccess(@Lazy IdentityService identities, @Value("${" + PROPERTY + ":}") String token) {
        this.identities = identities;
        this.token = token.strip();
        if (!this.token.isEmpty() && this.token.length() < SHORTEST) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY, null, "监控令牌至少 " + SHORTEST + " 个字符；不要监控系统来取指标就留空");
        }
    }

    @Override
    public AuthorizationDecision check(
            Supplier<org.springframework.security.core.Authentication> login, RequestAuthorizationContext context) {
        return new AuthorizationDecision(knowsToken(context.getRequest()) || administers());
    }

    private boolean knowsToken(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isEmpty()
                && sent != null
                && sent.startsWith(BEARER)
                && MessageDigest.isEqual(
                        sent.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    private boolean administers() {
        Authentication person = identities.getCurrentAuthentication();
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
