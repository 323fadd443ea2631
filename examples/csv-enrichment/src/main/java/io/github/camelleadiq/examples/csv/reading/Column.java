/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.LinkedIn;
import io.github.camelleadiq.routes.core.text.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a column can tell of a lead, and what people and the exports of other programs call it in English, German, French and
 * Spanish: without accents, digits, blanks and punctuation.
 */
public enum Column {
    FULL_NAME(
            Identifier.FULL_NAME,
            Texts::name,
            "name",
            "fullname",
            "contact",
            "contactname",
            "lead",
            "leadname",
            "person",
            "personname",
            "vollstandigername",
            "vorundnachname",
            "kontakt",
            "kontaktname",
            "ansprechpartner",
            // with a column for the other half, this is half of the name: see LeadReader
            "nom",
            "nomcomplet",
            "nometprenom",
            "prenometnom",
            "nombre",
            "nombrecompleto",
            "nombreyapellidos",
            "contacto"),
    FIRST_NAME(
            Identifier.FIRST_NAME,
            Texts::name,
            "firstname",
            "first",
            "givenname",
            "forename",
            "contactfirstname",
            "personfirstname",
            "vorname",
            "prenom",
            "primernombre",
            "nombredepila"),
    LAST_NAME(
            Identifier.LAST_NAME,
            Texts::name,
            "lastname",
            "last",
            "surname",
            "familyname",
            "contactlastname",
            "personlastname",
            "nachname",
            "familienname",
            "zuname",
            "nomdefamille",
            "apellido",
            "apellidos"),
    COMPANY(
            Identifier.COMPANY_NAME,
            Texts::name,
            "company",
            "companyname",
            "account",
            "accountname",
            "organization",
            "organisation",
            "organizationname",
            "organisationname",
            "employer",
            "associatedcompany",
            "personorganization",
            "leadorganization",
            "firma",
            "firmenname",
            "unternehmen",
            "unternehmensname",
            "arbeitgeber",
            "societe",
            "entreprise",
            "nomdelentreprise",
            "nomdelasociete",
            "raisonsociale",
            "empresa",
            "compania",
            "nombredelaempresa",
            "organizacion"),
    DOMAIN(
            Identifier.DOMAIN,
            Domains::ofWebsite,
            "domain",
            "companydomain",
            "companydomainname",
            "website",
            "websitevalue",
            "companywebsite",
            "organizationwebsite",
            "web",
            "homepage",
            "websiteurl",
            "url",
            "webseite",
            "internetseite",
            "siteweb",
            "siteinternet",
            "urldusiteweb",
            "pageweb",
            "sitioweb",
            "paginaweb",
            "urldelsitioweb",
            "dominio"),
    EMAIL(
            Identifier.EMAIL,
            Domains::email,
            "email",
            "emailaddress",
            "emailvalue",
            "mail",
            "workemail",
            "emailwork",
            "emailhome",
            "emailother",
            "businessemail",
            "contactemail",
            "personemail",
            "personemailwork",
            "personemailhome",
            "personemailother",
            "additionalemailaddresses",
            "emailadresse",
            "geschaftlicheemail",
            "emailgeschaftlich",
            "mailadresse",
            "courriel",
            "adresseemail",
            "adressemail",
            "adressedemessagerie",
            "correo",
            "correoelectronico",
            "direcciondecorreoelectronico"),
    LINKEDIN_URL(
            Identifier.LINKEDIN_URL,
            LinkedIn::person,
            "linkedin",
            "linkedinurl",
            "linkedinprofile",
            "linkedinprofileurl",
            "personlinkedin",
            "personlinkedinurl",
            "linkedinlink",
            // LinkedIn's export of connections; of a contact's websites one is often this
            "url",
            "website",
            "websitevalue",
            "linkedinprofil",
            "profillinkedin",
            "perfildelinkedin",
            "urldelinkedin"),
    COUNTRY(
            Identifier.COUNTRY,
            Texts::name,
            "country",
            "countryregion",
            "addresscountry",
            "land",
            "pays",
            "paysregion",
            "pais",
            "paisregion");

    private static final Map<String, Set<Column>> BY_NAME = byName();

    private final Identifier identifier;
    private final Function<String, Optional<String>> usable;
    private final List<String> names;

    Column(Identifier identifier, Function<String, Optional<String>> usable, String... names) {
        this.identifier = identifier;
        this.usable = usable;
        this.names = List.of(names);
    }

    /** What it is to the rules by which people are matched. */
    public Identifier identifier() {
        return identifier;
    }

    /** The value as LeadIQ can be asked by it; empty for placeholders, broken addresses and the like. */
    public Optional<String> usable(String value) {
        return usable.apply(value);
    }

    /** The meanings of a header such as {@code E-Mail Address} or {@code Prénom}; none for a column of the user's. */
    static Set<Column> of(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
        return BY_NAME.getOrDefault(plain, Set.of());
    }

    private static Map<String, Set<Column>> byName() {
        Map<String, Set<Column>> byName = new HashMap<>();
        Arrays.stream(values())
                .forEach(column -> column.names.forEach(
                        name -> byName.computeIfAbsent(name, unused -> EnumSet.noneOf(Column.class))
                                .add(column)));
        return byName;
    }
}
