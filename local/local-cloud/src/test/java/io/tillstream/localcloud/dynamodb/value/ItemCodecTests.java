package io.tillstream.localcloud.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(GeneratedItems.class)
@Domain(DomainContext.Global.class)
class ItemCodecTests {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsBackWhatItWrote(@ForAll Item item) {
        assertThat(ItemCodec.decode(ItemCodec.encode(item))).isEqualTo(item);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsBackTheJsonItWrote(@ForAll Item item) {
        assertThat(Items.item(Items.text(item).replace('\'', '"'))).isEqualTo(item);
    }
}
