package org.yiban.access.web;

import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which paths are open, which need a login; everything not named is shut. Camunda's web applications keep their own
 * filters (and ours before them, in {@code hardening}).
 */
@Configuration(proxyBeanMethods = false)
class HttpSecurityRules {

    private static final String[] OPEN = {
        "/",
        "/favicon.ico",
        "/error",
        "/kit/**",
        "/cockpit/**",
        "/webjars/**",
        "/actuator/health",
        "/actuator/health/**"
    };

    /** Pages without data of their own; what they show comes from the API. */
    private static final String[] PAGES = {"/desk", "/desk/**", "/swagger-ui.html", "/swagger-ui/**"};

    /** Where no login is asked for but the signature of a partner. */
    private static final String SIGNED = "/api/exchange/inbox";

    /** How documents and messages are formed: partners read it too. */
    private static final String SCHEMAS = "/api/schemas/*";

    @Bean
    @Order(1)
    SecurityFilterChain camundaWebApplications(HttpSecurity http) throws Exception {
        return common(http)
                .securityMatcher(new OrRequestMatcher(paths("/camunda", "/camunda/**")))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain ours(
            HttpSecurity http,
            ProcessEngine engine,
            ProblemResponses problems,
            MetricsAccess metrics,
            Environment environment)
            throws Exception {
        return common(http)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new EngineIdentityFilter(engine), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(paths(OPEN))
                        .permitAll()
                        .requestMatchers(paths(HttpMethod.GET, PAGES))
                        .permitAll()
                        .requestMatchers(paths("/v3/api-docs/**", "/v3/api-docs.yaml"))
                        .access(apiDescription(environment))
                        .requestMatchers(paths(HttpMethod.GET, "/actuator/prometheus"))
                        .access(metrics)
                        .requestMatchers(paths(HttpMethod.POST, SIGNED))
                        .permitAll()
                        .requestMatchers(paths(HttpMethod.GET, SCHEMAS))
                        .permitAll()
                        .requestMatchers(paths("/api/**"))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Parameters carry no control characters other than line breaks and tabulators, as texts in JSON. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value ->
                value.chars().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t'));
        return firewall;
    }

    private static AuthorizationManager<RequestAuthorizationContext> apiDescription(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo & !prod"))
                ? (who, request) -> new AuthorizationDecision(true)
                : AuthenticatedAuthorizationManager.authenticated();
    }

    /** Matches whole paths, whichever servlet serves them: Camunda's web applications bring servlets of their own. */
    private static RequestMatcher[] paths(String... patterns) {
        return paths(null, patterns);
    }

    private static RequestMatcher[] paths(HttpMethod method, String... patterns) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        return Arrays.stream(patterns)
                .map(pattern -> builder.matcher(method, pattern))
                .toArray(RequestMatcher[]::new);
    }

    private static HttpSecurity common(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
    }
}
