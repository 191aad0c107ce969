package io.tillstream.dashboards;

import java.util.List;

/**
 * A dashboard.
 *
 * @param uid its lasting name, which is that of its file too
 * @param answers the questions it answers, in a sentence
 * @param from where its time begins unless told otherwise
 * @param variables labels of {@code up} to choose among
 */
record Dashboard(String uid, String title, String answers, String from, List<String> variables, List<Row> rows) {

    Dashboard {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
    }

    /** Panels under a headline. */
    record Row(String title, List<Panel> panels) {

        Row {
            panels = List.copyOf(panels);
        }

        static Row of(String title, Panel... panels) {
            return new Row(title, List.of(panels));
        }
    }

    static List<Dashboard> all() {
        return List.of(PipelineDashboard.make(), BusinessDashboard.make(), JvmDashboard.make());
    }
}
