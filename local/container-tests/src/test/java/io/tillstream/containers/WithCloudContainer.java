package io.tillstream.containers;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need the cloud in a container, and are skipped where there is none. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithCloudContainer.Condition.class)
public @interface WithCloudContainer {

    /** Met where the container runs. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return CloudContainer.endpoint()
                    .map(endpoint -> ConditionEvaluationResult.enabled("at " + endpoint))
                    .orElseGet(() -> ConditionEvaluationResult.disabled(CloudContainer.reason()));
        }
    }
}
