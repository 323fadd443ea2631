/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import static io.github.camelleadiq.routes.core.profile.NodeReader.at;

import io.github.camelleadiq.routes.core.text.Countries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Turns the nodes of one file into a profile, with the defaults for what it leaves out. */
final class ProfileParser {
    private static final BigDecimal MAX_BUDGET = new BigDecimal("1000000000");
    private static final Pattern AGE = Pattern.compile("[1-9][0-9]{0,4}[dhm]");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Map<Character, ChronoUnit> UNITS =
            Map.of('d', ChronoUnit.DAYS, 'h', ChronoUnit.HOURS, 'm', ChronoUnit.MINUTES);
    private static final Set<Identifier> OF_COMPANIES = Set.of(
            Identifier.LEADIQ_ID,
            Identifier.LINKEDIN_URL,
            Identifier.COMPANY_NAME,
            Identifier.DOMAIN,
            Identifier.COUNTRY);
    private static final List<String> EMAIL_STATUSES = List.of("Verified", "VerifiedLikely", "Unverified");

    private final NodeReader nodes;
    private String object = "";
    private Kind kind = Kind.PERSON;
    private final Map<Identifier, List<String>> identifiers = new EnumMap<>(Identifier.class);
    private final Map<Identifier, Node> identifierKeys = new EnumMap<>(Identifier.class);
    private final List<MappingReader.Draft> drafts = new ArrayList<>();
    private Policy policy = Policy.FILL_EMPTY;
    private Duration refreshAfter;
    private double minConfidence = 0.8;
    private double ambiguityMargin = 0.1;
    private Set<String> watched = Set.of();
    private List<Condition> filter = List.of();
    private final List<OptOut> optOuts = new ArrayList<>();
    private Stamps stamps = Stamps.NONE;
    private String modifiedAt;
    private List<String> emailStatuses = EMAIL_STATUSES.subList(0, 2);
    private boolean preview;
    private BigDecimal budget;
    private String defaultRegion;
    private String currency = "USD";

    ProfileParser(Problems problems) {
        nodes = new NodeReader(problems);
    }

    /** The profile; of use only if no problem was reported. */
    EnrichmentProfile parse(Node root) {
        nodes.object("", root, handlers(), new LinkedHashSet<>(List.of("object", "kind", "identifiers", "mapping")));
        drafts.forEach(this::checkDraft);
        identifierKeys.forEach((identifier, key) -> {
            if (kind == Kind.COMPANY && !OF_COMPANIES.contains(identifier)) {
                nodes.refuse(key, at("identifiers", identifier.profileName()), "is for people; companies have none");
            }
        });
        List<FieldMapping> mappings =
                drafts.stream().map(draft -> draft.complete(policy)).toList();
        return new EnrichmentProfile(
                object,
                kind,
                identifiers,
                mappings,
                refreshAfter,
                minConfidence,
                ambiguityMargin,
                watched.isEmpty()
                        ? EnrichmentProfile.watchedByDefault(identifiers.values(), mappings, filter)
                        : watched,
                filter,
                optOuts,
                stamps,
                modifiedAt,
                emailStatuses,
                preview,
                budget,
                defaultRegion,
                currency,
                nodes.places());
    }

    private Map<String, BiConsumer<String, Node>> handlers() {
        Map<String, BiConsumer<String, Node>> handlers = new LinkedHashMap<>();
        handlers.put("object", (at, node) -> set(nodes.field(at, node), value -> object = value));
        handlers.put(
                "kind", (at, node) -> set(nodes.choice(at, node, Named.byName(Kind.values())), value -> kind = value));
        handlers.put("identifiers", this::readIdentifiers);
        handlers.put("mapping", this::readMappings);
        handlers.put(
                "policy",
                (at, node) -> set(nodes.choice(at, node, Named.byName(Policy.values())), value -> policy = value));
        handlers.put("refreshAfter", (at, node) -> refreshAfter = age(at, node));
        handlers.put("minConfidence", (at, node) -> set(fraction(at, node), value -> minConfidence = value));
        handlers.put("ambiguityMargin", (at, node) -> set(fraction(at, node), value -> ambiguityMargin = value));
        handlers.put("watched", (at, node) -> watched = new LinkedHashSet<>(nodes.list(at, node, nodes::field)));
        handlers.put("filter", (at, node) -> filter = nodes.list(at, node, this::condition));
        handlers.put("optOuts", this::readOptOuts);
        handlers.put("stamps", this::readStamps);
        handlers.put("modifiedAt", (at, node) -> modifiedAt = nodes.field(at, node));
        handlers.put("emailStatuses", (at, node) -> emailStatuses = statuses(at, node));
        handlers.put("preview", (at, node) -> set(nodes.bool(at, node), value -> preview = value));
        handlers.put("budget", (at, node) -> budget = nodes.number(at, node, BigDecimal.ZERO, MAX_BUDGET, ""));
        handlers.put("defaultRegion", (at, node) -> defaultRegion = region(at, node));
        handlers.put(
                "currency",
                (at, node) -> set(
                        nodes.matching(
                                at, node, CURRENCY, "has to be a currency of three capital letters, such as EUR"),
                        value -> currency = value));
        return handlers;
    }

    private String region(String path, Node node) {
        String code = nodes.text(path, node);
        if (code == null || Countries.codes().contains(code)) {
            return code;
        }
        // the nearest code of UK is not that with the fewest edits
        Optional<String> meant =
                Countries.code(code).or(() -> NearestKey.of(code, startingLike(code, Countries.codes())));
        nodes.refuse(
                node,
                path,
                "has to be a country's code of two capital letters, such as US"
                        + meant.map(name -> "; did you mean '" + name + "'?").orElse(""));
        return null;
    }

    private static List<String> startingLike(String code, Collection<String> known) {
        return known.stream()
                .filter(name -> name.regionMatches(true, 0, code, 0, 1))
                .toList();
    }

    private void readIdentifiers(String path, Node node) {
        Map<String, BiConsumer<String, Node>> handlers = new LinkedHashMap<>();
        Named.byName(Identifier.values())
                .forEach((name, identifier) -> handlers.put(name, (at, value) -> {
                    identifierKeys.put(identifier, value);
                    identifiers.put(identifier, nodes.oneOrMore(at, value, nodes::field));
                }));
        nodes.object(path, node, handlers, Set.of());
        refuseIfNone(path, node);
    }

    private void readMappings(String path, Node node) {
        Map<ScalarNode, Node> entries = nodes.entries(path, node);
        entries.forEach((key, value) -> {
            if (nodes.isField(path, key)) {
                drafts.add(new MappingReader(nodes, key.getValue()).read(at(path, key.getValue()), value));
            }
        });
        refuseIfNone(path, node);
    }

    private void readOptOuts(String path, Node node) {
        Map<ScalarNode, Node> entries = nodes.entries(path, node);
        entries.forEach((key, value) -> {
            if (nodes.isField(path, key)) {
                Set<Source> blocks = new HashSet<>();
                nodes.oneOrMore(at(path, key.getValue()), value, this::group).forEach(blocks::addAll);
                optOuts.add(new OptOut(key.getValue(), blocks));
            }
        });
        refuseIfNone(path, node);
    }

    private void readStamps(String path, Node node) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, BiConsumer<String, Node>> handlers = new LinkedHashMap<>();
        for (String name : List.of("leadiqId", "enrichedAt", "status")) {
            handlers.put(name, (at, value) -> fields.put(name, nodes.field(at, value)));
        }
        nodes.object(path, node, handlers, Set.of());
        stamps = new Stamps(fields.get("leadiqId"), fields.get("enrichedAt"), fields.get("status"));
    }

    private Condition condition(String path, Node node) {
        Map<String, Object> read = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        Map<String, BiConsumer<String, Node>> handlers = new LinkedHashMap<>();
        handlers.put("field", (at, value) -> read.put("field", nodes.field(at, value)));
        handlers.put("op", (at, value) -> read.put("op", nodes.choice(at, value, Named.byName(Operator.values()))));
        handlers.put("values", (at, value) -> {
            read.put("values", true);
            values.addAll(nodes.list(at, value, nodes::text));
        });
        nodes.object(path, node, handlers, new LinkedHashSet<>(List.of("field", "op")));
        if (!(read.get("field") instanceof String field) || !(read.get("op") instanceof Operator operator)) {
            return null;
        }
        if (operator.takesValues() != read.containsKey("values")) {
            nodes.refuse(
                    node,
                    path,
                    "op " + operator.profileName() + (operator.takesValues() ? " needs values" : " takes no values"));
        }
        return new Condition(field, operator, values);
    }

    private Set<Source> group(String path, Node node) {
        Set<String> groups = new LinkedHashSet<>(List.of("all", "person", "person.email", "person.phone", "company"));
        groups.addAll(Source.byPath().keySet());
        Map<String, Set<Source>> choices = new LinkedHashMap<>();
        groups.forEach(name -> choices.put(name, Source.group(name)));
        return nodes.choice(path, node, choices);
    }

    private List<String> statuses(String path, Node node) {
        Map<String, String> choices = new LinkedHashMap<>();
        EMAIL_STATUSES.forEach(status -> choices.put(status, status));
        return nodes.list(path, node, (at, item) -> nodes.choice(at, item, choices));
    }

    private Duration age(String path, Node node) {
        String text = nodes.matching(
                path,
                node,
                AGE,
                "has to be an age in days, hours or minutes, such as 90d, 12h or 30m; for six months say 180d");
        return text == null
                ? null
                : Duration.of(
                        Long.parseLong(text.substring(0, text.length() - 1)),
                        UNITS.get(text.charAt(text.length() - 1)));
    }

    private Double fraction(String path, Node node) {
        BigDecimal number = nodes.number(path, node, BigDecimal.ZERO, BigDecimal.ONE, "; 80 % is 0.8");
        return number == null ? null : number.doubleValue();
    }

    private void checkDraft(MappingReader.Draft draft) {
        if (optOuts.stream().anyMatch(optOut -> optOut.field().equals(draft.field()))) {
            nodes.refuse(draft.node(), draft.path(), "is an opt-out field, which is never written");
        }
        if (stamps.fields().anyMatch(draft.field()::equals)) {
            nodes.refuse(draft.node(), draft.path(), "is a stamp field, which is written anyway");
        }
        draft.from().stream()
                .filter(source -> !source.isIn(kind))
                .forEach(source -> nodes.refuse(
                        draft.node(), draft.path(), "'" + source.path() + "' is for people; companies have none"));
    }

    private void refuseIfNone(String path, Node node) {
        if (node instanceof MappingNode mapping && mapping.getValue().isEmpty()) {
            nodes.refuse(node, path, "has to have at least one entry");
        }
    }

    private static <T> void set(T value, Consumer<T> field) {
        if (value != null) {
            field.accept(value);
        }
    }
}
