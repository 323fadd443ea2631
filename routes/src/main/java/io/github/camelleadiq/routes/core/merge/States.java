/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.text.Texts;
import java.util.HashMap;
import java.util.Map;

/** States that people write as a code as often as by name. */
final class States {
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        add("AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
                + "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,"
                + "KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,"
                + "MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,"
                + "NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,"
                + "OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,"
                + "TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming");
        add("AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,"
                + "ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,YT Yukon,NU Nunavut");
        add("NSW New South Wales,QLD Queensland,TAS Tasmania,VIC Victoria,ACT Australian Capital Territory");
    }

    private States() {}

    /** Whether two texts name the same state, each by its name or its code. */
    static boolean areSame(String one, String other) {
        return name(one).equals(name(other));
    }

    private static String name(String state) {
        String folded = Texts.fold(state);
        return NAMES.getOrDefault(folded, folded);
    }

    private static void add(String states) {
        for (String state : states.split(",")) {
            String[] codeAndName = state.split(" ", 2);
            NAMES.put(Texts.fold(codeAndName[0]), Texts.fold(codeAndName[1]));
        }
    }
}
