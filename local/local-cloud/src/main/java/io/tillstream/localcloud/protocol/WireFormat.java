package io.tillstream.localcloud.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The encodings of a message. JSON and CBOR differ in how they write moments and blobs. */
enum WireFormat {
    JSON("application/x-amz-json-1.1", JsonMapper.builder(), new SecondsSerializer()) {
        @Override
        Instant instant(JsonNode node) {
            return ofSeconds(node);
        }
    },
    JSON_1_0("application/x-amz-json-1.0", JsonMapper.builder(), new SecondsSerializer()) {
        @Override
        Instant instant(JsonNode node) {
            return ofSeconds(node);
        }
    },
    CBOR("application/x-amz-cbor-1.1", CBORMapper.builder(), new TaggedMillisSerializer()) {
        @Override
        Instant instant(JsonNode node) {
            return Instant.ofEpochMilli(node.longValue());
        }
    };

    private final String contentType;
    // Mappers of Jackson 3 are immutable once built; nothing tells Error Prone so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ObjectMapper mapper;

    WireFormat(String contentType, MapperBuilder<?, ?> builder, StdSerializer<Instant> instants) {
        this.contentType = contentType;
        this.mapper = builder.addModule(new SimpleModule().addSerializer(Instant.class, instants))
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Reads what the SDKs and the CLI send; a plain JSON content type is JSON too, as is a missing one. */
    static WireFormat of(String contentType) {
        String sent = contentType.toLowerCase(Locale.ROOT);
        if (sent.startsWith(CBOR.contentType)) {
            return CBOR;
        }
        return sent.startsWith(JSON_1_0.contentType) ? JSON_1_0 : JSON;
    }

    private static Instant ofSeconds(JsonNode node) {
        BigDecimal millis = node.decimalValue().movePointRight(3);
        return Instant.ofEpochMilli(millis.longValue());
    }

    abstract Instant instant(JsonNode node);

    String contentType() {
        return contentType;
    }

    JsonNode read(byte[] body) {
        return body.length == 0 ? mapper.createObjectNode() : mapper.readTree(body);
    }

    byte[] write(Object reply) {
        return mapper.writeValueAsBytes(reply);
    }

    private static final class SecondsSerializer extends StdSerializer<Instant> {
        SecondsSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3));
        }
    }

    private static final class TaggedMillisSerializer extends StdSerializer<Instant> {
        TaggedMillisSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            // RFC 8949 tag 1 means seconds; AWS's CBOR 1.1 means milliseconds by it.
            ((CBORGenerator) generator).writeTag(1);
            generator.writeNumber(value.toEpochMilli());
        }
    }
}
