/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.examples.csv.reading.Row;
import io.github.camelleadiq.examples.csv.reading.RowReader;
import io.github.camelleadiq.model.CompanyDetails;
import io.github.camelleadiq.model.SearchPeopleInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadReaderTest {

    @Test
    void mapsColumnsOfAnyNameInAnyOrder() throws IOException {
        List<LeadRow> leads = read(
                "Notes,E-Mail Address,LinkedIn Profile URL,SURNAME,Organisation,first_name,Web\n"
                        + "x,Ada@Acme.EXAMPLE,de.linkedin.com/in/Ada-Example/?trk=1,Example,\" Acme,\nInc. \",Ada,https://www.acme.example/about\n");

        assertThat(leads)
                .extracting(lead -> lead.lead().toInput())
                .containsExactly(SearchPeopleInput.builder()
                        .firstName("Ada")
                        .lastName("Example")
                        .company(CompanyDetails.builder()
                                .name("Acme, Inc.")
                                .domain("acme.example")
                                .build())
                        .email("ada@acme.example")
                        .linkedinUrl("https://www.linkedin.com/in/ada-example")
                        .build());
    }

    @Test
    void takesTheWholeNameOnlyWhereItIsNotGivenInParts() throws IOException {
        List<LeadRow> leads = read("name,first,last,company\nAda Example,,,Acme\nDr. Bo Example,Bo,Example,Acme\n");

        assertThat(leads).extracting(lead -> lead.lead().fullName()).containsExactly("Ada Example", null);
    }

    @Test
    void takesTheFirstOfTwoColumnsOfOneMeaningThatHasAValue() throws IOException {
        assertThat(read("email,work email\n,b@acme.example\na@acme.example,c@acme.example\n"))
                .extracting(lead -> lead.lead().email())
                .containsExactly("b@acme.example", "a@acme.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'Ada,,,,','needs a LinkedIn URL, an email, or a whole name with a company or domain'",
        "'Ada,,acme,,','needs a LinkedIn URL, an email, or a whole name with a company or domain'",
        "',,,not an address,',the email is not an address",
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
                .extracting(lead -> lead.lead().email())
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

    private static List<LeadRow> read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (RowReader rows = new RowReader(() -> new ByteArrayInputStream(bytes))) {
            LeadReader leads = new LeadReader(rows.header());
            List<LeadRow> all = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(leads.read(row));
            }
            return all;
        }
    }
}
