package io.tillstream.access.http;

import io.tillstream.access.Caller;
import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import io.tillstream.localnames.LocalNames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.filter.CorsFilter;

/** Configures the filters that a request passes before it reaches a controller. */
final class Guard {

    private static final String[] DOCUMENT = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
    };

    /** Only what the service itself serves; Swagger UI sets styles from its scripts and draws inline images. */
    private static final String CONTENT = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final GuardedService service;
    private final AllowedPages pages;
    private final RefusalHandler refusals;

    Guard(GuardedService service, AllowedPages pages, RefusalHandler refusals) {
        this.service = service;
        this.pages = pages;
        this.refusals = refusals;
    }

    /** Everybody is the same caller, who may do everything; pages in this machine's browser are nobody. */
    SecurityFilterChain open(HttpSecurity http, LocalNames names, List<String> allowedOrigins) {
        Caller anybody = Caller.open(service.scopes());
        return stateless(http)
                .addFilterBefore(new LocalOnlyFilter(names, allowedOrigins, refusals), DisableEncodeUrlFilter.class)
                .anonymous(anonymous ->
                        anonymous.principal(anybody).authorities(CallerAuthentication.authorities(anybody)))
                .build();
    }

    /** Callers are identified by what they present, and may send as much as their rates allow. */
    SecurityFilterChain asking(HttpSecurity http, AuthenticationManager callers) {
        AuthenticationFilter authentication = new AuthenticationFilter(callers, new PresentedToken());
        authentication.setSuccessHandler((request, response, caller) -> note(request, caller));
        authentication.setFailureHandler(refusals);
        return stateless(http)
                .addFilterBefore(authentication, AnonymousAuthenticationFilter.class)
                .addFilterBefore(new RateFilter(refusals), AuthorizationFilter.class)
                .build();
    }

    private static void note(HttpServletRequest request, Authentication authentication) {
        if (authentication.getPrincipal() instanceof Caller caller) {
            AuditFilter.note(request, caller);
        }
    }

    private HttpSecurity stateless(HttpSecurity http) {
        return withPages(http)
                .cors(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Guard::headers)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(this::authorize);
    }

    private void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasAuthority(Scope.ADMIN.toString())
                .requestMatchers(open())
                .permitAll();
        GuardedApi api = service.api();
        api.scopedPaths()
                .forEach(path -> requests.requestMatchers(path.pattern())
                        .hasAuthority(path.scope().text()));
        if (!api.storeAware().isEmpty()) {
            requests.requestMatchers(api.storeAware().toArray(String[]::new))
                    .hasAuthority(api.scope().text());
        }
        requests.anyRequest().access(new OverAllStores(api.scope()));
    }

    private String[] open() {
        return Stream.concat(Arrays.stream(DOCUMENT), service.api().pages().stream())
                .toArray(String[]::new);
    }

    private HttpSecurity withPages(HttpSecurity http) {
        if (pages.areNone()) {
            return http;
        }
        CorsFilter filter = new CorsFilter(pages);
        filter.setCorsProcessor(new PageRefusals(refusals));
        return http.addFilter(filter);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER));
    }
}
