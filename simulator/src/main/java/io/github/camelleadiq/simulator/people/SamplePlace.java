/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

/** Where a person or company is. */
public record SamplePlace(String city, String state, String country, String code2, String code3) {
    private static final SamplePlace[] PLACES = {
        new SamplePlace("Springfield", "Illinois", "United States", "US", "USA"),
        new SamplePlace("Riverton", "Utah", "United States", "US", "USA"),
        new SamplePlace("Fairview", "Ontario", "Canada", "CA", "CAN"),
        new SamplePlace("Musterstadt", "Hessen", "Germany", "DE", "DEU"),
        new SamplePlace("Exampleton", "England", "United Kingdom", "GB", "GBR"),
        new SamplePlace("Villemodèle", "Bretagne", "France", "FR", "FRA")
    };

    static SamplePlace of(long seed) {
        return Hash.pick(seed, 40, PLACES);
    }

    public String formatted() {
        return city + ", " + state + ", " + country;
    }
}
