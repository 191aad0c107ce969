package io.tillstream.problems;

import java.util.Arrays;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes problem details of all errors of a service. There is one place for each way of failing: advice for what a
 * controller throws, a filter for what passes the controllers by, a valve for what Tomcat refuses.
 */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(CallerFaultAdvice.class)
class ProblemAutoConfiguration {

    /** Within what measures requests, around all that may throw. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        FilterRegistrationBean<ProblemFilter> filter = new FilterRegistrationBean<>(new ProblemFilter());
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
        return factory -> factory.addContextCustomizers(ProblemAutoConfiguration::reportProblems);
    }

    /** Those that Spring makes, and those of a service's own advice that say no more than a status. */
    @Bean
    WebMvcConfigurer typesOfProblems() {
        return new WebMvcConfigurer() {
            @Override
            public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
                interceptors.add((problem, error) -> StatusProblem.complete(problem));
            }
        };
    }

    /** In the place of Boot's own, which has an address, {@code /error}, and answers in a form of its own. */
    @Bean
    ErrorController noErrorPage() {
        return new ErrorController() {};
    }

    /** A page for errors would be added to an answer that has begun: two documents in one body. */
    private static void reportProblems(Context context) {
        Arrays.stream(context.findErrorPages()).forEach(context::removeErrorPage);
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
        }
    }
}
