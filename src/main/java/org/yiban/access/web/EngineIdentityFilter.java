package org.yiban.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Runs a request as the person who sent it: known by HTTP Basic, or by the session of Camunda's web applications, whose
 * token unsafe methods then must carry; the answer tells it, because the cookie that holds it is Camunda's alone. User, groups and tenants are read anew for each request, given to the engine for
 * its duration, and always taken away again.
 */
class EngineIdentityFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final ProcessEngine engine;
    private final IdentityService identities;

    EngineIdentityFilter(ProcessEngine engine) {
        this.engine = engine;
        this.identities = engine.getIdentityService();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> userId = byPassword().or(() -> byWebSession(request, response));
        if (userId.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        identities.setAuthentication(
                userId.get(),
                AuthenticationUtil.getGroupsOfUser(engine, userId.get()),
                AuthenticationUtil.getTenantsOfUser(engine, userId.get()));
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Optional<String> byPassword() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof UsernamePasswordAuthenticationToken login && login.isAuthenticated()
                ? Optional.of(authentication.getName())
                : Optional.empty();
    }

    private Optional<String> byWebSession(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var login = AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        if (login == null
                || identities.createUserQuery().userId(login.getIdentityId()).count() == 0) {
            return Optional.empty();
        }
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(login.getIdentityId(), null, List.of()));
        Optional<String> token = tokenOf(session);
        token.ifPresent(known -> response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, known));
        if (!SAFE_METHODS.contains(request.getMethod()) && !carriesToken(request, token)) {
            throw new AccessDeniedException("页面令牌缺失或已过期，请刷新页面后重试。");
        }
        return Optional.of(login.getIdentityId());
    }

    private static Optional<String> tokenOf(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    }

    private static boolean carriesToken(HttpServletRequest request, Optional<String> token) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null
                && token.isPresent()
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), token.get().getBytes(StandardCharsets.UTF_8));
    }
}
