package io.tillstream.ingest.http;

import io.tillstream.model.layout.Names;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether transactions are among the feeds of the setting, as they are without it. */
final class TransactionsAreRun implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("tillstream.feeds", Bindable.listOf(String.class))
                .map(feeds -> feeds.contains(Names.TRANSACTIONS))
                .orElse(true);
    }
}
