/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Records and answers of LeadIQ that are near each other: both are made of one invented person or company, and then some parts of
 * either are told in another way, left out, or those of somebody else who is easily mistaken.
 */
final class NearPairs {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A record, and what LeadIQ answers.
     *
     * @param fields of the record, by part
     * @param answers as LeadIQ sends them
     * @param isSibling whether record and answer have given names, or generations, of two people who are easily mistaken
     */
    record Pair(Map<String, String> fields, List<String> answers, boolean isSibling) {}

    /** Two given names that are two people. */
    private static final String[][] SIBLINGS = {
        {"Paul", "Paula"},
        {"Daniel", "Danielle"},
        {"Andrea", "Andreas"},
        {"Christian", "Christina"},
        {"Mario", "Maria"},
        {"Michel", "Michelle"},
        {"Gabriel", "Gabriela"},
        {"Julio", "Julia"},
        {"Robert", "Roberta"},
        {"Simon", "Simone"},
        {"Marcel", "Marcela"},
        {"Patrick", "Patricia"},
        {"Anna", "Peter"},
        {"Iwan", "Olga"}
    };

    private static final String[][] SAME_GIVEN = {
        {"Robert", "Bob", "Rob", "R.", "ROBERT", "Róbert", "Dr. Robert", "Robert J.", "J. Robert", "Bobby"},
        {"Elizabeth", "Liz", "Beth", "E.", "Elisabeth", "Frau Elizabeth", "Elizabeth Ann"},
        {"José", "Jose", "JOSE", "Jose\u0301", "Pepe", "J", "José Luis", "José-Luis"},
        {"Иван", "Ivan", "Iwan", "И."},
        {"太郎", "Taro", "タロウ", "太 郎"},
        {"Γιώργος", "Giorgos", "Yorgos", "George"},
        {"محمد", "Mohammed", "Muhammad", "Mohamed", "Md."},
        {"Zoë", "Zoe", "Zoé", "ZOË", "\u200bZoë"},
        {"Jean-Pierre", "Jean Pierre", "Jean", "J-P", "J.P.", "Jeanpierre"},
        {"Ada", "ada", "A.", "Ada (she/her)", "\"Ada\"", "Ada 🌟", "Ａｄａ", "Ad\u00ada"}
    };

    private static final String[][] FAMILIES = {
        {"Example", "EXAMPLE", "Exmaple", "Example PhD", "Example, MBA", "van Example", "Example-Muster", "Exampl"},
        {"Müller", "Mueller", "Muller", "Miller", "MÜLLER", "Mu\u0308ller", "Möller"},
        {"Nováková", "Novák", "Novakova", "Novak"},
        {"O'Neill", "ONeill", "O’Neill", "O Neill", "Neill"},
        {"van der Berg", "Vanderberg", "Berg", "v.d. Berg", "van den Berg"},
        {"Иванов", "Иванова", "Ivanov", "Iwanow"},
        {"田中", "Tanaka", "タナカ", "田"},
        {"García Muestra", "Garcia", "Muestra", "García-Muestra", "Garcia Lopez"},
        {"Smith", "Smyth", "Smithe", "Smith Jr.", "Smith Sr.", "Smith II", "Smith III", "Jones"},
        {"-", "n/a", "Unknown", "x", "#REF!", "{{last}}", "Example"}
    };

    private static final String[][] COMPANIES = {
        {
            "Acme",
            "Acme Inc.",
            "ACME",
            "Acme Bank",
            "Acme Foundation",
            "Acme 1",
            "Acme 2",
            "Acme GmbH",
            "Acme Germany",
            "The Acme Company",
            "Acme (Holding)",
            "Acmé",
            "アクメ",
            "Acme d/b/a Hooli"
        },
        {"Müller & Söhne GmbH", "Mueller und Soehne", "Müller & Söhne", "Müller", "Muller Sohne"},
        {"Delta", "Delta Dental", "Delta Air", "Delta Ltd", "Δέλτα"},
        {"Example Technologies", "Example Tech", "Example Intl", "Example", "ET"},
        {"International Example Machines", "IEM", "I.E.M.", "International Example"},
        {"アクメ株式会社", "アクメ", "Acme KK", "株式会社アクメ"},
        {"n/a", "Unknown", "Stealth Startup", "Self-employed", "k.A.", "Acme"},
        {"University of Example", "Example University", "Example College"}
    };

    private static final String[][] DOMAINS = {
        {
            "acme.com",
            "www.acme.com",
            "https://acme.com/about",
            "ACME.COM",
            "shop.acme.com",
            "acme.de",
            "acme.co.uk",
            "acme-bank.com",
            "acmebank.com",
            "acme.com.",
            "acme.com:443",
            "\u200bacme.com",
            "acme.com\u00a0"
        },
        {"müller.example", "xn--mller-kva.example", "mueller.example", "muller.example"},
        {"delta.com", "deltadental.com", "delta.org", "delta-air.com"},
        {"gmail.com", "acme.com"},
        {"facebook.com/acme", "acme.com"},
        {"sites.google.com/view/acme", "google.com"},
        {"linkedin.com/company/acme", "acme.com"},
        {"acme.uk.com", "acme.com"},
        {"acme_corp.example", "acme.example"},
        {"n/a", "acme.com"},
        {"co.uk", "acme.co.uk"},
        {"localhost", "10.0.0.1", "acme.com"}
    };

    private static final String[] MAILBOXES = {
        "ada.example", "info", "sales", "kontakt", "a.example", "ada", "jsmith77", "ada.example+crm", "paula.muster"
    };
    private static final String[] MAIL_DOMAINS = {
        "acme.com", "deltadental.com", "gmail.com", "web.de", "mail.acme.com", "müller.example", "acme.de", "cox.net"
    };

    private static final String[][] LINKS = {
        {
            "https://www.linkedin.com/in/ada-example",
            "linkedin.com/in/Ada-Example/",
            "de.linkedin.com/in/ada-example?trk=x",
            "http://linkedin.com/mwlite/in/ada-example",
            "linkedin.com/in/ada-example,",
            "linkedin.cn/in/ada-example"
        },
        {"linkedin.com/in/ada-example", "linkedin.com/in/ada-example-2"},
        {"linkedin.com/pub/ada-example/1/2b/3c4", "linkedin.com/pub/ada-example/9/8a/765", "linkedin.com/in/ada-example"
        },
        {"linkedin.com/in/ACoAAABcDeF", "linkedin.com/in/acoaaabcdef", "linkedin.com/in/ada-example"},
        {"linkedin.com/pub/dir/Ada/Example", "linkedin.com/in/me", "linkedin.com/company/acme"},
        {"linkedin.com/in/jos%C3%A9", "linkedin.com/in/josé", "linkedin.com/in/jos%", "linkedin.com/in/%2F"}
    };
    private static final String[][] COMPANY_LINKS = {
        {"linkedin.com/company/acme", "https://www.linkedin.com/company/acme/about", "linkedin.com/school/acme"},
        {"linkedin.com/company/1234567", "linkedin.com/company/7654321", "linkedin.com/company/acme"},
        {"linkedin.com/showcase/acme", "linkedin.com/in/acme", "linkedin.com/company/acme-bank"}
    };

    private static final String[] COUNTRIES = {
        "US",
        "United States",
        "Germany",
        "DE",
        "Deutschland",
        "日本",
        "Korea, Republic of",
        "Atlantis",
        "UK",
        "Türkiye",
        "Turkey",
        "Congo",
        "GB",
        "Canada",
        "n/a"
    };
    private static final String[] CITIES = {"Springfield", "Munich", "München", "Boston", "東京", "", "Sankt Muster"};
    private static final String[] STATES = {"Illinois", "IL", "Bavaria", "BY", "Massachusetts", "ON", "Ontario", ""};
    private static final String[] PHONES = {
        "+1 206-555-0145",
        "(415) 555-0100",
        "20 7946 0958",
        "+442079460958",
        "555-0145",
        "0000000000",
        "112",
        "n/a",
        "4915112345678",
        "+4915112345678",
        "+1 206 555 0147 ext. 12",
        "+12065550147",
        "+22997123456",
        "+2290197123456",
        "0044 20 7946 0958",
        "+33 1 23 45 67 89 poste 45",
        "+",
        "١٢٣٤٥٦٧",
        "+1 206 555 0145 (office)",
        "1-800-EXAMPLE"
    };
    private static final String[] PHONE_TYPES = {
        "PersonalMobile",
        "PersonalHome",
        "WorkPhone",
        "WorkMobile",
        "WorkDirect",
        "WorkHQ",
        "WorkBranch",
        "Fax",
        "Pager"
    };
    private static final String[] STATUSES = {
        "Verified", "VerifiedLikely", "Unverified", "LikelyAccurate", "Invalid", "Suppressed", "suppressed", "DoNotCall"
    };
    private static final String[] TITLES = {
        "CTO",
        "Vice President of Examples and Everything That Goes With Them, Europe, the Middle East and Africa",
        "👩‍🚀",
        "=1+1",
        "\u202eCTO",
        "e\u0301".repeat(90),
        "C\u0000TO",
        "\ud800"
    };
    private static final String[] ODD = {
        "\u0000",
        "\ud800",
        "\udc00",
        "\u200b",
        "\u202e",
        "\ufeff",
        "e\u0301",
        "👩‍🚀",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "ﬁ",
        "İ",
        "ß",
        "ſ",
        "ǅ",
        "\u0345",
        "\u00a0",
        "\t",
        "'",
        "\"",
        "\\",
        "(",
        ")",
        ",",
        ".",
        "-",
        "@",
        "/",
        "%",
        "$0",
        "\u2028",
        "K",
        "1"
    };

    private final Random random;

    NearPairs(Random random) {
        this.random = random;
    }

    /** A person. */
    Pair person() {
        boolean isSibling = chance(5);
        String[] given = pick(isSibling ? SIBLINGS : SAME_GIVEN);
        String[] family = pick(FAMILIES);
        String[] company = pick(COMPANIES);
        String[] domain = pick(DOMAINS);
        String[] link = pick(LINKS);
        String ownGiven = isSibling ? given[0] : near(given);
        // the same on both sides, so that nothing but the given name is in question
        String ownFamily = isSibling ? "Example" : near(family);
        String mailbox = pick(MAILBOXES) + "@" + pick(MAIL_DOMAINS);
        Map<String, String> fields = new LinkedHashMap<>();
        if (isSibling || !chance(8)) {
            fields.put("FirstName", ownGiven);
        }
        if (isSibling || !chance(8)) {
            fields.put("LastName", ownFamily);
        }
        fields.put("Name", ownGiven + " " + ownFamily);
        maybe(fields, "Company", near(company));
        maybe(fields, "Website", near(domain));
        maybe(fields, "Email", odd(mailbox));
        maybe(fields, "LinkedIn_URL__c", near(link));
        maybe(fields, "Country", pick(COUNTRIES));
        maybe(fields, "City", pick(CITIES));
        maybe(fields, "State", pick(STATES));
        maybe(fields, "Phone", pick(PHONES));
        maybe(fields, "LeadIQ_Id__c", "p" + random.nextInt(2));
        List<String> answers = new ArrayList<>();
        for (int count = chance(4) ? 1 + random.nextInt(3) : 1; count > 0; count--) {
            ObjectNode person = JSON.createObjectNode();
            if (!chance(20)) {
                person.put("id", "p" + random.nextInt(2));
            }
            if (isSibling || !chance(15)) {
                String theirGiven = isSibling ? given[1] : chance(12) ? near(pick(SAME_GIVEN)) : near(given);
                String theirFamily = isSibling ? "Example" : chance(12) ? near(pick(FAMILIES)) : near(family);
                ObjectNode name = person.putObject("name");
                put(name, "first", theirGiven, isSibling);
                put(name, "last", theirFamily, isSibling);
                put(name, "fullName", theirGiven + " " + theirFamily, isSibling);
            }
            if (!chance(3)) {
                put(person.putObject("linkedin"), "linkedinUrl", near(link), false);
            }
            if (!chance(3)) {
                location(person.putObject("location"), "areaLevel1");
            }
            if (!chance(3)) {
                person.put("confidence", random.nextInt(130) - 10);
            }
            emails(person.putArray("personalEmails"), mailbox);
            phones(person.putArray("personalPhones"));
            ArrayNode positions = person.putArray("currentPositions");
            for (int jobs = chance(8) ? random.nextInt(3) : 1; jobs > 0; jobs--) {
                position(positions.addObject(), company, domain, mailbox);
            }
            if (chance(3)) {
                position(person.putArray("pastPositions").addObject(), pick(COMPANIES), pick(DOMAINS), mailbox);
            }
            answers.add(person.toString());
        }
        return new Pair(fields, answers, isSibling);
    }

    /** A company. */
    Pair company() {
        String[] company = pick(COMPANIES);
        String[] domain = pick(DOMAINS);
        String[] link = pick(COMPANY_LINKS);
        Map<String, String> fields = new LinkedHashMap<>();
        maybe(fields, "Name", near(company));
        maybe(fields, "Website", near(domain));
        maybe(fields, "LinkedIn_URL__c", near(link));
        maybe(fields, "BillingCountry", pick(COUNTRIES));
        maybe(fields, "BillingCity", pick(CITIES));
        maybe(fields, "BillingState", pick(STATES));
        maybe(fields, "Phone", pick(PHONES));
        maybe(fields, "LeadIQ_Id__c", "c" + random.nextInt(2));
        List<String> answers = new ArrayList<>();
        for (int count = chance(4) ? 1 + random.nextInt(3) : 1; count > 0; count--) {
            ObjectNode answer = JSON.createObjectNode();
            company(answer, company, domain);
            if (chance(2)) {
                answer.put("linkedinUrl", near(link));
            }
            answers.add(answer.toString());
        }
        return new Pair(fields, answers, false);
    }

    private void position(ObjectNode position, String[] company, String[] domain, String mailbox) {
        put(position, "title", pick(TITLES), false);
        position.put("matchedQuery", random.nextBoolean());
        if (!chance(6)) {
            company(position.putObject("companyInfo"), company, domain);
        }
        emails(position.putArray("emails"), mailbox);
        phones(position.putArray("phones"));
        if (chance(4)) {
            email(position.putObject("workEmail"), mailbox);
        }
    }

    private void company(ObjectNode company, String[] names, String[] domains) {
        if (!chance(10)) {
            company.put("id", "c" + random.nextInt(2));
        }
        put(company, "name", chance(12) ? near(pick(COMPANIES)) : near(names), false);
        put(company, "domain", chance(12) ? near(pick(DOMAINS)) : near(domains), false);
        if (chance(4)) {
            company.putArray("alternativeNames").add(near(names)).addNull();
        }
        if (chance(4)) {
            company.putArray("emailDomains").add(pick(MAIL_DOMAINS)).addNull();
        }
        if (chance(3)) {
            company.put("linkedinId", chance(2) ? "1234567" : "acme");
        }
        if (chance(2)) {
            company.putArray("phones").add(pick(PHONES)).add(pick(PHONES));
        }
        if (chance(2)) {
            location(
                    company.putObject("locationInfo")
                            .put("street1", odd("1 Example Street"))
                            .put("postalCode", "62701"),
                    "areaLevel1");
        }
        if (chance(3)) {
            company.put("country", pick(COUNTRIES));
        }
        if (chance(3)) {
            company.put("numberOfEmployees", random.nextInt(100_000)).put("industry", odd("Software"));
            company.put("revenue", random.nextLong()).put("foundedYear", random.nextInt());
        }
    }

    private void location(ObjectNode place, String state) {
        put(place, "city", pick(CITIES), false);
        put(place, state, pick(STATES), false);
        put(place, "country", pick(COUNTRIES), false);
        if (chance(2)) {
            put(place, "countryCode2", chance(2) ? "US" : "DE", false);
        }
    }

    private void emails(ArrayNode emails, String mailbox) {
        for (int count = random.nextInt(3); count > 0; count--) {
            email(emails.addObject(), mailbox);
        }
        if (chance(50)) {
            emails.addNull();
        }
    }

    private void email(ObjectNode email, String mailbox) {
        put(email, "value", chance(2) ? mailbox : pick(MAILBOXES) + "@" + pick(MAIL_DOMAINS), false);
        put(email, "status", pick(STATUSES), false);
        put(email, "type", chance(2) ? "WorkEmail" : "PersonalEmail", false);
        email.put("updatedAt", chance(2) ? "2026-02-01T00:00:00Z" : "2999-01-01T00:00:00Z");
    }

    private void phones(ArrayNode phones) {
        for (int count = random.nextInt(4); count > 0; count--) {
            ObjectNode phone = phones.addObject();
            put(phone, "value", pick(PHONES), false);
            put(phone, "type", pick(PHONE_TYPES), false);
            put(phone, "status", pick(STATUSES), false);
            put(phone, "verificationStatus", pick(STATUSES), false);
        }
        if (chance(50)) {
            phones.addNull();
        }
    }

    private void maybe(Map<String, String> fields, String name, String value) {
        if (random.nextBoolean()) {
            fields.put(name, value);
        }
    }

    /** Now and then nothing, or what is odd. */
    private void put(ObjectNode node, String name, String value, boolean isCertain) {
        if (!isCertain && chance(20)) {
            node.putNull(name);
        } else if (isCertain || !chance(20)) {
            node.put(name, isCertain ? value : odd(value));
        }
    }

    /** Mostly the same, often one of its variants. */
    private String near(String[] variants) {
        return odd(chance(2) ? variants[0] : pick(variants));
    }

    /** Mostly as it is; else with a character too many, too few, or doubled. */
    private String odd(String text) {
        if (!chance(12)) {
            return text;
        }
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + pick(ODD) + text.substring(at);
            case 1 -> text.isEmpty() ? text : text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + text;
            default -> " " + text.toUpperCase() + pick(ODD);
        };
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** The statuses by which a value must not be written. */
    static final Set<String> ALLOWED = Set.of("Verified", "VerifiedLikely", "Unverified", "LikelyAccurate");
}
