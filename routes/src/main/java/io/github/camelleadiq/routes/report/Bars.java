/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Bars as small drawings beside their numbers: drawings are printed, background colours often are not. */
final class Bars {

    private Bars() {}

    /** Part of a bar. */
    record Part(String styleClass, double share) {}

    /** A table of names, bars and numbers, the largest first. */
    static <N extends Number> void table(
            Html html, String caption, Map<String, N> values, Function<N, String> format, String styleClass)
            throws IOException {
        if (values.isEmpty()) {
            return;
        }
        double largest =
                values.values().stream().mapToDouble(Number::doubleValue).max().orElse(1);
        List<Map.Entry<String, N>> entries = values.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().doubleValue()))
                .toList();
        html.raw("<section><h2>").text(caption).raw("</h2><table class=\"bars\">");
        for (Map.Entry<String, N> entry : entries) {
            html.raw("<tr>").raw("<th scope=\"row\">").text(entry.getKey()).raw("</th><td class=\"bar\">");
            bar(
                    html,
                    List.of(new Part(
                            styleClass, largest == 0 ? 0 : entry.getValue().doubleValue() / largest)));
            html.raw("</td>")
                    .element("td", "number", format.apply(entry.getValue()))
                    .raw("</tr>");
        }
        html.raw("</table></section>\n");
    }

    /** One bar; the numbers beside it say the same, so a screen reader passes it over. */
    static void bar(Html html, List<Part> parts) throws IOException {
        html.raw("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        double from = 0;
        for (Part part : parts) {
            if (part.share() > 0) {
                html.raw(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"10\"/>",
                        part.styleClass(),
                        from * 100,
                        part.share() * 100));
            }
            from += part.share();
        }
        html.raw("</svg>");
    }
}
