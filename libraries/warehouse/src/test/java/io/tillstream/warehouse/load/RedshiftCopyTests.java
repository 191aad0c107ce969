package io.tillstream.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.codec.TransactionColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only Redshift itself can run is held here to the letter. */
class RedshiftCopyTests {

    private static final RedshiftCopy COPY = new RedshiftCopy(TransactionColumns.TABLE);

    private static final RedshiftAccess ACCESS =
            new RedshiftAccess("arn:aws:iam::123456789012:role/tillstream-copy", "eu-west-1");

    @Test
    void copiesAManifestOfJsonLines() {
        assertThat(COPY.statement("s3://b/m.json", "s3://b/p.json", ACCESS)).isEqualTo("""
                        COPY staging (object_no, row_no, version, invoice_no, stock_code, line_id, description, quantity, \
                        invoice_date, unit_price, line_total, customer_id, country, kind, store_id, received_at, attributes) \
                        FROM 's3://b/m.json' IAM_ROLE 'arn:aws:iam::123456789012:role/tillstream-copy' REGION 'eu-west-1' \
                        MANIFEST GZIP JSON 's3://b/p.json' TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF""");
    }

    @Test
    void namesTheColumnsOfTheFeed() {
        RedshiftCopy events = new RedshiftCopy(EventColumns.TABLE);
        assertThat(events.statement("s3://b/m.json", "s3://b/p.json", ACCESS))
                .startsWith("COPY staging (object_no, row_no, version, event_id, event_time, event_type, product_id,"
                        + " category_id, category_code, brand, price, user_id, session_id, store_id, received_at,"
                        + " attributes) FROM 's3://b/m.json' ");
        assertThat(events.jsonPaths()).contains("\"$['event_id']\",\n    \"$['event_time']\",\n");
    }

    @Test
    void usesTheDefaultRoleOfTheClusterUnquoted() {
        assertThat(new RedshiftAccess("default", "eu-west-1").clause())
                .isEqualTo("IAM_ROLE default REGION 'eu-west-1'");
    }

    @Test
    void letsNothingIntoTheStatementThatIsNoRole() {
        assertThatThrownBy(() -> new RedshiftAccess("arn:aws:iam::1:role/x' DROP", "eu-west-1"))
                .hasMessageContaining("IAM role");
        assertThatThrownBy(() -> new RedshiftAccess("default", "eu'west")).hasMessageContaining("region");
    }

    @Test
    void listsThePartsWithTheirSizesAsMandatory() {
        assertThat(RedshiftCopy.manifest(
                        List.of(new RedshiftCopy.Part("s3://b/part-0", 7), new RedshiftCopy.Part("s3://b/part-1", 8))))
                .isEqualTo("""
                        {"entries": [
                            {"url": "s3://b/part-0", "mandatory": true, "meta": {"content_length": 7}},
                            {"url": "s3://b/part-1", "mandatory": true, "meta": {"content_length": 8}}
                        ]}
                        """);
    }

    @Test
    void readsEveryColumnByItsName() {
        assertThat(COPY.jsonPaths()).startsWith("""
                {"jsonpaths": [
                    "$['object_no']",
                    "$['row_no']",
                    "$['version']",
                    "$['invoice_no']",
                """).endsWith("\"$['attributes']\"\n]}\n");
    }
}
