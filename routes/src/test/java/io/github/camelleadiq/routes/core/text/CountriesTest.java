/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Germany, Federal Republic of Germany, Deutschland, DE, DEU, deu, 276, Allemagne = DE",
                "United Kingdom, UK, U.K., Great Britain, England, Scotland, Wales, Northern Ireland, GBR = GB",
                "United States, USA, U.S.A., US, United States of America, The United States, America = US",
                "UAE, United Arab Emirates, The United Arab Emirates, الإمارات العربية المتحدة = AE",
                "Netherlands, The Netherlands, Holland, Nederland, Kingdom of the Netherlands = NL",
                "Türkiye, Turkey, Turkiye, TUR, Republic of Türkiye, Republic of Turkey = TR",
                "Czechia, Czech Republic, Česko, Česká republika, CZECH REPUBLIC = CZ",
                "Viet Nam, Vietnam, Việt Nam, Socialist Republic of Viet Nam = VN",
                "Ivory Coast, Côte d'Ivoire, Cote d’Ivoire, COTE D IVOIRE = CI",
                "Burma, Myanmar, Myanmar (Burma) = MM",
                "Swaziland, Eswatini, Kingdom of Eswatini = SZ",
                "Macedonia, North Macedonia, FYROM, Северна Македонија = MK",
                "Cape Verde, Cabo Verde, Republic of Cabo Verde = CV",
                "East Timor, Timor-Leste, Democratic Republic of Timor-Leste = TL",
                "Zaire, DR Congo, DRC, Democratic Republic of the Congo, Congo - Kinshasa, COD = CD",
                "Congo, Republic of the Congo, Congo Republic, Congo-Brazzaville, COG = CG",
                "South Korea, Republic of Korea, Korea (South), S. Korea, 한국, 대한민국, KOR = KR",
                "North Korea, Korea (North), Democratic People's Republic of Korea, DPRK, PRK = KP",
                "Russia, Russian Federation, Россия, RUS = RU",
                "China, People's Republic of China, PRC, 中国, CHN = CN",
                "Taiwan, Republic of China, Taiwan (China), 台灣, TWN = TW",
                "Hong Kong, Hongkong, Hong Kong SAR China, 香港 = HK",
                "Macau, Macao, Macao SAR = MO",
                "Kosovo, XK, Kosova, Republic of Kosovo = XK",
                "Japan, 日本, JPN, Nippon = JP",
                "Spain, España, Kingdom of Spain, ESPAÑA, Espana = ES",
                "Österreich, Austria, Osterreich, Republic of Austria, AUT = AT",
                "Ελλάδα, Greece, Hellenic Republic, EL, GR = GR",
                "Polska, Poland, Republic of Poland, POL = PL",
                "Israel, ישראל, State of Israel = IL",
                "Schweiz, Suisse, Svizzera, Switzerland, Swiss Confederation = CH",
                "Ireland, Republic of Ireland, Éire, Eire = IE",
                "Niger, NER, Republic of the Niger = NE",
                "Nigeria, NGA, Federal Republic of Nigeria = NG",
                "Guinea, Republic of Guinea = GN",
                "Guinea-Bissau, Guinea Bissau, Republic of Guinea-Bissau = GW",
                "Equatorial Guinea, GNQ = GQ",
                "Papua New Guinea, PNG = PG",
                "Dominica, DMA, Commonwealth of Dominica = DM",
                "Dominican Republic, The Dominican Republic, DOM = DO",
                "Samoa, Western Samoa, WSM = WS",
                "American Samoa, ASM = AS",
                "Mauritius, MUS = MU",
                "Mauritania, MRT = MR",
                "Slovakia, Slovak Republic, Slovensko = SK",
                "Slovenia, Slovenija = SI",
                "U.S. Virgin Islands, US Virgin Islands = VI",
                "British Virgin Islands, BVI = VG",
                "Puerto Rico, PR, PRI = PR",
                "Guam, GU, GUM = GU",
                "Georgia, საქართველო = GE",
                "Vatican City, Holy See, Holy See (Vatican City State) = VA",
                "Saint Lucia, St. Lucia, St Lucia = LC",
                "Trinidad and Tobago, Trinidad & Tobago = TT",
                "Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia-Herzegovina = BA",
                "The Bahamas, Bahamas = BS",
                "Laos, Lao People's Democratic Republic = LA",
                "Syria, Syrian Arab Republic = SY",
                "Brunei, Brunei Darussalam = BN",
                "Palestine, State of Palestine, Palestinian Territories = PS",
                "South Sudan = SS",
                "Sudan = SD",
                "Libya, Libyan Arab Jamahiriya = LY",
                "India, Bharat, भारत, IN, IND = IN",
                "Canada, CA, CAN = CA",
            })
    void knownByAllItsNames(String names, String code) {
        for (String name : names.split(", ")) {
            assertThat(Countries.code(name)).as(name).contains(code);
            assertThat(Countries.code(" " + name.toUpperCase(Locale.ROOT) + " "))
                    .as(name)
                    .contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Korea, Republic of = KR",
                "Korea, Democratic People's Republic of = KP",
                "Congo, The Democratic Republic of the = CD",
                "Congo, Republic of the = CG",
                "Iran, Islamic Republic of = IR",
                "Bolivia, Plurinational State of = BO",
                "Venezuela, Bolivarian Republic of = VE",
                "Tanzania, United Republic of = TZ",
                "Moldova, Republic of = MD",
                "Micronesia, Federated States of = FM",
                "Macedonia, the former Yugoslav Republic of = MK",
                "Palestinian Territory, Occupied = PS",
                "Taiwan, Province of China = TW",
                "Virgin Islands, British = VG",
                "Virgin Islands, U.S. = VI",
                "Gambia, The = GM",
                "Bahamas, The = BS",
                "Saint Helena, Ascension and Tristan da Cunha = SH",
                "Bonaire, Sint Eustatius and Saba = BQ",
                "Germany (DE) = DE",
                "DE - Germany = DE",
                "Egypt, Arab Rep. = EG",
                "Falkland Islands (Malvinas) = FK",
            })
    void knownByTheLabelsOfLists(String label, String code) {
        assertThat(Countries.code(label)).contains(code);
    }

    /** Bỉ without its accent would be the code of Burundi, Mỹ that of Malaysia. */
    @Test
    void aNameWithAccentsIsNoCode() {
        assertThat(Countries.code("Bỉ")).contains("BE");
        assertThat(Countries.code("BI")).contains("BI");
        assertThat(Countries.code("Mỹ")).contains("US");
        assertThat(Countries.code("my")).contains("MY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Atlantis",
                "EU",
                "Europe",
                "n/a",
                "-",
                "",
                " ",
                "Virgin Islands",
                "Republic of Dominica",
                "Yugoslavia",
                "Czechoslovakia",
                "USSR",
                "Soviet Union",
                "Netherlands Antilles",
                "California",
                "Guinea or Guinea-Bissau",
                "Germany / France",
                "Korea (somewhere)",
                "Kongo",
                "Republic of",
                "ZZ",
                "00",
                "Northern Cyprus"
            })
    void othersAreNone(String text) {
        assertThat(Countries.code(text)).isEmpty();
    }

    @Test
    void noNameOfTheListIsTakenByAnotherCountry() {
        Map<String, String> owners = new HashMap<>();
        for (var row : TextResource.rows("countries.txt")) {
            for (String name : row.subList(3, row.size())) {
                String key = Texts.fold(name);
                assertThat(owners.put(key, row.get(0))).as(name).isIn(null, row.get(0));
                // a name that looks like a code is that of the code, unless its accents tell
                if (key.length() > 3) {
                    assertThat(Countries.code(name)).as(name).contains(row.get(0));
                }
            }
        }
        assertThat(Countries.codes()).hasSize(250).contains("XK", "GU", "AX", "SX");
    }

    @Test
    void theJdkAndItsLanguageHaveNoSay() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(Countries.code("FINLAND")).contains("FI");
            assertThat(Countries.code("INDIA")).contains("IN");
            assertThat(Countries.code("fi")).contains("FI");
            assertThat(Subdivisions.code("US", "illinois")).contains("IL");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US, California, CA",
        "US, ca, CA",
        "US, US-NY, NY",
        "US, Puerto Rico, PR",
        "CA, Québec, QC",
        "CA, quebec, QC",
        "AU, New South Wales, NSW",
        "BR, São Paulo, SP",
        "MX, Jalisco, JAL",
        "IT, Roma, RM",
        "IE, Dublin, D",
        "IN, Tamil Nadu, TN",
        "DE, Bayern, BY",
        "US, Ontario,",
        "ZZ, Ontario,",
        "US, '',",
    })
    void partsOfCountries(String country, String part, String code) {
        assertThat(Subdivisions.code(country, part).orElse(null)).isEqualTo(code);
        if (code != null) {
            assertThat(Subdivisions.name(country, code)).isPresent();
            assertThat(Subdivisions.code(
                            country, Subdivisions.name(country, code).orElseThrow()))
                    .contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US, IL, Illinois, true",
        "US, il, ILLINOIS, true",
        "'', IL, Illinois, true",
        "DE, BY, Bayern, true",
        "DE, Bayern, bayern, true",
        "JP, 13, Tokyo, true",
        "CA, ON, Ontario, true",
        "'', QC, Québec, true",
        "US, IL, Indiana, false",
        // the code of another country's part
        "US, ON, Ontario, false",
        "DE, CA, California, false",
        "'', CA, Colorado, false"
    })
    void partsOfCountriesAreTheSameByNameOrCode(String country, String one, String other, boolean same) {
        String known = country.isEmpty() ? null : country;
        assertThat(Subdivisions.areSame(known, one, other)).isEqualTo(same);
        assertThat(Subdivisions.areSame(known, other, one)).isEqualTo(same);
    }
}
