package io.tillstream.attack;

import io.tillstream.campaign.Waiting;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows whose values are hostile, or come from a wrong clock: each is taken or told back, and what is taken can be read. */
final class HostileRows {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Route route;
    private final Target target;
    private final Report report;
    private int count;
    private int taken;

    HostileRows(Route route, Target target, Report report) {
        this.route = route;
        this.target = target;
        this.report = report;
    }

    void run() throws IOException {
        for (String field : route.textFields()) {
            for (String text : Hostile.TEXTS) {
                Map<String, String> row = row();
                row.put(field, text);
                post(row);
            }
        }
        for (String number : List.of("9223372036854775807", "1e18", "-0", "1e999999999", "NaN", "0x10", "٣")) {
            Map<String, String> row = row();
            row.put(route.numberField(), number);
            post(row);
        }
        clocks();
    }

    private void clocks() throws IOException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).withNano(0);
        expect(now.plusHours(25), 202);
        expect(now.plusHours(27), 422);
        expect(now.plusYears(7_000), 422);
        expect(LocalDateTime.of(1899, 12, 31, 23, 59, 59), 422);
        expect(LocalDateTime.of(1, 1, 1, 0, 0, 1), 422);
    }

    private void expect(LocalDateTime date, int status) throws IOException {
        Map<String, String> row = row();
        row.put(route.timeField(), date.toString());
        RawAnswer answer = post(row);
        if (answer.status() != status) {
            report.complain("clocks", "a row of " + date + " was answered with " + answer.status());
        }
    }

    private RawAnswer post(Map<String, String> row) throws IOException {
        String json = row.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        RawAnswer answer = RawExchange.send(target.ingest(), route.post(json), PATIENCE);
        new Judge("hostile rows", report).judge(json, answer);
        if (answer.status() == 202) {
            JsonNode told = told(answer);
            int accepted = told.path("accepted").asInt();
            if (accepted + told.path("rejected").asInt() != 1) {
                report.complain("hostile rows", "a row was neither taken nor told back: " + json);
            }
            taken += row.containsValue(Route.DATE) ? accepted : 0;
        }
        return answer;
    }

    private static JsonNode told(RawAnswer answer) {
        return JSON.readTree(answer.body()
                .substring(answer.body().indexOf('{'), answer.body().lastIndexOf('}') + 1));
    }

    /** Until the page can show the rows that were taken. */
    void awaitInTheWarehouse() {
        if (!Waiting.within(LONGEST_LOAD, () -> new StoredLines(target).inTheWarehouseAt(route) >= taken)) {
            report.complain("hostile rows", "not all " + taken + " rows that were taken are in the warehouse");
        }
    }

    private Map<String, String> row() {
        return route.row("h" + ++count);
    }

    /** In ASCII, with escapes for all else: lone surrogates travel as they are. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
                json.append(c);
            } else {
                json.append("\\u%04x".formatted((int) c));
            }
        }
        return json.append('"').toString();
    }

    static URI page(Target target) {
        return target.query().resolve("/#from=2011-06-01&to=2011-06-02");
    }
}
