camelContext.getComponent("leadiq", LeadIQComponent.class).erase("ada@example.com").join(); // how many went
