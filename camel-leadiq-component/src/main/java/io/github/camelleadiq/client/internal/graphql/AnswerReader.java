/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.PageState;
import io.github.camelleadiq.client.internal.document.AnswerShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes once through a value of an answer, and so finds where it ends, what was bought in it and how many more pages
 * there are. Whatever is sent, only what is no JSON makes it fail.
 */
public final class AnswerReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SUPPRESSED = "suppressed";

    private final JsonParser parser;
    private final AnswerShape root;
    private final List<Sale> people = new ArrayList<>();
    /** Owns the companies that belong to no person. */
    private final Owner unowned = new Owner();

    private boolean isCountable = true;
    /** How many lists are around what is read: what stands in one says nothing about the whole. */
    private int lists;

    private String total;
    private String hasMore;
    private String cursor;
    private boolean cursorSeen;

    private AnswerReader(JsonParser parser, AnswerShape root) {
        this.parser = parser;
        this.root = root;
    }

    /**
     * Reads a value that was answered before.
     *
     * @throws IOException when it is no JSON
     */
    public static AnswerData read(JsonSlice json, AnswerShape shape) throws IOException {
        try (JsonParser parser = JSON.createParser(json.bytes(), json.offset(), json.length())) {
            parser.nextToken();
            return read(parser, json.bytes(), json.offset(), shape);
        }
    }

    /**
     * Reads the value that a parser stands on.
     *
     * @param base where in the bytes the parser began
     * @throws IOException when it is no JSON
     */
    static AnswerData read(JsonParser parser, byte[] bytes, int base, AnswerShape shape) throws IOException {
        int start = start(parser, base);
        if (!parser.currentToken().isStructStart()) {
            parser.finishToken();
            return AnswerData.of(slice(parser, bytes, base, start));
        }
        if (shape.isEmpty()) {
            parser.skipChildren();
            return AnswerData.of(slice(parser, bytes, base, start));
        }
        AnswerReader reader = new AnswerReader(parser, shape);
        reader.value(shape, null);
        return new AnswerData(slice(parser, bytes, base, start), reader.sales(), reader.page());
    }

    /** Where in the bytes the value begins that a parser stands on. */
    static int start(JsonParser parser, int base) throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        if (start < 0) {
            throw new IOException("the answer is not in UTF-8");
        }
        return base + (int) start;
    }

    private static JsonSlice slice(JsonParser parser, byte[] bytes, int base, int start) {
        return new JsonSlice(bytes, start, base + (int) parser.currentLocation().getByteOffset() - start);
    }

    /** What belongs to a person while it is read, or to none. */
    private static final class Owner {
        private final Set<DataPoint> contact = EnumSet.noneOf(DataPoint.class);
        /** A company that has an id counts once. */
        private Set<String> companies = Set.of();

        private int namelessCompanies;

        void addCompany(String id) {
            if (id == null) {
                namelessCompanies++;
            } else {
                companies = companies.isEmpty() ? new LinkedHashSet<>() : companies;
                companies.add(id);
            }
        }

        boolean hasCompanies() {
            return namelessCompanies > 0 || !companies.isEmpty();
        }

        Sale sale(boolean isPerson, String id) {
            List<String> all = new ArrayList<>(companies);
            all.addAll(Collections.nCopies(namelessCompanies, null));
            return new Sale(isPerson, id, contact, all);
        }
    }

    private List<Sale> sales() {
        if (!isCountable) {
            return null;
        }
        if (unowned.hasCompanies()) {
            people.add(unowned.sale(false, null));
        }
        return people;
    }

    private PageState page() {
        return PageState.of(total, hasMore, cursorSeen && !root.hasFlagForMore(), cursor);
    }

    /** Reads the value that the parser stands on. */
    private void value(AnswerShape shape, Owner owner) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            lists++;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(shape, owner);
            }
            lists--;
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            switch (shape.role()) {
                case PERSON -> {
                    Owner person = new Owner();
                    String id = object(shape, person);
                    people.add(person.sale(true, id));
                }
                case COMPANY -> {
                    String id = object(shape, null);
                    if (shape.buysCompany()) {
                        (owner == null ? unowned : owner).addCompany(id);
                    }
                }
                case CONTACT, OTHER -> object(shape, owner);
            }
        }
    }

    /**
     * Reads the members of an object.
     *
     * @return its id, or null
     */
    private String object(AnswerShape shape, Owner owner) throws IOException {
        String id = null;
        String name;
        while ((name = parser.nextFieldName()) != null) {
            AnswerShape.Member member = shape.member(name);
            JsonToken value = parser.nextToken();
            if (member == null) {
                parser.skipChildren();
            } else if (member.page() != null && lists == 0 && value.isScalarValue()) {
                page(member.page());
            } else if (member.isId() && value.isScalarValue()) {
                id = id == null ? text() : id;
            } else if (member.contact() != null && owner != null) {
                if (isThere(member.below())) {
                    owner.contact.add(member.contact());
                }
            } else if (member.below() != null) {
                value(member.below(), owner);
            } else {
                parser.skipChildren();
            }
        }
        return id;
    }

    private void page(AnswerShape.PageMember member) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
        switch (member) {
            case TOTAL -> total = text;
            case HAS_MORE -> hasMore = text;
            case CURSOR -> {
                cursor = text;
                cursorSeen = true;
            }
        }
    }

    /** Whether there is contact data in the value that the parser stands on, and not only the fact that it is withheld. */
    private boolean isThere(AnswerShape shape) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            boolean any = false;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                any |= isThere(shape);
            }
            return any;
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            if (shape == null) {
                isCountable = false;
                parser.skipChildren();
                return true;
            }
            return isOpenContact(shape);
        }
        return !isBlank(text());
    }

    private boolean isOpenContact(AnswerShape shape) throws IOException {
        boolean there = true;
        String name;
        while ((name = parser.nextFieldName()) != null) {
            AnswerShape.Member member = shape.member(name);
            parser.nextToken();
            if (member == null) {
                parser.skipChildren();
            } else {
                String text = text();
                there &= !(member.isStatus() && SUPPRESSED.equalsIgnoreCase(text))
                        && !(member.isValue() && isBlank(text));
                parser.skipChildren();
            }
        }
        return there;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private String text() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getValueAsString();
    }
}
