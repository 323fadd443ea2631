/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import static io.github.camelleadiq.routes.core.profile.NodeReader.at;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads how one field gets its value: a source, a list of them, or a mapping that says more. */
final class MappingReader {
    /** Salesforce's longest text. */
    private static final int LONGEST = 131_072;

    private static final Map<String, Boolean> WHEN_MISSING = whenMissing();

    private final NodeReader nodes;
    private final String field;
    private List<Source> from = List.of();
    private Template template;
    private Policy policy;
    private final Map<String, String> values = new LinkedHashMap<>();
    private int maxLength;
    private TooLong tooLong = TooLong.TRUNCATE;
    private boolean blankWhenMissing;

    MappingReader(NodeReader nodes, String field) {
        this.nodes = nodes;
        this.field = field;
    }

    /** The mapping, complete but for its policy, which is null where the profile's holds. */
    Draft read(String path, Node node) {
        if (node instanceof MappingNode) {
            readMapping(path, node);
        } else {
            from = nodes.oneOrMore(path, node, this::source);
        }
        return new Draft(field, path, node, from, template, policy, values, maxLength, tooLong, blankWhenMissing);
    }

    private void readMapping(String path, Node node) {
        Map<String, BiConsumer<String, Node>> handlers = new LinkedHashMap<>();
        List<String> given = new ArrayList<>();
        handlers.put("from", (at, value) -> {
            given.add("from");
            from = nodes.oneOrMore(at, value, this::source);
        });
        handlers.put("template", (at, value) -> {
            given.add("template");
            readTemplate(at, value);
        });
        handlers.put("policy", (at, value) -> policy = nodes.choice(at, value, Named.byName(Policy.values())));
        handlers.put("values", this::readValues);
        handlers.put("maxLength", (at, value) -> {
            Integer length = nodes.integer(at, value, 1, LONGEST);
            maxLength = length == null ? 0 : length;
        });
        handlers.put("tooLong", (at, value) -> {
            TooLong read = nodes.choice(at, value, Named.byName(TooLong.values()));
            tooLong = read == null ? tooLong : read;
        });
        handlers.put(
                "whenMissing",
                (at, value) -> blankWhenMissing = Boolean.TRUE.equals(nodes.choice(at, value, WHEN_MISSING)));
        nodes.object(path, node, handlers, Set.of());
        if (given.size() != 1) {
            nodes.refuse(node, path, "needs either from or template");
        }
        if (blankWhenMissing && policy != Policy.OVERWRITE) {
            nodes.refuse(node, at(path, "whenMissing"), "can be blank only beside policy: overwrite");
        }
    }

    private Source source(String path, Node node) {
        return nodes.choice(path, node, Source.byPath());
    }

    private void readTemplate(String path, Node node) {
        String text = nodes.text(path, node);
        if (text == null) {
            return;
        }
        Template read = new Template(text);
        if (read.names().isEmpty() || read.hasStrayBraces()) {
            nodes.refuse(node, path, "has to be a text with {{source}} in it, and no other braces");
            return;
        }
        List<String> unknown = read.names().stream()
                .filter(name -> !Source.byPath().containsKey(name))
                .toList();
        unknown.forEach(name -> nodes.refuse(
                node,
                path,
                "has the unknown source '" + name + "'"
                        + NearestKey.hint(name, Source.byPath().keySet())));
        if (unknown.isEmpty()) {
            template = read;
            from = read.sources();
        }
    }

    private void readValues(String path, Node node) {
        for (Map.Entry<ScalarNode, Node> entry : nodes.entries(path, node).entrySet()) {
            String value = nodes.text(at(path, entry.getKey().getValue()), entry.getValue());
            if (value != null) {
                values.put(entry.getKey().getValue(), value);
            }
        }
        if (node instanceof MappingNode mapping && mapping.getValue().isEmpty()) {
            nodes.refuse(node, path, "has to have at least one entry");
        }
    }

    private static Map<String, Boolean> whenMissing() {
        Map<String, Boolean> choices = new LinkedHashMap<>();
        choices.put("keep", false);
        choices.put("blank", true);
        return choices;
    }

    /** A mapping before the profile's own policy and kind are known. */
    record Draft(
            String field,
            String path,
            Node node,
            List<Source> from,
            Template template,
            Policy policy,
            Map<String, String> values,
            int maxLength,
            TooLong tooLong,
            boolean blankWhenMissing) {
        FieldMapping complete(Policy fallback) {
            return new FieldMapping(
                    field,
                    from,
                    template,
                    policy == null ? fallback : policy,
                    values,
                    maxLength,
                    tooLong,
                    blankWhenMissing);
        }
    }
}
