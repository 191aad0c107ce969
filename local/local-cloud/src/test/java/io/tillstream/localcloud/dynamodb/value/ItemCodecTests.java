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
        byte[] bytes = ItemCodec.encode(item);
        assertThat(ItemCodec.decode(bytes)).isEqualTo(item);
        byte[] amid = new byte[bytes.length + 10];
        System.arraycopy(bytes, 0, amid, 3, bytes.length);
        assertThat(ItemCodec.decode(amid, 3)).isEqualTo(item);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsBackTheJsonItWrote(@ForAll Item item) {
        assertThat(Items.item(Items.text(item).replace('\'', '"'))).isEqualTo(item);
    }
}
