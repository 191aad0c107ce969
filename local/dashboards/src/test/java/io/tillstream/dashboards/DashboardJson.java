package io.tillstream.dashboards;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a dashboard as Grafana reads it from a file: three panels abreast under each headline. */
final class DashboardJson {

    private static final int SCHEMA = 41;
    private static final int ABREAST = 3;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 8;

    private final JsonMapper json = JsonMapper.shared();
    private int nextId = 1;
    private int nextY;

    private DashboardJson() {}

    static String of(Dashboard dashboard) {
        DashboardJson writer = new DashboardJson();
        return writer.json.writerWithDefaultPrettyPrinter().writeValueAsString(writer.write(dashboard)) + "\n";
    }

    private ObjectNode write(Dashboard dashboard) {
        ObjectNode root = json.createObjectNode()
                .put("uid", dashboard.uid())
                .put("title", dashboard.title())
                .put("description", dashboard.answers())
                .put("schemaVersion", SCHEMA)
                .put("editable", false)
                .put("refresh", "30s");
        root.putArray("tags").add("tillstream");
        root.putObject("time").put("from", dashboard.from()).put("to", "now");
        ArrayNode variables = root.putObject("templating").putArray("list");
        dashboard.variables().forEach(label -> variables.add(variable(label)));
        ArrayNode panels = root.putArray("panels");
        dashboard.rows().forEach(row -> write(row, panels));
        return root;
    }

    /** A choice among a label's values, of which several or all may be taken. */
    private ObjectNode variable(String label) {
        String values = "label_values(up, " + label + ")";
        ObjectNode variable = json.createObjectNode()
                .put("name", label)
                .put("type", "query")
                .put("refresh", 2)
                .put("multi", true)
                .put("includeAll", true)
                .put("allValue", ".*")
                .put("definition", values);
        variable.set("datasource", source("prometheus", "prometheus"));
        variable.putObject("query").put("query", values).put("refId", label);
        variable.putObject("current").put("text", "All").put("value", "$__all");
        return variable;
    }

    private void write(Dashboard.Row row, ArrayNode panels) {
        ObjectNode headline = panels.addObject()
                .put("id", nextId++)
                .put("type", "row")
                .put("title", row.title())
                .put("collapsed", false);
        place(headline, 0, ABREAST * WIDTH, 1);
        headline.putArray("panels");
        nextY++;
        for (int i = 0; i < row.panels().size(); i++) {
            ObjectNode panel = write(row.panels().get(i));
            place(panel, i % ABREAST * WIDTH, WIDTH, HEIGHT);
            panels.add(panel);
            if (i % ABREAST == ABREAST - 1 || i == row.panels().size() - 1) {
                nextY += HEIGHT;
            }
        }
    }

    private void place(ObjectNode panel, int x, int width, int height) {
        panel.putObject("gridPos").put("x", x).put("y", nextY).put("w", width).put("h", height);
    }

    private ObjectNode write(Panel panel) {
        ObjectNode written = json.createObjectNode()
                .put("id", nextId++)
                .put("type", type(panel.kind()))
                .put("title", panel.title());
        written.set("datasource", sourceOf(panel.queries().getFirst()));
        defaults(panel, written.putObject("fieldConfig").putObject("defaults"));
        ArrayNode targets = written.putArray("targets");
        for (int i = 0; i < panel.queries().size(); i++) {
            ObjectNode target = target(panel.queries().get(i), panel.kind());
            targets.add(target.put("refId", String.valueOf((char) ('A' + i))));
        }
        return written;
    }

    private static void defaults(Panel panel, ObjectNode defaults) {
        defaults.put("unit", panel.unit());
        if (panel.queries().getFirst() instanceof Query.Metrics) {
            defaults.put("min", 0);
        }
    }

    private ObjectNode target(Query query, Panel.Kind kind) {
        return switch (query) {
            case Query.Metrics metrics -> {
                ObjectNode target = json.createObjectNode().put("expr", metrics.promQl());
                if (!metrics.legend().isEmpty()) {
                    target.put("legendFormat", metrics.legend());
                }
                boolean now = kind != Panel.Kind.TIMESERIES;
                yield target.put("instant", now)
                        .put("range", !now)
                        .put("format", kind == Panel.Kind.TABLE ? "table" : "time_series");
            }
            case Query.Sql sql ->
                json.createObjectNode()
                        .put("rawSql", sql.text())
                        .put("rawQuery", true)
                        .put("editorMode", "code")
                        .put("format", sql.overTime() ? "time_series" : "table");
        };
    }

    private ObjectNode sourceOf(Query query) {
        return switch (query) {
            case Query.Metrics metrics -> source("prometheus", "prometheus");
            case Query.Sql sql -> source("grafana-postgresql-datasource", "warehouse");
        };
    }

    private ObjectNode source(String type, String uid) {
        return json.createObjectNode().put("type", type).put("uid", uid);
    }

    private static String type(Panel.Kind kind) {
        return switch (kind) {
            case BARS -> "barchart";
            case TIMESERIES, STAT, TABLE -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
