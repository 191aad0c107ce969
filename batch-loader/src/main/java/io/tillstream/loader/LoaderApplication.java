package io.tillstream.loader;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The wiring of the jobs. */
@SpringBootApplication
public class LoaderApplication {

    /** Its configuration file has its name, because several services may share one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(LoaderApplication.class).properties("spring.config.name=batch-loader");
    }
}
