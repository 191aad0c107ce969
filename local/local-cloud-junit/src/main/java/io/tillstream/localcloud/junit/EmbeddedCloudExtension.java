package io.tillstream.localcloud.junit;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Faults;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.core.SdkClient;

/** Starts the cloud of a test class, and hands out what belongs to it. */
final class EmbeddedCloudExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(EmbeddedCloudExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        cloudOf(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cloudOf(context).cloud().faults().liftAll();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalCloud.class || type == Faults.class || SdkClient.class.isAssignableFrom(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        RunningCloud running = cloudOf(context);
        if (type == LocalCloud.class) {
            return running.cloud();
        }
        return type == Faults.class ? running.cloud().faults() : running.client(type.asSubclass(SdkClient.class));
    }

    /** That of the outermost class; JUnit closes it with that class. */
    private static RunningCloud cloudOf(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        RunningCloud.class,
                        key -> RunningCloud.start(
                                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), EmbeddedCloud.class)
                                        .orElseThrow()),
                        RunningCloud.class);
    }
}
