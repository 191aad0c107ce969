package io.tillstream.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that fails in every way there is. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SmallService {

    private static ConfigurableApplicationContext start() {
        return SpringApplication.run(
                SmallService.class,
                "--server.port=0",
                "--spring.mvc.problemdetails.enabled=true",
                // It tells of the first malformed request with a trace.
                "--logging.level.org.apache.coyote.http11.Http11Processor=warn");
    }

    private static final class Shared {
        private static final ConfigurableApplicationContext CONTEXT = start();
    }

    /** What the service sends until it closes the connection. */
    static String answer(String request) throws IOException {
        String port = String.valueOf(Shared.CONTEXT.getEnvironment().getProperty("local.server.port"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Bean
    FilterRegistrationBean<?> failingFilter() {
        FilterRegistrationBean<?> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            throw new IllegalStateException("secret");
        });
        filter.addUrlPatterns("/filter");
        return filter;
    }

    @RestController
    static final class Endpoints {

        @GetMapping(path = "/echo", produces = "text/plain")
        String echo(@RequestParam(required = false, defaultValue = "") String text) {
            return text;
        }

        @PostMapping(path = "/body", consumes = "text/plain")
        String body(@RequestBody String body) {
            return body;
        }

        @GetMapping("/throws")
        String fail() {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/bare")
        ResponseEntity<Void> bare() {
            return ResponseEntity.status(409).build();
        }

        @GetMapping("/sends-error")
        void sendsError(HttpServletResponse response) throws IOException {
            response.sendError(503, "secret");
        }
    }
}
