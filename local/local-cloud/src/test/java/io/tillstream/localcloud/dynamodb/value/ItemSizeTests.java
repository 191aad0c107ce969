package io.tillstream.localcloud.dynamodb.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemSizeTests {

    /** Measured at the real service, where an item of 409,600 bytes is taken and one more is not. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 2",
        "12, 2",
        "123, 3",
        "12345678901234567890123456789012345678, 20",
        "0042, 2",
        "100, 2",
        "1010, 3",
        "0.0000001, 2",
        "1E125, 2",
        "1E-100, 2",
        "1.5, 3",
        "1.234, 4",
        "3.14159, 5",
        "123456, 4",
        "100.5, 4",
        "0.15, 2",
        "-42, 3",
        "-0, 1"
    })
    void countsNumbersByTheirDigits(String number, int bytes) {
        assertThat(ItemSize.of(Items.value("{'N':'" + number + "'}"))).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void countsTextsInUtf8(@ForAll String text) {
        // A lone surrogate has no encoding; the service gets none either.
        if (text.equals(new String(text.getBytes(UTF_8), UTF_8))) {
            assertThat(ItemSize.utf8(text)).isEqualTo(text.getBytes(UTF_8).length);
        }
    }

    @Test
    void countsNamesContainersAndElements() {
        assertThat(ItemSize.of(Items.item("{'ab':{'S':'abc'}}"))).isEqualTo(5);
        assertThat(ItemSize.of(Items.item("{'a':{'BOOL':true},'b':{'NULL':true}}")))
                .isEqualTo(4);
        assertThat(ItemSize.of(Items.item("{'a':{'L':[{'S':'xy'},{'S':'z'}]}}")))
                .isEqualTo(1 + 3 + 3 + 2);
        assertThat(ItemSize.of(Items.item("{'a':{'M':{'k':{'S':'xy'}}}}"))).isEqualTo(1 + 3 + 1 + 1 + 2);
        assertThat(ItemSize.of(Items.item("{'a':{'SS':['xy','z']}}"))).isEqualTo(4);
        assertThat(ItemSize.of(Items.item("{'a':{'B':'AAAA'}}"))).isEqualTo(4);
    }
}
