package io.tillstream.consumers.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tillstream.consumers.sink.Position;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtentTests {

    @Test
    void survivesTheMetadataOfAnObject() {
        Extent extent = new Extent(
                Position.of("49590338271490256608559692538361571095921575989136588898", 0),
                Position.of("49590338271490256608559692540925702759324208523137515618", 41),
                1_234);
        assertThat(Extent.fromMetadata(extent.toMetadata())).isEqualTo(extent);
    }

    @Test
    void saysWhatToDoWithAnObjectOfUnknownOrigin() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Extent.fromMetadata(Map.of()))
                .withMessageContaining("first-sequence")
                .withMessageContaining("move it away");
    }
}
