/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.reading.Row;
import io.github.camelleadiq.examples.csv.reading.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadReaderTest {

    private static final Rules RULES = new Rules(Set.of(DataPoint.PROFILE, DataPoint.EMAIL));

    @Test
    void mapsColumnsOfAnyNameInAnyOrder() throws IOException {
        List<LeadRow> leads = read(
                "Notes,E-Mail Address,LinkedIn Profile URL,SURNAME,Organisation,first_name,Web\n"
                        + "x,Ada@Acme.EXAMPLE,de.linkedin.com/in/Ada-Example/?trk=1,Example,\" Acme,\nInc. \",Ada,https://www.acme.example/about\n");

        assertThat(leads)
                .extracting(LeadReaderTest::known)
                .containsExactly(Map.of(
                        "firstName",
                        "Ada",
                        "lastName",
                        "Example",
                        "companyName",
                        "Acme, Inc.",
                        "domain",
                        "acme.example",
                        "email",
                        "ada@acme.example",
                        "linkedinUrl",
                        "https://www.linkedin.com/in/ada-example"));
    }

    @Test
    void takesTheWholeNameOnlyWhereItIsNotGivenInParts() throws IOException {
        List<LeadRow> leads = read("name,first,last,company\nAda Example,,,Acme\nDr. Bo Example,Bo,Example,Acme\n");

        assertThat(leads)
                .extracting(lead -> lead.lead().plan().lookups().get(0).input().get("fullName"))
                .containsExactly("Ada Example", null);
    }

    @Test
    void takesTheFirstOfTwoColumnsOfOneMeaningThatHasAUsableValue() throws IOException {
        assertThat(read("email,work email\n,b@acme.example\na@acme.example,c@acme.example\nunknown,d@acme.example\n"))
                .extracting(lead -> known(lead).get("email"))
                .containsExactly("b@acme.example", "a@acme.example", "d@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // German
                "Vorname;Nachname;Firma;E-Mail-Adresse;Webseite;LinkedIn-Profil;Land",
                "Vorname;Name;Unternehmen;E-Mail;Internetseite;LinkedIn Profil;Land",
                // French
                "Prénom;Nom;Société;Courriel;Site web;Profil LinkedIn;Pays",
                "Prénom;Nom de famille;Nom de l'entreprise;Adresse e-mail;URL du site web;LinkedIn;Pays/région",
                // Spanish
                "Nombre;Apellidos;Empresa;Correo electrónico;Sitio web;Perfil de LinkedIn;País",
                "Nombre;Apellido;Compañía;Correo;Página web;LinkedIn;País",
                // Google's contacts
                "First Name;Last Name;Organization Name;E-mail 1 - Value;Website 1 - Value;Website 2 - Value;Address 1 - Country",
                "Given Name;Family Name;Organization 1 - Name;E-mail 1 - Value;Website 1 - Value;Website 2 - Value;Address 1 - Country",
                // Pipedrive
                "Person - First name;Person - Last name;Person - Organization;Person - Email - Work;Organization - Website;Person - LinkedIn;Country",
                // HubSpot
                "First Name;Last Name;Company Name;Email;Company Domain Name;LinkedIn URL;Country/Region"
            })
    void knowsTheHeadersOfOtherLanguagesAndPrograms(String header) throws IOException {
        assertThat(read(header
                        + "\nAda;Example;Acme;ada@acme.example;acme.example;linkedin.com/in/ada-example;Spain\n"))
                .extracting(LeadReaderTest::known)
                .containsExactly(Map.of(
                        "firstName",
                        "Ada",
                        "lastName",
                        "Example",
                        "companyName",
                        "Acme",
                        "email",
                        "ada@acme.example",
                        "domain",
                        "acme.example",
                        "linkedinUrl",
                        "https://www.linkedin.com/in/ada-example",
                        "country",
                        "Spain"));
    }

    @ParameterizedTest
    @CsvSource({
        "'vorname,name','Ada,Example',Ada,Example,",
        "'vorname,name','Ada,Ada Example',Ada,,Ada Example",
        "'prénom,nom','Martin,Martin',Martin,Martin,",
        "'nom,prénom','Le Testeur,Zoë',Zoë,Le Testeur,",
        "'nombre,apellidos','Ada,Ejemplo Muestra',Ada,Ejemplo Muestra,",
        "'nombre,company','Ada Ejemplo,Acme',,,Ada Ejemplo",
        "'nom,company','Ada Exemple,Acme',,,Ada Exemple"
    })
    void tellsHalfANameFromAWholeOne(String header, String row, String first, String last, String full)
            throws IOException {
        Map<String, Object> known =
                known(read(header + ",email\n" + row + ",ada@acme.example\n").get(0));

        assertThat(known.get("firstName")).isEqualTo(first);
        assertThat(known.get("lastName")).isEqualTo(last);
        assertThat(known.get("fullName")).isEqualTo(full);
    }

    @Test
    void takesAnEmailOutOfACellOfSeveral() throws IOException {
        assertThat(read("email\nnone ::: b@acme.example ::: c@acme.example\n\"x; Ada <d@acme.example>\"\n"))
                .extracting(lead -> known(lead).get("email"))
                .containsExactly("b@acme.example", "d@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebook.com/acmebakery",
                "https://www.facebook.com/acmebakery",
                "instagram.com/acmebakery",
                "https://acme-bakery.myshopify.com",
                "n/a"
            })
    void aPageOnASharedSiteIsNoDomainOfACompany(String website) throws IOException {
        List<LeadRow> leads =
                read("name,company,website\nAda Example,Acme Bakery," + website + "\nBo Example,," + website + "\n");

        assertThat(known(leads.get(0))).doesNotContainKey("domain").containsEntry("companyName", "Acme Bakery");
        assertThat(leads.get(1).rejection().kind()).isEqualTo(Rejection.Kind.NO_IDENTIFIER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a,Acme,",
                "Ada Example,Unknown,",
                "n/a,Unknown,",
                "k. A.,unbekannt,",
                "#NAME?,Acme,",
                "{{name}},Acme,",
                "Ada Example,Stealth Startup,",
                "n/a,Acme,info@acme.example"
            })
    void placeholdersAreRejectedAndNotLookedUp(String row) throws IOException {
        assertThat(read("name,company,email\n" + row + "\n"))
                .extracting(lead -> lead.rejection().kind())
                .containsExactly(Rejection.Kind.NO_IDENTIFIER);
    }

    @ParameterizedTest
    @CsvSource({
        "'Ada,,,,','needs a LinkedIn URL, an email, or a whole name with a company or domain'",
        "'Ada,,acme,,','needs a LinkedIn URL, an email, or a whole name with a company or domain'",
        "',,,not an address,',the email is not an address of one person",
        "',,,,https://www.linkedin.com/company/acme',the LinkedIn URL is not that of a person"
    })
    void rejectsRowsWithNothingToSearchBy(String row, String reason) throws IOException {
        assertThat(read("first name,last name,company,email,linkedin\n" + row + "\n"))
                .extracting(lead -> lead.rejection().reason())
                .containsExactly("nothing to search by: " + reason);
    }

    @Test
    void leavesOutABrokenIdentifierIfThereIsAnother() throws IOException {
        assertThat(read("name,company,email\nAda Example,Acme,n/a\n"))
                .extracting(lead -> known(lead).get("email"))
                .containsOnlyNulls();
    }

    @Test
    void rejectsAnIdentifierThatIsTooLongWithoutRepeatingIt() throws IOException {
        assertThat(read("name,company\n" + "x".repeat(501) + ",Acme\n"))
                .extracting(lead -> lead.rejection().reason())
                .containsExactly("too long: full name has more than 500 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "'José Example,Acme,,','JOSE   example,ACME.,,'",
        "'Ada Example,,https://www.acme.example/x,','ada example,,acme.example,'",
        "',,,ada@acme.example',',,,<ADA@acme.example>'",
        "'Ada Example,Acme,,ada@acme.example',',,,ada@acme.example'"
    })
    void findsDuplicatesInAnySpelling(String first, String second) throws IOException {
        List<LeadRow> leads = read("name,company,domain,email\n" + first + "\n" + second + "\n");

        assertThat(leads.get(0).isRejected()).isFalse();
        assertThat(leads.get(1).rejection().reason()).isEqualTo("duplicate: same person as line 2");
    }

    @ParameterizedTest
    @CsvSource({
        "'Ada Example,Acme,,a1@acme.example','Ada Example,Acme,,a2@acme.example'",
        "'Ada Example,Acme,,','Ada Example,Hooli,,'"
    })
    void takesNoTwoPeopleForOne(String first, String second) throws IOException {
        assertThat(read("name,company,domain,email\n" + first + "\n" + second + "\n"))
                .noneMatch(LeadRow::isRejected);
    }

    @Test
    void knowsAProfileWithEscapedAccents() throws IOException {
        assertThat(read("linkedin\nhttps://www.linkedin.com/in/jos%C3%A9-example\nlinkedin.com/in/José-Example/\n"))
                .extracting(LeadRow::isRejected)
                .containsExactly(false, true);
    }

    private static Map<String, Object> known(LeadRow lead) {
        return lead.lead().crmRecord().fields();
    }

    private static List<LeadRow> read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (RowReader rows = new RowReader(() -> new ByteArrayInputStream(bytes))) {
            LeadReader leads = new LeadReader(rows.header(), RULES);
            List<LeadRow> all = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(leads.read(row));
            }
            return all;
        }
    }
}
