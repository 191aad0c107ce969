package io.tillstream.access.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tillstream.access.Caller;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** What the OpenAPI document of a guarded service says of keys, which is also what makes Swagger UI ask for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class DocumentConfiguration {

    private static final String BEARER = "bearer";
    private static final String KEY = "key";
    private static final String PUBLIC_KEY = "public-key";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    GlobalOpenApiCustomizer accessInDocument(AccessMode mode, GuardedService service) {
        return switch (mode) {
            case OPEN -> document -> {};
            case KEYS ->
                document -> {
                    describe(document, service.api().pages());
                    describePublicKeys(document, service.api().pathsForPublicKeys());
                };
        };
    }

    /** @param pages patterns of the paths that ask for no key */
    private static void describe(OpenAPI document, List<String> pages) {
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("A key, or a token from the configured issuer"))
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(PresentedToken.API_KEY)
                                .description("A key"));
        document.addSecurityItem(new SecurityRequirement().addList(BEARER));
        document.addSecurityItem(new SecurityRequirement().addList(KEY));
        document.getPaths().forEach((path, item) -> {
            Consumer<Operation> describe =
                    isOneOf(pages, path) ? operation -> operation.security(List.of()) : DocumentConfiguration::describe;
            item.readOperations().forEach(describe);
        });
    }

    /** Of these paths alone: what an operation says takes the place of what the document says. */
    private static void describePublicKeys(OpenAPI document, List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        document.getComponents()
                .addSecuritySchemes(
                        PUBLIC_KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.QUERY)
                                .name(KeyInUrl.PARAMETER)
                                .description("A public key, from a page that it is for"));
        List<SecurityRequirement> any = Stream.of(BEARER, KEY, PUBLIC_KEY)
                .map(scheme -> new SecurityRequirement().addList(scheme))
                .toList();
        document.getPaths().entrySet().stream()
                .filter(path -> paths.contains(path.getKey()))
                .flatMap(path -> path.getValue().readOperations().stream())
                .forEach(operation -> operation.security(any));
    }

    private static boolean isOneOf(List<String> pages, String path) {
        PathContainer template = PathContainer.parsePath(path);
        return pages.stream().map(PathPatternParser.defaultInstance::parse).anyMatch(page -> page.matches(template));
    }

    private static void describe(Operation operation) {
        addIfMissing(operation, "401", "No key or token, or one that is not valid");
        addIfMissing(operation, "403", "The key or token lacks the scope");
        addIfMissing(operation, "429", "More requests than the key may send; send the request again after Retry-After");
    }

    private static void addIfMissing(Operation operation, String status, String description) {
        operation.getResponses().putIfAbsent(status, new ApiResponse().description(description));
    }
}
