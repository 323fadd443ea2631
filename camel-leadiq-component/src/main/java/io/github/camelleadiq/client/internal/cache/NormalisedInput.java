/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes lookups that differ only in spelling the same way. Never does so with two that could mean different people:
 * what is doubtful stays as it is, which costs at most a lookup that could have been spared.
 */
final class NormalisedInput {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[\\s().-]");
    /** Of pages that the path alone names: that of others, such as {@code profile/view?id=1}, can be in the query. */
    private static final Pattern LINKEDIN_HOST =
            Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?linkedin\\.com/(?=(?:in|pub|company|school|showcase)/)");

    private static final Map<String, UnaryOperator<String>> BY_MEMBER = Map.ofEntries(
            Map.entry("email", NormalisedInput::foldCase),
            Map.entry("hashedEmail", NormalisedInput::foldCase),
            Map.entry("domain", NormalisedInput::foldCase),
            Map.entry("emailDomain", NormalisedInput::foldCase),
            Map.entry("companyDomain", NormalisedInput::foldCase),
            Map.entry("name", NormalisedInput::foldCase),
            Map.entry("companyName", NormalisedInput::foldCase),
            Map.entry("fullName", NormalisedInput::foldCase),
            Map.entry("firstName", NormalisedInput::foldCase),
            Map.entry("middleName", NormalisedInput::foldCase),
            Map.entry("lastName", NormalisedInput::foldCase),
            Map.entry("linkedinUrl", NormalisedInput::linkedinUrl),
            Map.entry("phone", text -> PHONE_PUNCTUATION.matcher(text).replaceAll("")));

    private NormalisedInput() {}

    /** The value with the members in order, without members that are null, and with its texts normalised. */
    static JsonNode of(JsonNode value) {
        return of("", value);
    }

    private static JsonNode of(String member, JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, JsonNode> members = new TreeMap<>();
            object.fields().forEachRemaining(field -> {
                if (!field.getValue().isNull()) {
                    members.put(field.getKey(), of(field.getKey(), field.getValue()));
                }
            });
            return new ObjectNode(JsonNodeFactory.instance, members);
        }
        if (value instanceof ArrayNode array) {
            return set(member, array);
        }
        return value.isTextual() ? TextNode.valueOf(text(member, value.textValue())) : value;
    }

    /** The lists of lookups are alternatives or conditions: neither their order nor repetitions mean anything. */
    private static ArrayNode set(String member, ArrayNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(item -> items.add(of(member, item)));
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        items.stream()
                .distinct()
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(sorted::add);
        return sorted;
    }

    private static String text(String member, String text) {
        String plain = isPlain(text)
                ? text
                : SPACES.matcher(
                                Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                        .replaceAll(" ");
        return BY_MEMBER.getOrDefault(member, UnaryOperator.identity()).apply(plain);
    }

    /** Nothing but visible ASCII, as most email addresses and domains are: there is only one way to write it. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String foldCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Leaves the letter case of the path: in some of these URLs it is an id. */
    private static String linkedinUrl(String text) {
        return stripUrl(text, LINKEDIN_HOST);
    }

    /** A LinkedIn URL without scheme, query and slashes at the end; anything else as it is. */
    static String stripUrl(String text, Pattern host) {
        Matcher matcher = host.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        int end = matcher.end();
        while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
            end++;
        }
        while (end > matcher.end() && text.charAt(end - 1) == '/') {
            end--;
        }
        return "linkedin.com/" + text.substring(matcher.end(), end);
    }
}
