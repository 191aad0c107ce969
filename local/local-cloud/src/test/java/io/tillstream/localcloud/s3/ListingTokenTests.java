package io.tillstream.localcloud.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTokenTests {

    @ParameterizedTest
    @ValueSource(strings = {"a/b.csv", "steers\u001B[31m.csv", "a&amp;b <\u0007>'\"+ %2F", "größe", ""})
    void saysTheKeyInLetters(String key) {
        String token = ListingToken.of(key);
        assertThat(token).matches("[\\w-]*");
        assertThat(ListingToken.keyOf(token)).isEqualTo(key);
    }

    @Test
    void leavesWhatIsNoToken() {
        assertThat(ListingToken.keyOf("a/b c")).isEqualTo("a/b c");
    }
}
