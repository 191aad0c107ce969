package io.tillstream.query;

import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The service that answers what the stores hold. */
@SpringBootApplication
public class QueryApplication {

    /** The pages themselves, which need no key; they fetch their data with one. */
    private static final List<String> DASHBOARD = List.of("/", "/index.html", "/favicon.svg", "/dashboard/**");

    public static void main(String[] args) {
        builder().run(args);
    }

    /** Its configuration file has its name, because several services may share one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(QueryApplication.class).properties("spring.config.name=query-service");
    }

    /** A caller who is bound to a store sees look-ups of that store only; analytics cover all stores. */
    @Bean
    GuardedApi guardedApi() {
        return new GuardedApi(
                Scope.QUERY_READ,
                DASHBOARD,
                List.of("/invoices/**", "/customers", "/customers/**", "/sessions/**", "/users/**"));
    }
}
