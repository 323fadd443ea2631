/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column can tell of a lead, and what people call it. */
public enum Column {
    FULL_NAME("name", "fullname", "contact", "contactname", "lead", "leadname", "person", "personname"),
    FIRST_NAME("firstname", "first", "givenname", "forename", "contactfirstname"),
    LAST_NAME("lastname", "last", "surname", "familyname", "contactlastname"),
    COMPANY("company", "companyname", "account", "accountname", "organization", "organisation", "employer"),
    DOMAIN("domain", "companydomain", "website", "companywebsite", "web", "homepage", "websiteurl"),
    EMAIL("email", "emailaddress", "mail", "workemail", "businessemail", "contactemail"),
    LINKEDIN_URL(
            "linkedin", "linkedinurl", "linkedinprofile", "linkedinprofileurl", "personlinkedinurl", "linkedinlink");

    private static final Map<String, Column> BY_NAME = byName();

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** The meaning of a header such as {@code E-Mail Address} or {@code first_name}; none for a column of the user's. */
    static Optional<Column> of(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return Optional.ofNullable(BY_NAME.get(plain));
    }

    private static Map<String, Column> byName() {
        Map<String, Column> byName = new HashMap<>();
        Arrays.stream(values()).forEach(column -> column.names.forEach(name -> byName.put(name, column)));
        return byName;
    }
}
