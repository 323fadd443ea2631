/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

/** Where somebody or something is. */
public record Place(String city, String state, String country, String code2, String code3) {
    private static final Place[] PLACES = {
        new Place("Springfield", "Illinois", "United States", "US", "USA"),
        new Place("Riverton", "Utah", "United States", "US", "USA"),
        new Place("Fairview", "Ontario", "Canada", "CA", "CAN"),
        new Place("Musterstadt", "Hessen", "Germany", "DE", "DEU"),
        new Place("Exampleton", "England", "United Kingdom", "GB", "GBR"),
        new Place("Villemodèle", "Bretagne", "France", "FR", "FRA")
    };

    static Place of(long seed) {
        return Hash.pick(seed, 40, PLACES);
    }

    public String formatted() {
        return city + ", " + state + ", " + country;
    }
}
