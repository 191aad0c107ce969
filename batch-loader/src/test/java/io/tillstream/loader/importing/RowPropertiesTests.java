package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.row.DateOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class RowPropertiesTests {

    private static final String PREFIX = "tillstream.loader.import.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void haveDefaults() {
        runner.run(context -> assertThat(context.getBean(RowProperties.class)).isEqualTo(RowProperties.USUAL));
        assertThat(RowProperties.USUAL).isEqualTo(new RowProperties("10%", null, null, null, List.of(), null));
    }

    @Test
    void takeWhatTheOptionsTake() {
        runner.withPropertyValues(
                        PREFIX + "max-rejected=20",
                        PREFIX + "dates=day-first",
                        PREFIX + "store=soho",
                        PREFIX + "source=tills",
                        PREFIX + "map=Menge=Quantity,Filiale=",
                        PREFIX + "map-file=/names")
                .run(context -> assertThat(context.getBean(RowProperties.class))
                        .isEqualTo(new RowProperties(
                                "20",
                                DateOrder.DAY_FIRST,
                                "soho",
                                "tills",
                                List.of("Menge=Quantity", "Filiale="),
                                Path.of("/names"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-rejected=many", "dates=sometimes", "store= ", "source=\u0007", "map=Menge=Qty"})
    void refuseImpossibleValues(String setting) {
        runner.withPropertyValues(PREFIX + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(RowProperties.class)
    static class Properties {}
}
