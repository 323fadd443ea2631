/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads values out of nodes. What is not as expected is reported, and null or nothing is returned for it. */
final class NodeReader {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,254}");

    private final Problems problems;
    private final Map<String, Place> places = new LinkedHashMap<>();

    NodeReader(Problems problems) {
        this.problems = problems;
    }

    void refuse(Node node, String path, String message) {
        problems.add(node, path, message);
    }

    /** The entries of a mapping, without those whose key is no text or comes twice. */
    Map<ScalarNode, Node> entries(String path, Node node) {
        Map<ScalarNode, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            refuse(node, path, "has to be a mapping (name: value)");
            return entries;
        }
        List<String> names = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                refuse(tuple.getKeyNode(), path, "has a key that is no text");
            } else if (names.contains(key.getValue())) {
                refuse(key, at(path, key.getValue()), "comes twice");
            } else {
                names.add(key.getValue());
                entries.put(key, tuple.getValueNode());
            }
        }
        return entries;
    }

    /** Hands each entry to the handler of its name. */
    void object(String path, Node node, Map<String, BiConsumer<String, Node>> handlers, Set<String> required) {
        Map<ScalarNode, Node> entries = entries(path, node);
        List<String> names = entries.keySet().stream().map(ScalarNode::getValue).toList();
        if (node instanceof MappingNode) {
            required.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> refuse(node, at(path, name), "is missing"));
        }
        entries.forEach((key, value) -> {
            BiConsumer<String, Node> handler = handlers.get(key.getValue());
            if (handler == null) {
                refuse(
                        key,
                        at(path, key.getValue()),
                        "is unknown" + NearestKey.hint(key.getValue(), handlers.keySet()));
            } else {
                handler.accept(at(path, key.getValue()), value);
            }
        });
    }

    /** The value of each item that has one; a single value counts as a list of one. */
    <T> List<T> oneOrMore(String path, Node node, BiFunction<String, Node, T> item) {
        return node instanceof SequenceNode ? list(path, node, item) : listOfNonNull(item.apply(path, node));
    }

    /** The value of each item that has one; an empty list is refused. */
    <T> List<T> list(String path, Node node, BiFunction<String, Node, T> item) {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            refuse(node, path, "has to be a list with at least one item");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            values.addAll(listOfNonNull(item.apply(path, child)));
        }
        return values;
    }

    /** The name of a field of the CRM. */
    String field(String path, Node node) {
        String name = matching(path, node, FIELD, "has to be the API name of a field");
        if (name != null) {
            named(path, name, node);
        }
        return name;
    }

    /** Where the fields of the CRM are named: by the path to the name and the name itself. */
    Map<String, Place> places() {
        return places;
    }

    private void named(String path, String name, Node node) {
        places.putIfAbsent(path + "." + name, problems.place(node.getStartMark()));
    }

    /** Whether this key is the name of a field; reports it if not. */
    boolean isField(String path, ScalarNode key) {
        if (FIELD.matcher(key.getValue()).matches()) {
            named(path, key.getValue(), key);
            return true;
        }
        refuse(
                key,
                at(path, key.getValue()),
                "is no API name of a field: these have letters, digits and _ only, such as AnnualRevenue or Rank__c");
        return false;
    }

    String matching(String path, Node node, Pattern pattern, String message) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag() == Tag.STR
                && pattern.matcher(scalar.getValue()).matches()) {
            return scalar.getValue();
        }
        refuse(node, path, message);
        return null;
    }

    /** Text that is not blank; numbers and booleans count as their text. */
    String text(String path, Node node) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag() != Tag.NULL
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        refuse(node, path, "has to be a text that is not blank");
        return null;
    }

    /** One of these names. */
    <T> T choice(String path, Node node, Map<String, T> choices) {
        String name = node instanceof ScalarNode scalar ? scalar.getValue() : null;
        if (name != null && choices.containsKey(name)) {
            return choices.get(name);
        }
        refuse(
                node,
                path,
                name == null
                        ? "has to be one of " + String.join(", ", choices.keySet())
                        : "has the unknown value '" + shown(name) + "'" + NearestKey.hint(name, choices.keySet()));
        return null;
    }

    Boolean bool(String path, Node node) {
        if (node instanceof ScalarNode scalar && scalar.getTag() == Tag.BOOL) {
            return Boolean.valueOf(scalar.getValue());
        }
        refuse(node, path, "has to be true or false");
        return null;
    }

    /** A number within these bounds; the hint ends the message if it is not. */
    BigDecimal number(String path, Node node, BigDecimal min, BigDecimal max, String hint) {
        BigDecimal number = numberOf(node);
        if (number != null && number.compareTo(min) >= 0 && number.compareTo(max) <= 0) {
            return number;
        }
        refuse(node, path, "has to be a number from " + min.toPlainString() + " to " + max.toPlainString() + hint);
        return null;
    }

    /** A whole number within these bounds. */
    Integer integer(String path, Node node, int min, int max) {
        BigDecimal number = node.getTag() == Tag.INT ? numberOf(node) : null;
        if (number != null
                && number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
            return number.intValue();
        }
        refuse(node, path, "has to be a whole number from " + min + " to " + max);
        return null;
    }

    private static BigDecimal numberOf(Node node) {
        // the length bound keeps 1e999999999 and its like from being calculated with
        if (!(node instanceof ScalarNode scalar)
                || (scalar.getTag() != Tag.INT && scalar.getTag() != Tag.FLOAT)
                || !scalar.getValue().matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            return null;
        }
        return new BigDecimal(scalar.getValue());
    }

    static String at(String path, String name) {
        return path.isEmpty() ? shown(name) : path + "." + shown(name);
    }

    private static String shown(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "...";
    }

    private static <T> List<T> listOfNonNull(T value) {
        return value == null ? List.of() : List.of(value);
    }
}
