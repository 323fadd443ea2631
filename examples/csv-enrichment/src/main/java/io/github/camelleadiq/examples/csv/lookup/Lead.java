/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.model.CompanyDetails;
import io.github.camelleadiq.model.SearchPeopleInput;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of somebody before LeadIQ is asked. What is not known is null.
 *
 * @param fullName the whole name, when it is not given in parts
 */
public record Lead(
        String fullName,
        String firstName,
        String lastName,
        String company,
        String domain,
        String email,
        String linkedinUrl) {

    /** Whether there is a name that is whole: half a name finds, and bills, somebody else. */
    boolean hasName() {
        return fullName != null || firstName != null && lastName != null;
    }

    /** Whether this is enough to find one person by. */
    boolean isSearchable() {
        return linkedinUrl != null || email != null || hasName() && (company != null || domain != null);
    }

    /** All that identifies this person, in a form that can be compared; the most precise first. */
    List<String> identifiers() {
        List<String> identifiers = new ArrayList<>(4);
        if (linkedinUrl != null) {
            identifiers.add(Identifiers.comparable(linkedinUrl));
        }
        if (email != null) {
            identifiers.add(email);
        }
        if (hasName()) {
            String name = Identifiers.comparable(fullName != null ? fullName : firstName + " " + lastName);
            if (domain != null) {
                identifiers.add(name + "|domain|" + domain);
            }
            if (company != null) {
                identifiers.add(name + "|company|" + Identifiers.comparable(company));
            }
        }
        return identifiers;
    }

    /** The question for LeadIQ: all that is known, as it picks what is most precise itself. */
    public SearchPeopleInput toInput() {
        CompanyDetails employer = company == null && domain == null
                ? null
                : CompanyDetails.builder().name(company).domain(domain).build();
        return SearchPeopleInput.builder()
                .fullName(fullName)
                .firstName(firstName)
                .lastName(lastName)
                .company(employer)
                .email(email)
                .linkedinUrl(linkedinUrl)
                .build();
    }

    /** Not the values: they are personal data. */
    @Override
    public String toString() {
        return "Lead";
    }
}
