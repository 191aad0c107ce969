package io.tillstream.localcloud.gateway;

import java.util.Map;

/**
 * The admin endpoint's answer to the question whether the cloud can be used.
 *
 * @param details what else it says, by name
 */
public record Health(boolean isUp, Map<String, String> details) {

    int httpStatus() {
        return isUp ? 200 : 503;
    }
}
