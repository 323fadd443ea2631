from("direct:person-by-email")
        .transform()
        .body(String.class, email -> SearchPeopleInput.builder().email(email).limit(1).build())
        .to("leadiq:searchPeople")
        .transform()
        .body(SearchResult.class, SearchResult::results);
