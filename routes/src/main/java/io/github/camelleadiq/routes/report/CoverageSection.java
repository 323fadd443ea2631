/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How full each field was before and is now. */
final class CoverageSection {

    private CoverageSection() {}

    static void write(Html html, List<Coverage> coverage) throws IOException {
        if (coverage.isEmpty()) {
            return;
        }
        Map<String, List<Coverage>> byObject = new LinkedHashMap<>();
        coverage.forEach(field -> byObject.computeIfAbsent(field.objectType(), none -> new ArrayList<>())
                .add(field));
        html.raw("<section><h2>").text("Before and after").raw("</h2>\n<p class=\"legend\">");
        legend(html, "had", "had a value");
        legend(html, "fill", "filled");
        legend(html, "empty", "still empty");
        html.raw("</p>\n<div class=\"objects\">\n");
        for (Map.Entry<String, List<Coverage>> object : byObject.entrySet()) {
            table(html, object.getKey(), object.getValue());
        }
        html.raw("</div></section>\n");
    }

    private static void legend(Html html, String styleClass, String text) throws IOException {
        html.raw("<span>");
        Bars.bar(html, List.of(new Bars.Part(styleClass, 1)));
        html.text(text).raw("</span> ");
    }

    private static void table(Html html, String object, List<Coverage> fields) throws IOException {
        html.raw("<table class=\"bars\"><caption>")
                .text(object + " – " + Numbers.whole(fields.get(0).records()) + " records")
                .raw("</caption><thead><tr><th scope=\"col\">field</th><td></td>")
                .raw(
                        "<th scope=\"col\" class=\"number\">empty before</th><th scope=\"col\" class=\"number\">filled</th>")
                .raw("<th scope=\"col\" class=\"number\">still empty</th></tr></thead>\n<tbody>");
        for (Coverage field : fields) {
            double all = Math.max(1, field.records());
            html.raw("<tr><th scope=\"row\">").text(field.field()).raw("</th><td class=\"bar\">");
            Bars.bar(
                    html,
                    List.of(
                            new Bars.Part("had", field.had() / all),
                            new Bars.Part("fill", field.filled() / all),
                            new Bars.Part("empty", field.emptyAfter() / all)));
            html.raw("</td>")
                    .element("td", "number", Numbers.whole(field.emptyBefore()))
                    .element("td", "number gain", Numbers.whole(field.filled()))
                    .element("td", "number", Numbers.whole(field.emptyAfter()))
                    .raw("</tr>\n");
        }
        html.raw("</tbody></table>\n");
    }
}
