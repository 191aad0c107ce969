package io.tillstream.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.RowFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class FeedsAutoConfigurationTests {

    @TempDir
    private Path folder;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(FeedsAutoConfiguration.class));

    @Test
    void runsTransactionsUnlessToldOtherwise() {
        service.run(context -> assertThat(names(context)).containsExactly("transactions"));
    }

    @Test
    void runsTheFeedsOfTheSettingInItsOrder() {
        service.withPropertyValues("tillstream.feeds=events, transactions")
                .run(context -> assertThat(names(context)).containsExactly("events", "transactions"));
    }

    @Test
    void doesNotStartWithAFeedThatIsNotInstalled() {
        service.withPropertyValues("tillstream.feeds=transactions,parcels")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("\"parcels\"")
                        .hasMessageContaining("events, transactions"));
    }

    @Test
    void doesNotStartWithAFeedTwice() {
        service.withPropertyValues("tillstream.feeds=events,events")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("Two feeds have one name"));
    }

    @Test
    void doesNotStartWithoutAFeed() {
        service.withPropertyValues("tillstream.feeds=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("tillstream.feeds must name a feed"));
    }

    @Test
    void addsTheFieldsOfTheFileAndLogsThem(CapturedOutput output) throws IOException {
        Path file = folder.resolve("fields.yml");
        Files.writeString(file, """
                feeds:
                  transactions:
                    fields:
                      - {name: channel, type: text}
                      - {name: vatRate, type: number, required: true}
                  events: {unknown: keep}
                """);
        service.withPropertyValues("tillstream.feeds=transactions", "tillstream.fields-file=" + file)
                .run(context -> {
                    RowFields fields =
                            context.getBean(Feeds.class).all().getFirst().fields();
                    assertThat(fields.isField("Channel")).isTrue();
                    assertThat(fields.missingIn(List.of())).contains("vatRate");
                });
        assertThat(output)
                .contains("Own fields of transactions: channel (text), vatRate (number, required)")
                .doesNotContain("Own fields of events");
    }

    @Test
    void takesNoFileForTheEmptySetting() {
        service.withPropertyValues("tillstream.fields-file=")
                .run(context -> assertThat(context.getBean(Feeds.class)
                                .all()
                                .getFirst()
                                .fields()
                                .own())
                        .isEqualTo(OwnFields.NONE));
    }

    @Test
    void tellsTheOperatorWhatIsWrongInsteadOfAStackTrace(CapturedOutput output) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yml"), "feeds:\n  events:\n    fields:\n      - {name: Price, type: text}\n");
        SpringApplication application = new SpringApplication(FeedsAutoConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run("--tillstream.fields-file=" + file))
                .hasRootCauseInstanceOf(BadFieldsException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", file + ", line 4: \"Price\" is no name of an own field")
                .doesNotContain("\tat io.tillstream");
    }

    private static Iterable<String> names(AssertableApplicationContext context) {
        return context.getBean(Feeds.class).all().stream()
                .map(Feed::name)
                .map(name -> name.value())
                .toList();
    }
}
