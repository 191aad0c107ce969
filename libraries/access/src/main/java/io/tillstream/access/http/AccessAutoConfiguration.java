package io.tillstream.access.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import io.tillstream.access.Scopes;
import io.tillstream.access.keys.KeyRing;
import io.tillstream.access.rate.Quotas;
import io.tillstream.access.rate.WrongKeys;
import io.tillstream.localnames.LocalNames;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards every service that has this module on its class path. */
@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
@Import(DocumentConfiguration.class)
class AccessAutoConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    AccessMode accessMode(AccessProperties access, Environment environment) {
        access.mode().requireFor(access, environment);
        return access.mode();
    }

    @Bean
    RefusalHandler refusals(AccessProperties access, MeterRegistry registry) {
        RefusalMeters meters = new RefusalMeters(registry);
        WrongKeys wrongKeys =
                WrongKeys.of(access.wrongKeys().perMinute(), access.wrongKeys().addresses());
        return new RefusalHandler(meters, wrongKeys);
    }

    @Bean
    GuardedService guardedService(ObjectProvider<GuardedApi> api) {
        return GuardedService.of(api.getIfAvailable(() -> new GuardedApi(Scope.ADMIN)), Scopes.installed());
    }

    @Bean
    KeyRing keyRing(AccessProperties access, GuardedService service, MeterRegistry registry) {
        KeyRing keys = access.keysFile() == null
                ? KeyRing.of(access.keys(), service.scopes())
                : KeyRing.watching(access.keys(), service.scopes(), access.keysFile(), access.keysFileCheck());
        KeyMeters.register(keys, access.keysExpireSoon(), CLOCK, registry);
        return keys;
    }

    @Bean
    AuthenticationManager callers(
            AccessProperties access, GuardedService service, KeyRing keys, RefusalHandler refusals) {
        Quotas quotas = Quotas.of(access.defaultLimits(), refusals::countRate, refusals::countAddressRate);
        KeyLifetimes lifetimes = new KeyLifetimes(CLOCK, access.keysExpireSoon());
        return new Callers(keys, lifetimes, new PublicKeys(), quotas, tokens(access.jwt(), service.scopes(), quotas));
    }

    @Bean
    Guard guard(AccessProperties access, GuardedService service, KeyRing keys, RefusalHandler refusals) {
        AllowedPages pages = new AllowedPages(access.cors(), service.api().pathsForPublicKeys(), keys);
        return new Guard(service, pages, refusals);
    }

    @Bean
    SecurityFilterChain guardedRequests(
            HttpSecurity http, AccessMode mode, AccessProperties access, Guard guard, AuthenticationManager callers) {
        return switch (mode) {
            case OPEN ->
                guard.open(
                        http, new LocalNames(access.openHosts()), access.cors().allowedOrigins());
            case KEYS -> guard.asking(http, callers);
        };
    }

    /** Around all that may answer, so that it sees their answers. */
    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(AccessMode mode, AccessProperties access, Environment environment) {
        String service = environment.getProperty("spring.application.name", "");
        FilterRegistrationBean<AuditFilter> filter =
                new FilterRegistrationBean<>(new AuditFilter(new AuditLog(service, CLOCK)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setEnabled(mode == AccessMode.KEYS && access.audit());
        return filter;
    }

    /** In the server itself, whose access log is written after everything else. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> keysOutOfUrls() {
        return server -> server.addEngineValves(new KeyInUrl());
    }

    /** Headers and parameters are looked at by those who read them, who know what to answer; so are percent signs. */
    @Bean
    HttpFirewall unambiguousAddresses() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler ambiguousAddresses() {
        return (request, response, rejected) -> RefusalHandler.ambiguous(response);
    }

    /** A span for every filter, and the names of what fails in them, would drown the request's own. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    private static @Nullable AuthenticationManager tokens(
            AccessProperties.@Nullable Jwt jwt, Scopes known, Quotas quotas) {
        if (jwt == null) {
            return null;
        }
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(TokenDecoder.of(jwt));
        provider.setJwtAuthenticationConverter(new JwtCallers(known, quotas));
        return new ProviderManager(provider);
    }
}
