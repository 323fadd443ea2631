from("direct:leads").to("leadiq:searchPeople?requestsPerMinute=120");
