package io.tillstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.producer.replay.Selection.Choice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SelectionTests {

    private static final long ANY = Long.MAX_VALUE;

    @Test
    void choosesByNumber() {
        Selection selection = new Selection(3, 5, ANY, Optional.empty(), Optional.empty());
        assertThat(selection.choose(2, null, 0)).isEqualTo(Choice.PASS_OVER);
        assertThat(selection.choose(3, null, 0)).isEqualTo(Choice.SEND);
        assertThat(selection.choose(5, null, 2)).isEqualTo(Choice.SEND);
        assertThat(selection.choose(6, null, 3)).isEqualTo(Choice.END);
    }

    @Test
    void doesNotPassOverAnInvalidRowInSilenceWhenChoosingByDate() {
        Selection selection = new Selection(1, ANY, ANY, Optional.of(LocalDate.of(2010, 12, 1)), Optional.empty());
        assertThat(selection.choose(1, null, 0)).isEqualTo(Choice.UNDATED);
    }

    @Test
    void knowsTheLastRowWhereItCan() {
        assertThat(Selection.ALL.lastOf(OptionalLong.of(100))).hasValue(100);
        assertThat(Selection.ALL.lastOf(OptionalLong.empty())).isEmpty();
        Selection some = new Selection(11, 60, 20, Optional.empty(), Optional.empty());
        assertThat(some.lastOf(OptionalLong.of(100))).hasValue(30);
        assertThat(some.lastOf(OptionalLong.empty())).hasValue(30);
        Selection day = new Selection(1, ANY, ANY, Optional.empty(), Optional.of(LocalDate.EPOCH));
        assertThat(day.lastOf(OptionalLong.of(100))).isEmpty();
    }
}
