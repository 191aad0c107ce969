package io.tillstream.consumers.lake;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of the lake as an operator writes them: say what matters, the rest is by default. */
final class SampleLimits {

    private static final String PREFIX = "tillstream.consumers.lake";

    private SampleLimits() {}

    /** @param settings names and values by turns */
    static LakeProperties of(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(PREFIX + "." + settings[i], settings[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(PREFIX, LakeProperties.class);
    }
}
