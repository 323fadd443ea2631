/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what was bought in an answer, in one pass over its bytes. */
final class SaleReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SUPPRESSED = "suppressed";

    private final JsonParser parser;
    private final List<Sale> people = new ArrayList<>();
    private final Set<String> loneCompanies = new LinkedHashSet<>();
    private int namelessCompanies;

    private SaleReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The people of an answer in its order, then the companies that belong to none of them.
     *
     * @throws IOException when the answer is not JSON
     */
    static List<Sale> read(JsonSlice json, AnswerShape shape) throws IOException {
        try (JsonParser parser = JSON.createParser(json.bytes(), json.offset(), json.length())) {
            SaleReader reader = new SaleReader(parser);
            parser.nextToken();
            reader.value(shape, null);
            return reader.sales();
        }
    }

    private List<Sale> sales() {
        List<String> companies = new ArrayList<>(loneCompanies);
        for (int i = 0; i < namelessCompanies; i++) {
            companies.add(null);
        }
        List<Sale> sales = new ArrayList<>(people);
        if (!companies.isEmpty()) {
            sales.add(new Sale(false, null, Set.of(), companies));
        }
        return sales;
    }

    /** A person while it is read. */
    private static final class Person {
        private String id;
        private final Set<DataPoint> contact = EnumSet.noneOf(DataPoint.class);
        private final Set<String> companies = new LinkedHashSet<>();
        private int namelessCompanies;

        Sale sale() {
            List<String> all = new ArrayList<>(companies);
            for (int i = 0; i < namelessCompanies; i++) {
                all.add(null);
            }
            return new Sale(true, id, contact, all);
        }
    }

    /** Reads the value that the parser stands on. */
    private void value(AnswerShape shape, Person owner) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(shape, owner);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            switch (shape.role()) {
                case PERSON -> {
                    Person person = new Person();
                    object(shape, person, person);
                    people.add(person.sale());
                }
                case COMPANY -> company(shape, owner);
                case CONTACT, OTHER -> object(shape, owner, null);
            }
        }
    }

    /** @param self the person that the object is, or null */
    private String object(AnswerShape shape, Person owner, Person self) throws IOException {
        String id = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            AnswerShape.Member member = shape.member(parser.currentName());
            parser.nextToken();
            if (member == null) {
                parser.skipChildren();
            } else if (member.isId() && parser.currentToken().isScalarValue()) {
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
        if (self != null) {
            self.id = id;
        }
        return id;
    }

    private void company(AnswerShape shape, Person owner) throws IOException {
        String id = object(shape, null, null);
        if (!shape.buysCompany()) {
            return;
        }
        if (owner != null) {
            owner.namelessCompanies += id == null ? 1 : 0;
        } else {
            namelessCompanies += id == null ? 1 : 0;
        }
        if (id != null) {
            (owner == null ? loneCompanies : owner.companies).add(id);
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
            return isOpenContact(shape);
        }
        String text = text();
        return text != null && !text.isBlank();
    }

    private boolean isOpenContact(AnswerShape shape) throws IOException {
        boolean there = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            AnswerShape.Member member = shape.member(parser.currentName());
            parser.nextToken();
            String field = member == null ? "" : member.field();
            String text = text();
            boolean withheld = field.equals("status") && SUPPRESSED.equals(lowerCase(text));
            boolean missing = field.equals("value") && (text == null || text.isBlank());
            there &= !withheld && !missing;
            parser.skipChildren();
        }
        return there;
    }

    private String text() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getValueAsString();
    }

    private static String lowerCase(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
