package io.tillstream.localcloud.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.s3.PartList.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartListTests {

    private static final PartList UPLOADED = new PartList(List.of(new Part(1, "a"), new Part(2, "b")));

    @Test
    void readsPartsHoweverTheirETagsAreQuoted() {
        String xml = """
                <CompleteMultipartUpload><Part><ETag>"a"</ETag><PartNumber>1</PartNumber></Part>
                <Part>
                  <PartNumber> 2 </PartNumber><ETag>&quot;b&quot;</ETag>
                </Part></CompleteMultipartUpload>""";

        assertThat(PartList.parse(xml.getBytes(UTF_8))).isEqualTo(UPLOADED);
    }

    @Test
    void takesAnyOfTheUploadedPartsInOrder() {
        assertThat(UPLOADED.refusal(UPLOADED)).isEmpty();
        assertThat(new PartList(List.of(new Part(2, "b"))).refusal(UPLOADED)).isEmpty();
    }

    @Test
    void refusesOtherOrdersPartsAndETags() {
        assertThat(new PartList(UPLOADED.parts().reversed()).refusal(UPLOADED))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("InvalidPartOrder"));
        assertThat(new PartList(List.of(new Part(1, "b"))).refusal(UPLOADED))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("InvalidPart"));
        assertThat(new PartList(List.of(new Part(3, "a"))).refusal(UPLOADED))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("InvalidPart"));
    }
}
