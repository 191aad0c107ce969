package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.warehouse.DeliveredObjects.Delivered;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.warehouse.load.LoadObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadsTests {

    @Test
    void takeTheOldestFirstWithinBounds() {
        Delivered newest = delivered("c", 40, 3);
        Delivered oldest = delivered("a", 60, 1);
        Delivered middle = delivered("b", 39, 2);
        assertThat(Loads.of(List.of(newest, oldest, middle), 10, 100))
                .containsExactly(List.of(oldest, middle), List.of(newest));
        assertThat(Loads.of(List.of(newest, oldest, middle), 1, 1_000))
                .containsExactly(List.of(oldest), List.of(middle), List.of(newest));
    }

    @Test
    void takeAnObjectThatIsLargerThanALoadByItself() {
        Delivered giant = delivered("a", 1_000, 1);
        assertThat(Loads.of(List.of(giant), 10, 100)).containsExactly(List.of(giant));
    }

    @Test
    void areNoneOfNothing() {
        assertThat(Loads.of(List.of(), 10, 100)).isEmpty();
    }

    private static Delivered delivered(String key, long size, long second) {
        Instant at = Instant.ofEpochSecond(second);
        return new Delivered(new LoadObject("lake", key, "etag", size, TransactionColumns.WAREHOUSE), at, at);
    }
}
