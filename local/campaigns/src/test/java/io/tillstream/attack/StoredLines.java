package io.tillstream.attack;

import io.tillstream.bootstrap.CloudClients;
import io.tillstream.model.layout.Names;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each store holds of the two shops' rows, read by nothing but drivers and SDKs. */
final class StoredLines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> SHOPS = Set.of("north", "south");

    private final Target target;

    StoredLines(Target target) {
        this.target = target;
    }

    List<ShopLine> inTheLookUps() {
        try (CloudClients clients = CloudClients.of(target.cloud())) {
            return clients.dynamoDb().scanPaginator(scan -> scan.tableName(Names.INVOICES_TABLE)).items().stream()
                    .filter(item -> item.containsKey("storeId"))
                    .map(item -> line(
                            text(item, "storeId"),
                            text(item, "invoiceNo"),
                            text(item, "stockCode"),
                            text(item, "lineId"),
                            Long.parseLong(item.getOrDefault("quantity", AttributeValue.fromN("0"))
                                    .n())))
                    .filter(line -> SHOPS.contains(line.key().shop()))
                    .toList();
        }
    }

    List<ShopLine> inTheWarehouse(Route route) {
        List<ShopLine> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(target.warehouse(), "tillstream", "tillstream");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(switch (route) {
                            case TRANSACTIONS ->
                                "SELECT store_id, invoice_no, stock_code, line_id, quantity FROM sales_line";
                            case EVENTS -> "SELECT store_id, session_id, product_id, event_id, price FROM shop_event";
                        }
                        + " WHERE store_id IN ('north', 'south')")) {
            while (rows.next()) {
                lines.add(line(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getLong(5)));
            }
            return lines;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many rows of whatever shop the warehouse has of the moment of all that is hostile. */
    long inTheWarehouseAt(Route route) {
        String at = switch (route) {
            case TRANSACTIONS -> "sales_line WHERE invoice_date = TIMESTAMP '" + Route.DATE + "'";
            case EVENTS -> "shop_event WHERE event_time = TIMESTAMPTZ '" + Route.DATE + "+00'";
        };
        try (Connection connection = DriverManager.getConnection(target.warehouse(), "tillstream", "tillstream");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + at)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<ShopLine> inTheLake(Route route) {
        return objects("raw/" + route.feed() + "/").stream()
                .map(JSON::readTree)
                .filter(json -> json.has("storeId"))
                .map(json -> line(route, json))
                .filter(line -> SHOPS.contains(line.key().shop()))
                .toList();
    }

    /** The dead letters' texts. */
    List<String> rejected() {
        return objects("rejected/");
    }

    private List<String> objects(String prefix) {
        try (CloudClients clients = CloudClients.of(target.cloud())) {
            return clients
                    .s3()
                    .listObjectsV2Paginator(
                            list -> list.bucket(Names.LAKE_BUCKET).prefix(prefix))
                    .contents()
                    .stream()
                    .flatMap(object -> linesOf(
                            object.key(),
                            clients.s3()
                                    .getObjectAsBytes(
                                            get -> get.bucket(Names.LAKE_BUCKET).key(object.key()))
                                    .asByteArray()))
                    .toList();
        }
    }

    private static Stream<String> linesOf(String key, byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(key.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return text.lines().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(key, failure);
        }
    }

    private static ShopLine line(Route route, JsonNode json) {
        List<String> names = switch (route) {
            case TRANSACTIONS -> List.of("invoiceNo", "stockCode", "lineId", "quantity");
            case EVENTS -> List.of("sessionId", "productId", "eventId", "price");
        };
        return line(
                json.path("storeId").asString(),
                json.path(names.get(0)).asString(""),
                json.path(names.get(1)).asString(),
                json.path(names.get(2)).asString(),
                json.path(names.get(3)).asLong());
    }

    private static ShopLine line(String shop, String document, String item, String id, long figure) {
        return new ShopLine(new ShopLine.Key(shop, document, item, id), figure);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }
}
