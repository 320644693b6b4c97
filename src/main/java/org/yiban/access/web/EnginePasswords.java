package org.yiban.access.web;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Logs a system in with the user id and password of the engine, which locks an account for a growing while
 * after each wrong password (and does not tell the two refusals apart). */
@Component
class EnginePasswords implements AuthenticationProvider {

    private final IdentityService identities;

    EnginePasswords(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String userId = request.getName();
        String password = String.valueOf(request.getCredentials());
        if (identities.checkPassword(userId, password)) {
            return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
        }
        throw new BadCredentialsException("用户名或密码不正确；多次输错后账号会暂时锁定，请稍后再试或联系管理员解锁。");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
